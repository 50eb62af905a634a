"""What the engine in the wheel does not draw, found by looking at real decks, and the sentences that say so.

Equations, 3D models, ink and controls are not here: the engine draws them, or the picture of them that PowerPoint
stores beside them. LibreOffice 7.4 leaves equations out, so it must not be asked for them.
"""

from __future__ import annotations

from slidecast_gui.deck.model import Feature, Slide
from slidecast_gui.slides.model import SlideWarning

_BETTER_PRINTED = frozenset({Feature.METAFILE, Feature.RIGHT_TO_LEFT, Feature.SMART_ART_WITHOUT_DRAWING})
_WORSE_PRINTED = frozenset({Feature.EQUATION})

_REMEDY = "install LibreOffice to have it drawn."
_LACKS = {
    Feature.METAFILE: f"A picture in a Windows format (EMF or WMF) may be missing in the video; {_REMEDY}",
    Feature.RIGHT_TO_LEFT: f"Text from right to left may be out of order in the video; {_REMEDY}",
    Feature.SMART_ART_WITHOUT_DRAWING: f"SmartArt may be arranged differently in the video; {_REMEDY}",
}
_CHART_EX = "A chart of a kind that only PowerPoint draws is missing; paste it as a picture to have it in the video."


def needs_libreoffice(slide: Slide) -> bool:
    """Tell whether LibreOffice, where it is installed, draws this slide more completely than the engine."""
    return not _BETTER_PRINTED.isdisjoint(slide.features) and _WORSE_PRINTED.isdisjoint(slide.features)


def lacks_when_built_in(slide: Slide, skipped_pictures: int) -> tuple[SlideWarning, ...]:
    """Return what is missing on the engine's picture of `slide`, of which it left out `skipped_pictures`."""
    texts = [text for feature, text in _LACKS.items() if feature in slide.features]
    if skipped_pictures and Feature.METAFILE not in slide.features:
        pictures = "A picture is" if skipped_pictures == 1 else f"{skipped_pictures} pictures are"
        texts.append(f"{pictures} missing in the video; save it in PowerPoint as PNG and insert it again.")
    return (*_warnings(slide, texts), *lacks_everywhere(slide))


def lacks_everywhere(slide: Slide) -> tuple[SlideWarning, ...]:
    """Return what no renderer draws of `slide`."""
    return _warnings(slide, [_CHART_EX] if Feature.CHART_EX in slide.features else [])


def _warnings(slide: Slide, texts: list[str]) -> tuple[SlideWarning, ...]:
    return tuple(SlideWarning("content-not-drawn", text, slide.number) for text in texts)
