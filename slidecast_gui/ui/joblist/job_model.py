"""The list of jobs as Qt's views see it: the queue in its order, then past jobs, newest first, a page at a time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import IntEnum
from itertools import chain

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

from slidecast_gui.jobs import UNFINISHED, Job, JobStatus, JobStore
from slidecast_gui.jobs.ordering import comes_before
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.changed import ChangedDecks
from slidecast_gui.ui.joblist.listing import Listing, Wanted
from slidecast_gui.ui.joblist.missing import MissingVideos
from slidecast_gui.ui.joblist.pace import Pace
from slidecast_gui.ui.joblist.standing import DeckState, Standing
from slidecast_gui.ui.translation import say
from slidecast_gui.ui.wording import day

JOB_MIME = "application/x-slidecast-job"

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a view may ask of a row besides Qt's own roles."""

    JOB = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    REMAINING = Qt.ItemDataRole.UserRole + 3
    STANDING = Qt.ItemDataRole.UserRole + 4


class JobModel(QAbstractListModel):
    """A window onto the job table: it keeps no job, only the rows read so far, and reads a row again when told.

    `moved` asks for a job to be put before another one in the queue (empty: at the end); the table decides.
    """

    moved = Signal(str, str)

    def __init__(self, store: JobStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing(store)
        self._queue: list[Job] = []
        self._past: list[Job] = []
        self._more = False
        self._pace = Pace()
        self.missing = MissingVideos(self)
        self.missing.changed.connect(self._missing_changed)
        self.decks = ChangedDecks(self)
        self.decks.changed.connect(self._deck_changed)
        self._anew: dict[str, bool] = {}
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
        return self._at(index.row()) if index.isValid() else None

    def row_of(self, job_id: str) -> int:
        """Where a job is listed now; -1 where it is not."""
        return next((row for row, job in enumerate(chain(self._queue, self._past)) if job.job_id == job_id), -1)

    def standing(self, job: Job) -> Standing:
        """How the job's files stand. A deck has not changed for the presenter where a later job is of it as it is."""
        deck = self.decks.state(job)
        if deck is DeckState.CHANGED:
            if job.job_id not in self._anew:
                self._anew[job.job_id] = self._listing.is_rendered_anew(job)
            deck = DeckState.SAME if self._anew[job.job_id] else deck
        return Standing(self.missing.is_missing(job), deck)

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
        self._queue = self._listing.queue()
        self._past, self._more = self._listing.past(0)
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
        if job is None:
            self._take_out(row)
        elif self._was_reordered(row, job):
            self.refresh_queue()
        elif row < 0:
            self._put_in(job)
        elif row < len(self._queue) and job.status.ended:
            self._end(row, job)
        else:
            self._replace(row, job)
        self._watch()

    def refresh_queue(self) -> None:
        """The order of the queue has changed: moves rows to where they are now."""
        wanted = self._listing.queue()
        if {job.job_id for job in wanted} != {job.job_id for job in self._queue}:
            self.reload()
            return
        for row, job in enumerate(wanted):
            old = next(n for n in range(row, len(self._queue)) if self._queue[n].job_id == job.job_id)
            if old != row:
                self.beginMoveRows(_ROOT, old, old, _ROOT, row)
                self._queue.insert(row, self._queue.pop(old))
                self.endMoveRows()
            if self._queue[row] != job:
                self._replace(row, job)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._queue) + len(self._past)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are past jobs that have not been read yet."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Reads the next page of past jobs."""
        if parent.isValid() or not self._more:
            return
        page, self._more = self._listing.past(len(self._past))
        known = {job.job_id for job in self._past}
        page = [job for job in page if job.job_id not in known]
        if page:
            first = self.rowCount()
            self.beginInsertRows(_ROOT, first, first + len(page) - 1)
            self._past += page
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The facts of a row; `Role.JOB` gives all of them at once."""
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        job = self._at(index.row())
        match role:
            case Role.JOB:
                return job
            case Role.HEADING:
                return self._heading(index.row())
            case Role.REMAINING:
                return self.remaining(job.job_id)
            case Role.STANDING:
                return self.standing(job)
            case Qt.ItemDataRole.DisplayRole:
                return job.name
            case Qt.ItemDataRole.ToolTipRole:
                return job.error or card_text.waits_for(job) or job.deck_path
            case Qt.ItemDataRole.AccessibleTextRole:
                return card_text.spoken(job, self.remaining(job.job_id), datetime.now(UTC), self.standing(job))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Jobs of the queue can be dragged; drops go between rows, never onto one."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.row() < len(self._queue) else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved within the list."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What a drag within the list carries."""
        return [JOB_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged jobs, one a line."""
        mime = QMimeData()
        rows = sorted(index.row() for index in indexes)
        mime.setData(JOB_MIME, "\n".join(self._at(row).job_id for row in rows).encode())
        return mime

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Asks for the dragged jobs to be put before `row`; the list follows once the table has changed."""
        if parent.isValid() or not data.hasFormat(JOB_MIME) or not 0 <= row <= len(self._queue):
            return False
        ids = bytes(data.data(JOB_MIME).data()).decode().split("\n")
        rest = [job.job_id for job in self._queue[row:] if job.job_id not in ids]
        for job_id in ids:
            self.moved.emit(job_id, rest[0] if rest else "")
        return True

    def _at(self, row: int) -> Job:
        return self._queue[row] if row < len(self._queue) else self._past[row - len(self._queue)]

    def _heading(self, row: int) -> str:
        """The group's name on its first row, empty on the others."""
        if row < len(self._queue):
            return say("Queue") if row == 0 else ""
        if not self.wanted.order.is_by_date:
            return say("Past") if row == len(self._queue) else ""
        today = datetime.now(UTC).astimezone().date()
        own = self._group(row, today)
        return own if row == len(self._queue) or self._group(row - 1, today) != own else ""

    def _group(self, row: int, today: date) -> str:
        return day(self._at(row).moment, today)

    def _was_reordered(self, row: int, job: Job) -> bool:
        """Whether a job has another place in the queue; then those behind it may have one, too."""
        queued = 0 <= row < len(self._queue) and job.status in UNFINISHED
        return queued and self._queue[row].position != job.position

    def _replace(self, row: int, job: Job) -> None:
        if row < len(self._queue):
            self._queue[row] = job
        else:
            self._past[row - len(self._queue)] = job
        self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, row: int) -> None:
        if row < 0:
            return
        self.beginRemoveRows(_ROOT, row, row)
        if row < len(self._queue):
            del self._queue[row]
        else:
            del self._past[row - len(self._queue)]
        self.endRemoveRows()

    def _put_in(self, job: Job) -> None:
        if job.status in UNFINISHED:
            row = sum(other.position <= job.position for other in self._queue)
            self.beginInsertRows(_ROOT, row, row)
            self._queue.insert(row, job)
            self.endInsertRows()
            return
        place = self._place_in_past(job)
        if place is not None:
            row = len(self._queue) + place
            self.beginInsertRows(_ROOT, row, row)
            self._past.insert(place, job)
            self.endInsertRows()

    def _end(self, row: int, job: Job) -> None:
        """A job of the queue belongs to the past now. Moved, not taken out and put in: it may be selected."""
        place = self._place_in_past(job)
        if place is None:
            self._take_out(row)
            return
        target = len(self._queue) + place
        moves = target > row + 1
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        else:
            # The row stays where it is, and begins another group: its height changes with its heading.
            self.layoutAboutToBeChanged.emit()
        del self._queue[row]
        self._past.insert(place, job)
        if moves:
            self.endMoveRows()
        else:
            self.layoutChanged.emit()
        changed = self.index(len(self._queue) + place)
        self.dataChanged.emit(changed, changed)

    def _place_in_past(self, job: Job) -> int | None:
        """Where a job belongs among the past ones; None on a page that has not been read."""
        place = sum(comes_before(other, job, self.wanted.order) for other in self._past)
        return None if place == len(self._past) and self._more else place

    def _running_rows(self) -> list[int]:
        return [row for row, job in enumerate(self._queue) if job.status is JobStatus.RUNNING]

    def _watch(self) -> None:
        """The clock ticks only while something runs."""
        if bool(self._running_rows()) != self._clock.isActive():
            if self._clock.isActive():
                self._clock.stop()
            else:
                self._clock.start()

    def _missing_changed(self, path: str) -> None:
        for row, job in enumerate(self._past, len(self._queue)):
            if job.video_path == path:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _deck_changed(self, job_id: str) -> None:
        row = self.row_of(job_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _tick(self) -> None:
        """A second has passed: the times on running cards have changed."""
        for row in self._running_rows():
            self.dataChanged.emit(self.index(row), self.index(row))
