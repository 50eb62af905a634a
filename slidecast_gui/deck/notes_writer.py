"""A copy of a deck with other speaker notes, and nothing else changed.

python-pptx could make missing notes too, but saving with it writes every part anew, drops what it does not know, and
it opens neither templates nor strict files.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.markup import Element, local_name
from slidecast_gui.deck.model import Deck, DeckKind, Slide
from slidecast_gui.deck.notes_markup import NotesMarkup
from slidecast_gui.deck.opening import opened_package
from slidecast_gui.deck.package import Package, PartError, Relationship
from slidecast_gui.deck.package_changes import PackageChanges

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_NOTES_TYPE, _MASTER_TYPE = f"{_TYPE}notesSlide+xml", f"{_TYPE}notesMaster+xml"


def check_notes_writable(deck: Deck) -> None:
    """Raise DeckError for a deck into which no notes can be written: a PDF, or what had to be converted to be read."""
    if deck.kind is DeckKind.PDF:
        raise refusals.no_notes_in_pdf(deck.path)
    if deck.source != deck.path:
        raise refusals.no_notes_in_format(deck.path)


def write_notes(deck: Deck, scripts: Mapping[str, str], target: Path) -> None:
    """Write the deck to `target` with `scripts`, by `Slide.slide_id`, in place of those slides' notes.

    All other parts keep their bytes. Slides that cannot be read are left as they are. Raises DeckError, also as
    `check_notes_writable`, and OSError.
    """
    check_notes_writable(deck)
    with opened_package(deck.source, deck.path) as package:
        writer = _NotesWriter(package)
        for slide in deck.slides:
            if slide.slide_id in scripts and not slide.damaged:
                writer.write(slide, scripts[slide.slide_id])
        writer.changes.write(target)


class _NotesWriter:
    """Changes the notes of single slides of one open package. Raises PartError."""

    def __init__(self, package: Package) -> None:
        self.changes = PackageChanges(package)
        self._package = package
        self._main = package.related("/", "officeDocument")
        self._markup = NotesMarkup(package.xml(self._main))
        self._master = package.related(self._main, "notesMaster")
        if self._master not in package:
            self._master = ""

    def write(self, slide: Slide, script: str) -> None:
        """Another script for a slide; no notes are made to say nothing."""
        part = self._package.related(slide.part, "notesSlide")
        root = self._readable(part)
        if root is not None and self._markup.replace(root, script):
            return
        if script.strip():
            self._write_fresh(slide, part, script)

    def _readable(self, part: str) -> Element | None:
        """The root of a notes slide that can be written to; None where it is missing, damaged or something else."""
        try:
            root = self.changes.root(part) if part else None
        except PartError:
            return None
        return root if root is not None and local_name(root) == "notes" else None

    def _write_fresh(self, slide: Slide, part: str, script: str) -> None:
        """Notes for a slide without any, or under the name of those it has and nobody can read."""
        if not part:
            part = self.changes.free_name("/ppt/notesSlides/notesSlide{}.xml")
            self._relate(slide.part, "notesSlide", part)
        self.changes.put(part, self._markup.fresh(script, slide.language), _NOTES_TYPE)
        known = {relationship.kind for relationship in self._relationships(part)}
        for kind, target in (("notesMaster", self._ensure_master()), ("slide", slide.part)):
            if kind not in known:
                self._relate(part, kind, target)

    def _relationships(self, part: str) -> tuple[Relationship, ...]:
        return tuple(self._package.relationships(part).values())

    def _ensure_master(self) -> str:
        """The notes master, without which there are no notes; made where the deck has none."""
        if not self._master:
            self._master = self.changes.free_name("/ppt/notesMasters/notesMaster{}.xml")
            self.changes.put(self._master, self._markup.template("notes-master"), _MASTER_TYPE)
            self._give_theme(self._master)
            self._list_master()
        return self._master

    def _give_theme(self, master: str) -> None:
        """Each master has a theme of its own: this one the slides'."""
        slides = self._package.related(self._main, "slideMaster")
        theme = self._package.related(slides, "theme") if slides else ""
        if theme in self._package:
            own = self.changes.free_name(theme.rpartition("/")[0] + "/theme{}.xml")
            self.changes.put_copy(own, theme)
            self._relate(master, "theme", own)

    def _list_master(self) -> None:
        """Tell the presentation of its notes master, where the schema has it: behind the list of slide masters."""
        presentation = self.changes.root(self._main)
        for stale in list(presentation.iterchildren("{*}notesMasterIdLst")):
            presentation.remove(stale)
        rel_id = self._relate(self._main, "notesMaster", self._master)
        masters = presentation.find("{*}sldMasterIdLst")
        place = 0 if masters is None else presentation.index(masters) + 1
        presentation.insert(place, self._markup.master_list(rel_id))

    def _relate(self, source: str, kind: str, target: str) -> str:
        return self.changes.relate(source, f"{self._markup.relationships}/{kind}", target)
