"""The list of jobs as Qt's views see it: the queue as it is shown, then past jobs, a page at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from slidecast_gui.effort import Talk
from slidecast_gui.jobs import Job, JobStatus, JobStore
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.card_text import NOTHING_KNOWN, Outlook
from slidecast_gui.ui.joblist.changed import ChangedDecks
from slidecast_gui.ui.joblist.dragging import JOB_MIME, ids_of, mime_of_queue, mime_of_videos
from slidecast_gui.ui.joblist.listing import PAGE, Listing, Wanted
from slidecast_gui.ui.joblist.missing import MissingVideos
from slidecast_gui.ui.joblist.pace import Pace
from slidecast_gui.ui.joblist.rows import Rows
from slidecast_gui.ui.joblist.standing import DeckState, Standing
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import day

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a view may ask of a row besides Qt's own roles."""

    JOB = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    REMAINING = Qt.ItemDataRole.UserRole + 3
    STANDING = Qt.ItemDataRole.UserRole + 4
    OUTLOOK = Qt.ItemDataRole.UserRole + 5


class JobModel(QAbstractListModel):
    """A window onto the job table: it keeps no job, only the rows read so far, and reads a row again when told.

    `moved` asks for a job to be put before another one in the queue (empty: at the end); the table decides.
    """

    moved = Signal(str, str)

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing(store)
        self._rows = Rows()
        self._pace = Pace()
        self.missing = MissingVideos(self)
        self.missing.changed.connect(self._missing_changed)
        self.decks = ChangedDecks(self)
        self.decks.changed.connect(lambda job_id: self._tell(self.row_of(job_id)))
        self._anew: dict[str, bool] = {}
        self._talk_of: Callable[[Job], Talk | None] = lambda _job: None
        self._usual: RenderSettings | None = None
        self.is_fixed = False
        """Whether the queue's order cannot be changed."""
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self.reload()

    @property
    def wanted(self) -> Wanted:
        """What is listed."""
        return self._listing.wanted

    def counts(self) -> dict[JobStatus, int]:
        """How many jobs in each state would be listed if all states were."""
        return self._listing.counts()

    def job(self, index: Index) -> Job | None:
        """The job of a row, as it was last read."""
        return self._rows.at(index.row()) if index.isValid() else None

    def row_of(self, job_id: str) -> int:
        """Where a job is listed now; -1 where it is not."""
        return self._rows.row_of(job_id)

    def is_in_queue(self, index: Index) -> bool:
        """Whether a row is one of the queue."""
        return index.isValid() and self._rows.in_queue(index.row())

    def standing(self, job: Job) -> Standing:
        """How the job's files stand. A deck has not changed for the presenter where a later job is of it as it is."""
        deck = self.decks.state(job)
        if deck is DeckState.CHANGED:
            if job.job_id not in self._anew:
                self._anew[job.job_id] = self._listing.is_rendered_anew(job)
            deck = DeckState.SAME if self._anew[job.job_id] else deck
        return Standing(self.missing.is_missing(job), deck)

    def take_talks(self, talk_of: Callable[[Job], Talk | None]) -> None:
        """`talk_of` knows decks that wait; when it knows more, `tell_queue` shows it."""
        self._talk_of = talk_of

    def take_usual(self, settings: RenderSettings) -> None:
        """The settings that are shown elsewhere in the window: cards say only what differs from them."""
        self._usual = settings
        self.tell_queue()

    def tell_queue(self) -> None:
        """Something has become known of decks that wait."""
        if self._rows.queue:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.queue) - 1))

    def remaining(self, job_id: str) -> float | None:
        """Seconds a running job still takes, or None while nobody can know."""
        return self._pace.remaining(job_id)

    def expect(self, job_id: str, seconds: float) -> None:
        """A job that runs is expected to take so long from its beginning to its end."""
        self._pace.expect(job_id, seconds)

    def show(self, wanted: Wanted) -> None:
        """Lists only what is wanted."""
        if self._listing.wanted != wanted:
            self._listing.wanted = wanted
            self.reload()

    def reload(self) -> None:
        """Reads the queue and the first page of past jobs again."""
        self.beginResetModel()
        self._rows = Rows(self._listing.queue(), *self._listing.past(0))
        self._anew.clear()
        self.endResetModel()
        self._watch()

    def refresh(self, job_id: str) -> None:
        """A job was added, has changed, or is gone: reads it, and puts it where it belongs."""
        job = self._listing.read(job_id)
        row = self.row_of(job_id)
        self.missing.forget(job.video_path if job else "")
        self.decks.forget(job_id)
        self._anew.clear()
        if job is not None and job.status is JobStatus.RUNNING:
            self._pace.note(job_id, job.progress / 100, time.monotonic())
        else:
            self._pace.forget(job_id)
        self._put(row, job)
        self._watch()

    def refresh_queue(self) -> None:
        """The order of the queue has changed: moves rows to where they are now."""
        queue, wanted = self._rows.queue, self._listing.queue()
        if {job.job_id for job in wanted} != {job.job_id for job in queue}:
            self.reload()
            return
        for row, job in enumerate(wanted):
            old = next(n for n in range(row, len(queue)) if queue[n].job_id == job.job_id)
            if old != row:
                self.beginMoveRows(_ROOT, old, old, _ROOT, row)
                queue.insert(row, queue.pop(old))
                self.endMoveRows()
            if queue[row] != job:
                self._replace(row, job)

    def read_more(self, limit: int = PAGE) -> bool:
        """Reads the next past jobs, at most so many; False where there are no more."""
        if not self._rows.more:
            return False
        page, self._rows.more = self._listing.past(len(self._rows.past), limit)
        known = {job.job_id for job in self._rows.past}
        page = [job for job in page if job.job_id not in known]
        if page:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(page) - 1)
            self._rows.past += page
            self.endInsertRows()
        return self._rows.more

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are past jobs that have not been read yet."""
        return not parent.isValid() and self._rows.more

    def fetchMore(self, parent: Index) -> None:
        """Reads the next page of past jobs."""
        if not parent.isValid():
            self.read_more()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The facts of a row; `Role.JOB` gives all of them at once."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        job = self._rows.at(index.row())
        match role:
            case Role.JOB:
                return job
            case Role.HEADING:
                return self._heading(index.row())
            case Role.REMAINING:
                return self.remaining(job.job_id)
            case Role.STANDING:
                return self.standing(job)
            case Role.OUTLOOK:
                return self._outlook(job)
            case Qt.ItemDataRole.DisplayRole:
                return job.name
            case Qt.ItemDataRole.ToolTipRole:
                return job.error or card_text.waits_for(job) or job.deck_path
            case Qt.ItemDataRole.AccessibleTextRole:
                return card_text.spoken(
                    job, self.remaining(job.job_id), datetime.now(UTC), self.standing(job), self._outlook(job)
                )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Jobs of the queue and videos can be dragged; drops go between rows, never onto one."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        can_be_dragged = not self.is_fixed if self.is_in_queue(index) else self._has_video(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if can_be_dragged else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved within the list."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What a drag within the list carries."""
        return [JOB_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged jobs of the queue; where there is none among them, the videos of the others."""
        rows = sorted(index.row() for index in indexes)
        queued = [self._rows.at(row) for row in rows if self._rows.in_queue(row)]
        if queued:
            return mime_of_queue(queued)
        return mime_of_videos(self._rows.at(row) for row in rows if self._has_video(self.index(row)))

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Asks for the dragged jobs to be put before `row`; the list follows once the table has changed."""
        ids = ids_of(data)
        if parent.isValid() or not ids or not 0 <= row <= len(self._rows.queue):
            return False
        rest = [job.job_id for job in self._rows.queue[row:] if job.job_id not in ids]
        for job_id in ids:
            self.moved.emit(job_id, rest[0] if rest else "")
        return True

    def _outlook(self, job: Job) -> Outlook:
        return NOTHING_KNOWN if job.status.ended else Outlook(self._talk_of(job), self._usual)

    def _has_video(self, index: Index) -> bool:
        job = self._rows.at(index.row())
        return job.status is JobStatus.DONE and bool(job.video_path) and not self.missing.is_missing(job)

    def _heading(self, row: int) -> str:
        """The group's name on its first row, empty on the others."""
        first = len(self._rows.queue)
        if row < first:
            return say("Queue") if row == 0 else ""
        if not self.wanted.order.is_by_date:
            return say("Past") if row == first else ""
        today = datetime.now(UTC).astimezone().date()
        own = day(self._rows.at(row).moment, today)
        return own if row == first or day(self._rows.at(row - 1).moment, today) != own else ""

    def _put(self, row: int, job: Job | None) -> None:
        """A job as it is now, in place of what is shown of it in `row` (-1: nothing)."""
        was_queued = self._rows.in_queue(row)
        if job is None:
            self._take_out(row)
        elif row < 0:
            self._put_in(job)
        elif was_queued and job.status.ended:
            self._end(row, job)
        elif was_queued and self._rows.at(row).position != job.position:
            # Those behind it may have another place, too.
            self.refresh_queue()
        else:
            if was_queued:
                row = self._move_in_queue(row, job)
            self._replace(row, job)

    def _replace(self, row: int, job: Job) -> None:
        self._rows.replace(row, job)
        self._tell(row)

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, row: int) -> None:
        if row >= 0:
            self.beginRemoveRows(_ROOT, row, row)
            self._rows.take(row)
            self.endRemoveRows()

    def _put_in(self, job: Job) -> None:
        if job.status.ended:
            place = self._rows.place_in_past(job, self.wanted.order)
            if place is None:
                return
            rows, row = self._rows.past, len(self._rows.queue) + place
        else:
            place = self._rows.place_in_queue(job)
            rows, row = self._rows.queue, place
        self.beginInsertRows(_ROOT, row, row)
        rows.insert(place, job)
        self.endInsertRows()

    def _move_in_queue(self, row: int, job: Job) -> int:
        """To where a job is shown in its present state; the row it has there."""
        target = self._rows.place_in_queue(job)
        if target != row:
            # Qt counts the row that is moved, as long as it lies before the place it is moved to.
            self.beginMoveRows(_ROOT, row, row, _ROOT, target + (target > row))
            self._rows.queue.insert(target, self._rows.queue.pop(row))
            self.endMoveRows()
        return target

    def _end(self, row: int, job: Job) -> None:
        """A job of the queue belongs to the past now. Moved, not taken out and put in: it may be selected."""
        place = self._rows.place_in_past(job, self.wanted.order)
        if place is None:
            self._take_out(row)
            return
        target = len(self._rows.queue) + place
        moves = target > row + 1
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        else:
            # The row stays where it is, and begins another group: its height changes with its heading.
            self.layoutAboutToBeChanged.emit()
        self._rows.take(row)
        self._rows.past.insert(place, job)
        if moves:
            self.endMoveRows()
        else:
            self.layoutChanged.emit()
        self._tell(len(self._rows.queue) + place)

    def _running_rows(self) -> list[int]:
        return [row for row, job in enumerate(self._rows.queue) if job.status is JobStatus.RUNNING]

    def _watch(self) -> None:
        """The clock ticks only while something runs."""
        if bool(self._running_rows()) != self._clock.isActive():
            if self._clock.isActive():
                self._clock.stop()
            else:
                self._clock.start()

    def _missing_changed(self, path: str) -> None:
        for row, job in enumerate(self._rows):
            if job.video_path == path:
                self._tell(row)

    def _tick(self) -> None:
        """A second has passed: the times on running cards have changed."""
        for row in self._running_rows():
            self._tell(row)
