"""The list of job cards: pointer, keyboard and drag, over the job model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from slidecast_gui.jobs import Job
from slidecast_gui.ui.joblist.card_text import pictured_by
from slidecast_gui.ui.joblist.dragging import JOB_MIME
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_delegate import JobDelegate
from slidecast_gui.ui.joblist.job_model import Index, JobModel
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.turns import Turns

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_AT_ONCE = 200
"""Rows read in one turn of the event loop."""
_DRAGGED_WIDTH = 128


class JobList(QListView):
    """Shows jobs, tells what the presenter wants done with them; it never does it.

    `asked` carries a JobAction and the job's id, from a card's button. `activated` (Return, double click) and
    `menu_wanted` leave the choice to the window.
    """

    asked = Signal(str, str)
    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: JobModel, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = model
        self._thumbnails = thumbnails
        self._cards = JobDelegate(theme, thumbnails, self)
        self._pressed: tuple[JobAction, str] | None = None
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Jobs"))
        self.setAccessibleDescription(
            self.tr("Decks in the queue, then past jobs; the menu key shows what can be done")
        )
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # A long history is laid out bit by bit, so that no single step is felt.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.verticalScrollBar().setSingleStep(24)
        self._turns = Turns(self)
        self._wants_all = False
        self._sought = ""
        self.selectionModel().selectionChanged.connect(self._choice_changed)
        # Qt repaints what has moved, and not the gap that a heading has left.
        model.layoutChanged.connect(lambda *_rows: self.viewport().update())
        model.rowsMoved.connect(lambda _from, first, _last, _to, before: self._follow(before - (before > first)))
        model.rowsRemoved.connect(lambda *_rows: self._turns.take(self._stay))
        thumbnails.arrived.connect(self._repaint_picture)
        theme.changed.connect(self._restyle)

    @property
    def chosen(self) -> list[Job]:
        """The selected jobs, from the top."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [job for job in map(self._jobs.job, rows) if job is not None]

    def choose(self, job_id: str) -> None:
        """Selects a job and brings it into view, where it is listed; a long queue is read bit by bit to find it."""
        self._wants_all = False
        self._sought = job_id
        self._seek()

    def choose_first(self) -> None:
        """Selects the first job where none is: what runs, else what comes next, else what was made last."""
        if not self.chosen and self._jobs.rowCount():
            self.selectionModel().setCurrentIndex(self._jobs.index(0), _CHOOSE)

    def selectAll(self) -> None:
        """All that is listed, also what has not been read yet: that is read bit by bit, as thousands take a while."""
        super().selectAll()
        self._sought = ""
        self._wants_all = self._jobs.canFetchMore(QModelIndex())
        if self._wants_all:
            self._turns.take(self._read_and_select)

    def forbid(self, sentence: str) -> None:
        """No job can be changed or put elsewhere, and the sentence says why; an empty one allows it."""
        self._cards.forbidden = sentence
        self._jobs.is_fixed = bool(sentence)
        self.viewport().update()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaints the changed rows alone.

        QListView would lay out the whole list again for every percent, because a row may have changed its height;
        cards do not.
        """
        QAbstractItemView.dataChanged(self, first, last, roles)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer over the cards' buttons."""
        self._point_at(event.position())
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a card's button is not the beginning of a selection or a drag."""
        self._wants_all, self._sought = False, ""
        self._pressed = self._button_at(event) if event.button() == Qt.MouseButton.LeftButton else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button acts when it is released where it was pressed."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self._button_at(event) == pressed and self._cards.may(pressed[0]):
            self.asked.emit(pressed[0], pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a button are two clicks on a button."""
        if self._button_at(event) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return activates a card on every system, also where Qt would edit it."""
        self._wants_all, self._sought = False, ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard is somewhere: the current job is the chosen one, where none was."""
        super().focusInEvent(event)
        by_pointer = event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        if by_pointer or self.chosen:
            return
        if self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _CHOOSE)
        else:
            self.choose_first()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button, at the card."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.chosen:
            self.menu_wanted.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        """No button is below a pointer that has gone."""
        self._cards.pointer = None
        super().leaveEvent(event)

    def startDrag(self, _supported: Qt.DropAction) -> None:
        """Jobs of the queue are moved in it; videos are copied out, never moved: the history would lose them."""
        current = self.currentIndex()
        if self._jobs.is_in_queue(current):
            super().startDrag(Qt.DropAction.MoveAction)
            return
        chosen = [index for index in self.selectionModel().selectedIndexes() if not self._jobs.is_in_queue(index)]
        drag = QDrag(self)
        drag.setMimeData(self._jobs.mimeData(chosen))
        job = self._jobs.job(current)
        picture = self._thumbnails.picture(pictured_by(job)) if job is not None else None
        if picture is not None:
            drag.setPixmap(picture.scaledToWidth(_DRAGGED_WIDTH, Qt.TransformationMode.SmoothTransformation))
        if drag.mimeData().urls():
            drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes only its own rows; files go on to the window."""
        if event.mimeData().hasFormat(JOB_MIME):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As `dragEnterEvent`."""
        if event.mimeData().hasFormat(JOB_MIME):
            super().dragMoveEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Puts dragged jobs between two others. QListView's own way would move rows before the table has."""
        row = self._row_below(event.position().toPoint())
        if self._jobs.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _follow(self, row: int) -> None:
        """A row has moved to `row`: the one that keys go to stays in sight, where it was moved within the queue.

        What ends goes to the past by itself, and nobody wants the list to be pulled away below the pointer.
        """
        self.viewport().update()
        current = self.currentIndex()
        if self.hasFocus() and current.row() == row and self._jobs.is_in_queue(current):
            self.scrollTo(current)

    def _choice_changed(self, chosen: QItemSelection, given_up: QItemSelection) -> None:
        # Qt tells it of every row that is inserted, too, with nothing that was chosen or given up.
        if not (chosen.isEmpty() and given_up.isEmpty()):
            self.chosen_changed.emit()

    def _stay(self) -> None:
        """The chosen row is gone: who goes on by keys goes on from the next one."""
        if self.hasFocus() and not self.chosen and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _CHOOSE)

    def _read_and_select(self) -> None:
        """One step to all jobs, unless the presenter has chosen otherwise meanwhile."""
        if not self._wants_all:
            return
        if self._jobs.read_more(_AT_ONCE):
            self._turns.take(self._read_and_select)
        else:
            super().selectAll()

    def _seek(self) -> None:
        """One step to a job that is to be chosen, unless the presenter has chosen another one meanwhile."""
        row = self._jobs.row_of(self._sought) if self._sought else -1
        if row >= 0:
            self._sought = ""
            index = self._jobs.index(row)
            self.selectionModel().setCurrentIndex(index, _CHOOSE)
            self.scrollTo(index)
        elif self._sought and self._jobs.has_more_queue:
            self._jobs.read_more(_AT_ONCE)
            self._turns.take(self._seek)

    def _row_below(self, point: QPoint) -> int:
        """The row before which something dropped at `point` belongs."""
        index = self.indexAt(point)
        if not index.isValid():
            return self._jobs.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _button_at(self, event: QMouseEvent) -> tuple[JobAction, str] | None:
        index = self.indexAt(event.position().toPoint())
        job = self._jobs.job(index)
        if job is None:
            return None
        action = self._cards.action_at(self.visualRect(index), index, event.position())
        return None if action is None else (action, job.job_id)

    def _point_at(self, point: QPointF) -> None:
        self._cards.pointer = point
        index = self.indexAt(point.toPoint())
        if index.isValid():
            self.update(index)

    def _repaint_picture(self, path: str) -> None:
        """A thumbnail has been read: repaints the rows in sight that show it, if it is a picture."""
        if self._thumbnails.picture(path) is None:
            return
        top = self.indexAt(QPoint(40, 2))
        row = top.row() if top.isValid() else 0
        while row < self._jobs.rowCount():
            index = self._jobs.index(row)
            if self.visualRect(index).top() > self.viewport().height():
                break
            job = self._jobs.job(index)
            if job is not None and pictured_by(job) == path:
                self.update(index)
            row += 1

    def _restyle(self) -> None:
        self._cards.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
