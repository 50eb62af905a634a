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
from slidecast_gui.jobs.store.queue_order import place
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.card_text import NOTHING_KNOWN, Outlook
from slidecast_gui.ui.joblist.changed import ChangedDecks
from slidecast_gui.ui.joblist.dragging import JOB_MIME, ids_of, mime_of_queue, mime_of_videos
from slidecast_gui.ui.joblist.listing import PAGE, QUEUE_PAGE, Listing, Wanted
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

    @property
    def has_more_queue(self) -> bool:
        """Whether there are unfinished jobs that have not been read yet."""
        return self._rows.more_queue

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
        self._rows = self._first_rows()
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
        queue = self._rows.queue
        wanted, self._rows.more_queue = self._listing.queue(0, max(len(queue), QUEUE_PAGE))
        there = {job.job_id for job in wanted}
        for row in reversed(range(len(queue))):
            if queue[row].job_id not in there:
                self._take_out(row)
        for row, job in enumerate(wanted):
            old = next((n for n in range(row, len(queue)) if queue[n].job_id == job.job_id), None)
            if old is None:
                self._insert(row, queue, row, [job])
            elif old != row:
                self.beginMoveRows(_ROOT, old, old, _ROOT, row)
                queue.insert(row, queue.pop(old))
                self.endMoveRows()
            if queue[row] != job:
                self._replace(row, job)

    def read_more(self, limit: int = PAGE) -> bool:
        """Reads the next jobs, at most so many of the queue or of the past; False where there are no more."""
        rows = self._rows
        if rows.more_queue:
            page, rows.more_queue = self._listing.queue(len(rows.queue), limit)
            self._append(rows.queue, page)
        elif rows.more:
            page, rows.more = self._listing.past(len(rows.past), limit)
            self._append(rows.past, page)
        return rows.more

    def stop(self) -> None:
        """Asks nothing more, neither the list nor drives; to be called before the list of jobs is closed."""
        self.missing.stop()
        self.decks.stop()
        self._rows.more = self._rows.more_queue = False

    def _first_rows(self) -> Rows:
        """A page of the queue; of the past too where that is all of the queue."""
        queue, more_queue = self._listing.queue(0)
        past, more = ([], True) if more_queue else self._listing.past(0)
        return Rows(queue, past, more, more_queue)

    def _append(self, rows: list[Job], page: Sequence[Job]) -> None:
        """Puts what has been read behind all others, without what is there already."""
        known = {job.job_id for job in rows}
        self._insert(len(self._rows), rows, len(rows), [job for job in page if job.job_id not in known])

    def _insert(self, row: int, rows: list[Job], at: int, jobs: Sequence[Job]) -> None:
        """Puts jobs into the queue, or into the past, which is `rows`, before `at`: that is `row` of the whole list."""
        if jobs:
            self.beginInsertRows(_ROOT, row, row + len(jobs) - 1)
            rows[at:at] = jobs
            self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are jobs that have not been read yet."""
        return not parent.isValid() and self._rows.more

    def fetchMore(self, parent: Index) -> None:
        """Reads the next page."""
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
        while not (rest := [job.job_id for job in self._rows.queue[row:] if job.job_id not in ids]):
            # Below the last row that was read is not the end of the queue.
            if not self.has_more_queue:
                break
            self.read_more()
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
            if row >= 0:
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
        rows = self._rows
        if job.status.ended:
            at = rows.place_in_past(job, self.wanted.order)
            if at is not None:
                self._insert(len(rows.queue) + at, rows.past, at, [job])
        else:
            at = rows.place_in_queue(job)
            if at is not None:
                self._insert(at, rows.queue, at, [job])

    def _move_in_queue(self, row: int, job: Job) -> int:
        """To where a job is shown in its present state; the row it has there, -1 where that has not been read."""
        if place(self._rows.at(row)) == place(job):
            return row
        target = self._rows.place_in_queue(job)
        if target is None:
            self._take_out(row)
            return -1
        if target != row:
            # Qt counts the row that is moved, as long as it lies before the place it is moved to.
            self.beginMoveRows(_ROOT, row, row, _ROOT, target + (target > row))
            self._rows.queue.insert(target, self._rows.queue.pop(row))
            self.endMoveRows()
        return target

    def _end(self, row: int, job: Job) -> None:
        """A job of the queue belongs to the past now. Moved, not taken out and put in: it may be selected."""
        at = self._rows.place_in_past(job, self.wanted.order)
        if at is None:
            self._take_out(row)
            return
        target = len(self._rows.queue) + at
        moves = target > row + 1
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        else:
            # The row stays where it is, and begins another group: its height changes with its heading.
            self.layoutAboutToBeChanged.emit()
        self._rows.take(row)
        self._rows.past.insert(at, job)
        if moves:
            self.endMoveRows()
        else:
            self.layoutChanged.emit()
        self._tell(len(self._rows.queue) + at)

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
