"""Reads one slide: its own part, and what it refers to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from slidecast_gui.deck import features, text, timing
from slidecast_gui.deck.fingerprint import Fingerprints
from slidecast_gui.deck.fonts import typefaces
from slidecast_gui.deck.markup import Element, local_name, settle_alternatives, truth
from slidecast_gui.deck.media import read_media
from slidecast_gui.deck.model import Advance, DeckWarning, Feature, Slide
from slidecast_gui.deck.package import Package, PartError

_FONT_SOURCES = {
    "slide": frozenset({"slideLayout", "chart", "chartEx", "diagramDrawing", "themeOverride"}),
    "slideLayout": frozenset({"slideMaster", "themeOverride"}),
    "slideMaster": frozenset({"theme"}),
}
"""For each kind of part, the kinds of relationships that lead to more fonts."""


@dataclass(frozen=True, slots=True)
class _Backdrop:
    """What a layout or a master adds to the slides that use it."""

    features: frozenset[Feature]
    parent: str
    shows_parent: bool


class SlideReader:
    """Reads the slides of one open package; collects the fonts they name and what the presenter should know."""

    def __init__(self, package: Package, fingerprints: Fingerprints) -> None:
        self.fonts: set[str] = set()
        self.warnings: list[DeckWarning] = []
        self._package = package
        self._fingerprints = fingerprints
        self._backdrops: dict[str, _Backdrop] = {}
        self._read: dict[str, Slide] = {}
        self._fonts_read: set[str] = set()

    def read(self, part: str, slide_id: str, number: int) -> Slide:
        """The slide in `part`; a damaged slide where it cannot be read.

        Raises OversizedError or UnsafeMarkupError: what is built to do harm is not opened by a renderer either.
        """
        known = self._read.get(part.lower())
        if known is not None:
            return self._repeated(known, slide_id, number)
        try:
            slide = self._read_sound(part, slide_id, number)
        except PartError as error:
            slide = self._damaged(part, slide_id, number, str(error))
        self._read[part.lower()] = slide
        return slide

    def _read_sound(self, part: str, slide_id: str, number: int) -> Slide:
        if not part:
            raise PartError(f"the slide list refers to nothing for slide {number}")
        root = self._package.xml(part)
        if local_name(root) != "sld":
            raise PartError(f"{part} is a {local_name(root)}, not a slide")
        relationships = self._package.relationships(part)
        fingerprint = self._fingerprints.of(part, root, number)
        settle_alternatives(root)
        content = text.slide_text(root, lambda graphic: features.diagram_data(graphic, relationships, self._package))
        notes = self._notes(part, number)
        self._collect_fonts(part, root)
        if features.shows_what_lies_elsewhere(root, relationships):
            sentence = "A picture on this slide lies outside of the deck and is not shown; embed it in PowerPoint."
            self.warnings.append(DeckWarning("linked-picture", sentence, number))
        return Slide(
            slide_id=slide_id,
            number=number,
            title=text.slide_title(root, number),
            fingerprint=fingerprint,
            part=part,
            notes=text.notes_text(notes) if notes is not None else "",
            text=content,
            language=_language(root, notes),
            hidden=not truth(root.get("show"), default=True),
            advance=self._advance(root, number),
            transition=timing.read_transition(root),
            media=read_media(root, relationships, self._package),
            features=self._features(part, root, content),
        )

    def _repeated(self, known: Slide, slide_id: str, number: int) -> Slide:
        """A slide that the slide list names again, which no program writes, without reading it again."""
        if known.damaged:
            return self._damaged(known.part, slide_id, number, known.damaged)
        title = f"Slide {number}" if known.title == f"Slide {known.number}" else known.title
        fingerprint = self._fingerprints.of_repeated(known.fingerprint, number)
        return replace(known, slide_id=slide_id, number=number, title=title, fingerprint=fingerprint)

    def _damaged(self, part: str, slide_id: str, number: int, reason: str) -> Slide:
        sentence = "This slide is damaged and is shown as a plain page; open the deck in PowerPoint to repair it."
        self.warnings.append(DeckWarning("damaged-slide", sentence, number))
        fingerprint = self._fingerprints.of_damaged(part, number)
        return Slide(slide_id, number, f"Slide {number}", fingerprint, part=part, damaged=reason)

    def _notes(self, part: str, number: int) -> Element | None:
        """The root of the slide's notes, found by its relationship; None where that leads to anything else."""
        notes_part = self._package.related(part, "notesSlide")
        if not notes_part:
            return None
        try:
            root = self._package.xml(notes_part)
        except PartError:
            sentence = "The notes of this slide are damaged and are not spoken; write them again in PowerPoint."
            self.warnings.append(DeckWarning("damaged-notes", sentence, number))
            return None
        return settle_alternatives(root) if local_name(root) == "notes" else None

    def _advance(self, root: Element, number: int) -> Advance:
        advance, senseless = timing.read_advance(root)
        if senseless:
            sentence = "The time stored for this slide makes no sense and is not used; set it again in PowerPoint."
            self.warnings.append(DeckWarning("slide-timing", sentence, number))
        return advance

    def _features(self, part: str, root: Element, content: str) -> frozenset[Feature]:
        relationships = self._package.relationships(part)
        found = (
            features.drawn_features(root, relationships, self._package)
            | features.text_features(root, content)
            | features.diagram_features(root, relationships, self._package)
        )
        shows_next = truth(root.get("showMasterSp"), default=True)
        backdrop = self._package.related(part, "slideLayout")
        # Two steps, layout and master, however a hostile file may chain them.
        for kind in ("slideMaster", ""):
            if not (backdrop and shows_next):
                break
            behind = self._backdrop(backdrop, kind)
            found |= behind.features
            backdrop, shows_next = behind.parent, behind.shows_parent
        return found

    def _backdrop(self, part: str, parent_kind: str) -> _Backdrop:
        if part not in self._backdrops:
            try:
                root = settle_alternatives(self._package.xml(part))
                self._backdrops[part] = _Backdrop(
                    features.drawn_features(root, self._package.relationships(part), self._package),
                    self._package.related(part, parent_kind),
                    truth(root.get("showMasterSp"), default=True),
                )
            except PartError:
                self._backdrops[part] = _Backdrop(frozenset(), "", shows_parent=False)
        return self._backdrops[part]

    def _collect_fonts(self, part: str, root: Element) -> None:
        """The fonts of a slide and of what it is drawn from: layout, master, theme, charts, diagrams."""
        self.fonts |= typefaces(root)
        waiting = [(part, "slide")]
        while waiting:
            source, source_kind = waiting.pop()
            try:
                relationships = self._package.relationships(source)
            except PartError:
                continue
            for relationship in relationships.values():
                target = relationship.target
                wanted = relationship.kind in _FONT_SOURCES.get(source_kind, frozenset())
                if wanted and not relationship.external and target not in self._fonts_read:
                    self._fonts_read.add(target)
                    self._add_fonts_of(target)
                    waiting.append((target, relationship.kind))

    def _add_fonts_of(self, part: str) -> None:
        try:
            self.fonts |= typefaces(self._package.xml(part))
        except PartError:
            # Its picture suffers, and the renderer says so; that its fonts are not known is no news beside that.
            return


def _language(root: Element, notes: Element | None) -> str:
    spoken = text.main_language(text.notes_bodies(notes)) if notes is not None else ""
    return spoken or text.main_language([root])
