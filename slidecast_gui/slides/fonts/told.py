"""What the presenter is told of replaced fonts: one sentence for those that may be seen, one for those that are not."""

from __future__ import annotations

from collections.abc import Sequence

from slidecast_gui.slides.fonts.plan import FontPlan, PlannedFont
from slidecast_gui.slides.fonts.substitutes import Likeness
from slidecast_gui.slides.model import SlideWarning


def replacements_told(plan: FontPlan) -> tuple[SlideWarning, ...]:
    """`font-replaced` for fonts whose text may look different, `font-alike` for those that keep every line in place."""
    alike = [font for font in plan.replaced if font.likeness is Likeness.METRIC]
    other = [font for font in plan.replaced if font.likeness is not Likeness.METRIC]
    told = []
    if other:
        result = "text may look different, and lines break elsewhere"
        told.append(SlideWarning("font-replaced", _sentence(other, result)))
    if alike:
        told.append(SlideWarning("font-alike", _sentence(alike, "all have the same widths")))
    return tuple(told)


def _sentence(fonts: Sequence[PlannedFont], result: str) -> str:
    if len(fonts) == 1:
        return fonts[0].sentence
    pairs = ", ".join(f"“{font.name}” by {font.family}" for font in fonts)
    return f"{len(fonts)} fonts were replaced: {pairs}; {result}."
