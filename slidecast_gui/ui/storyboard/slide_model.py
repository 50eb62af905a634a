"""The slides of the open deck as Qt's views see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from slidecast_gui.edits import NO_EDIT, SlideEdit
from slidecast_gui.rehearsal.messages import Drawn, SlideFacts, Timed
from slidecast_gui.ui.storyboard import words
from slidecast_gui.ui.storyboard.script_edits import BoardSlide

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a view may ask of a row besides Qt's own roles."""

    SLIDE = Qt.ItemDataRole.UserRole + 1


class SlideModel(QAbstractListModel):
    """One row for each slide, in the order of the deck: slide 1 is row 0. News of other slides is dropped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slides: list[BoardSlide] = []

    @property
    def slides(self) -> Sequence[BoardSlide]:
        """All slides as they are now."""
        return tuple(self._slides)

    def slide(self, number: int) -> BoardSlide | None:
        """The slide of this number, if there is one."""
        return self._slides[number - 1] if 0 < number <= len(self._slides) else None

    def number_of(self, slide_id: str) -> int | None:
        """Where a slide is now."""
        return next((slide.number for slide in self._slides if slide.facts.slide_id == slide_id), None)

    def show(self, facts: Sequence[SlideFacts], edits: Mapping[str, SlideEdit]) -> None:
        """Other slides, with what has been edited of them. What was found out of the same ones before is kept."""
        known = {slide.facts: slide for slide in self._slides}
        self.beginResetModel()
        self._slides = [
            replace(known.get(one, BoardSlide(one)), edit=edits.get(one.slide_id, NO_EDIT), undrawn="", unheard="")
            for one in facts
        ]
        self.endResetModel()

    def note_edit(self, number: int, edit: SlideEdit) -> None:
        """The presenter has changed a slide; what was wrong with its sound may be no longer."""
        slide = self.slide(number)
        if slide is not None:
            self._replace(replace(slide, edit=edit, unheard=""))

    def note_drawn(self, drawn: Drawn) -> None:
        """A slide's picture is there."""
        slide = self.slide(drawn.number)
        if slide is not None:
            self._replace(replace(slide, picture=drawn.path, warnings=drawn.warnings, undrawn=""))

    def note_timed(self, timed: Timed) -> None:
        """A slide's time is known."""
        slide = self.slide(timed.number)
        if slide is not None:
            self._replace(replace(slide, seconds=timed.seconds, heard=timed.heard, unheard=""))

    def note_trouble(self, number: int, sentence: str, *, is_heard: bool) -> None:
        """A slide could not be drawn; or its sound made, and its time before was that of another sound."""
        slide = self.slide(number)
        if slide is None:
            return
        if is_heard:
            self._replace(replace(slide, unheard=sentence, seconds=None, heard=None))
        else:
            self._replace(replace(slide, undrawn=sentence))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as there are slides."""
        return 0 if parent.isValid() else len(self._slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The facts of a row; `Role.SLIDE` gives all of them at once."""
        if not index.isValid() or not 0 <= index.row() < len(self._slides):
            return None
        slide = self._slides[index.row()]
        match role:
            case Role.SLIDE:
                return slide
            case Qt.ItemDataRole.DisplayRole:
                return words.title(slide)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((words.title(slide), *slide.complaints))
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.spoken(slide, len(self._slides))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return " ".join(slide.complaints)
        return None

    def _replace(self, slide: BoardSlide) -> None:
        row = slide.number - 1
        if self._slides[row] != slide:
            self._slides[row] = slide
            self.dataChanged.emit(self.index(row), self.index(row))
