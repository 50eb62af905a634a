"""Carries out what the presenter asks for, with the queue and the desktop; every refusal becomes a sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QStandardPaths, QThreadPool, Signal, Slot
from PySide6.QtGui import QGuiApplication

from slidecast_gui.jobs import Job, JobStatus, JobStore, Removal
from slidecast_gui.jobs.owner import is_held_by_another
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.store.pathnames import settled_output
from slidecast_gui.jobs.store.queue_order import moves
from slidecast_gui.paths import resource
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import desktop
from slidecast_gui.ui.dropping import drops
from slidecast_gui.ui.joblist.job_actions import JobAction, possible
from slidecast_gui.ui.joblist.standing import Standing
from slidecast_gui.ui.locating import Locating
from slidecast_gui.ui.turns import Turns
from slidecast_gui.ui.wording import is_ready

SAMPLE = ("samples", "welcome-to-slidecast.pptx")

_AT_ONCE = 4
"""Decks that are added in one turn of the event loop."""
_LEAVE_AFTER_MS = 2000
"""How long closing waits for a folder that is just being read."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A drop that has been looked at, and how its decks are to be added."""

    given: tuple[Path, ...]
    sorted: drops.Sorted
    settings: RenderSettings
    start: bool
    job_ids: list[str] = field(default_factory=list)
    """Those that have been added so far."""


class Commands(QObject):
    """What the window's buttons and menus do. Nothing here shows anything; `refused` carries sentences."""

    refused = Signal(list)
    told = Signal(str)
    """A word about what was done, where nothing else shows it."""
    removal_wanted = Signal(list)
    """These jobs are to be removed with their files: is that what the presenter wants?"""
    place_wanted = Signal(object)
    """Where is this job's video now? `locate` takes the answer."""
    settings_wanted = Signal(str, list)
    """Which settings are to be those of these jobs? `JobSettings` asks, for SETTINGS or AGAIN."""
    watch_wanted = Signal(object)
    """The video of this job is to be played in the window."""
    slides_wanted = Signal(object)
    """The slides of this job are to be shown, and changed, in the window."""
    added = Signal(list)
    found = Signal(list)
    """The files and folders, as they were given, in which decks were found."""
    _looked = Signal()

    def __init__(self, store: JobStore, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._with_each: Mapping[JobAction, Callable[[str], None]] = {
            JobAction.START: queue.start,
            JobAction.NEXT: queue.start_next,
            JobAction.PAUSE: queue.pause,
            JobAction.CANCEL: queue.cancel,
            JobAction.RETRY: queue.retry,
        }
        self._with_all: Mapping[JobAction, Callable[[Sequence[Job]], None]] = {
            JobAction.REMOVE: partial(self.remove, with_files=False),
            JobAction.DELETE: self.removal_wanted.emit,
            JobAction.COPY: self.copy_paths,
            JobAction.EARLIER: partial(self.step, up=True),
            JobAction.LATER: partial(self.step, up=False),
        }
        self._with_first: Mapping[JobAction, Callable[[Job], None]] = {
            JobAction.LOCATE: self.place_wanted.emit,
            JobAction.SLIDES: self.slides_wanted.emit,
            JobAction.PLAY: self.watch_wanted.emit,
            JobAction.OPEN: lambda job: self.open_file(Path(job.video_path)),
            JobAction.SHOW: lambda job: self.show_file(Path(job.video_path)),
        }
        self._looker = QThreadPool(self)
        self._looker.setMaxThreadCount(1)
        self._closing = Event()
        self._found: deque[_Found] = deque()
        self._starting: deque[str] = deque()
        self._turns = Turns(self)
        self._looked.connect(self._add_found)
        self._locating = Locating(queue, self)
        self._locating.found.connect(self._located)
        queue.trouble.connect(lambda sentence: self.refused.emit([sentence]))
        queue.removed.connect(self._removed)

    def add(self, paths: Iterable[Path], settings: RenderSettings, *, start: bool = False) -> None:
        """Adds every deck among `paths`; what is none is refused by its sentence, the others are added all the same.

        Looked at in another thread: a folder may be large, and a drive asleep.
        """
        if self._closing.is_set():
            self.refused.emit([self.tr("Slidecast is closing; add the decks when it is open again.")])
            return

        given: dict[Path, None] = {}

        def each() -> Iterator[Path]:
            for path in paths:
                given[path] = None
                yield path

        def look() -> None:
            looked = drops.sort_paths(each(), self._closing.is_set)
            self._found.append(_Found(tuple(given), looked, settings, start))
            self._looked.emit()

        self._looker.start(look)

    def finish(self) -> None:
        """Ends looking at drops, and puts what was found in the table; to be called before the window goes.

        Nothing can be added afterwards. A drive that does not answer is not waited for.
        """
        self._closing.set()
        self._locating.stop()
        self._looker.waitForDone(_LEAVE_AFTER_MS)
        while self._found:
            self._add_found()
        while self._starting:
            self._start_next()
        # They are in the table; the next launch shows them.
        self._turns.stop()

    def add_sample(self) -> None:
        """Renders the sample deck into the presenter's folder for videos: beside the sample nothing can be written.

        With settings of its own, so that it takes seconds whatever was chosen for talks.
        """
        self.add([resource(*SAMPLE)], RenderSettings(output=str(_movies()), renderer="builtin"), start=True)

    def usual_folder(self) -> Path:
        """Where the presenter's decks are likely to be: beside the newest one, else in Documents."""
        folders = [Path(job.deck_path).parent for job in self._store.history(limit=2)]
        # The sample's folder is the program's own.
        own = resource(*SAMPLE).parent
        if (folder := next((folder for folder in folders if folder != own), None)) is not None and folder.is_dir():
            return folder
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def ready(self) -> list[Job]:
        """The jobs the Render button starts: decks that were added; where there are none, those put on hold."""
        waiting = self._store.startable()
        return [job for job in waiting if is_ready(job)] or waiting

    def ready_among(self, jobs: Iterable[Job]) -> tuple[int, list[Job]]:
        """How many there are of those, thousands or not, and which of them are among `jobs`."""
        paused = [job for job in jobs if job.status is JobStatus.PAUSED and not is_held_by_another(job)]
        if ready := self._store.count_startable(fresh=True):
            return ready, [job for job in paused if is_ready(job)]
        return self._store.count_startable(), paused

    def render_ready(self) -> None:
        """Starts them, thousands or not, each in a turn of the event loop."""
        self._starting += [job.job_id for job in self.ready() if job.job_id not in self._starting]
        self._start_next()

    def apply_settings(self, before: RenderSettings, after: RenderSettings) -> None:
        """Decks that have been added and not started follow the settings the presenter sees, from `before` to `after`.

        What was chosen for one of them alone stays.
        """
        before, after = _settled(before), _settled(after)
        for job in self._store.queue():
            # A file's name was given by the list, where two jobs want the same one: it is nobody's choice.
            named = Path(job.settings.output).suffix == ".mp4"
            settings = replace(job.settings, output=before.output) if named else job.settings
            followed = settings.following(before, after)
            if is_ready(job) and followed != settings:
                self._queue.update_settings(job.job_id, followed)

    def run(self, action: JobAction, jobs: Sequence[Job]) -> None:
        """Does `action` with those of `jobs` that offer it."""
        able = [
            job
            for job in jobs
            if action in possible(job) + possible(job, Standing(missing=job.status is JobStatus.DONE))
        ]
        if not able:
            return
        if action in self._with_first:
            self._with_first[action](able[0])
        elif action in self._with_all:
            self._with_all[action](able)
        elif action in (JobAction.SETTINGS, JobAction.AGAIN):
            self.settings_wanted.emit(action, able)
        else:
            for job in able:
                self._with_each[action](job.job_id)

    def remove(self, jobs: Sequence[Job], *, with_files: bool) -> None:
        """Takes jobs off the list; with their files, as the presenter has confirmed, for good."""
        self._queue.remove([job.job_id for job in jobs], with_files=with_files)

    def locate(self, job: Job, video: Path) -> None:
        """Notes where a job's video is now."""
        self._locating.locate(job, video)

    def reorder(self, job_id: str, before: str) -> None:
        """Puts a job before another one in the queue; `before` is empty for the end."""
        self._queue.reorder(job_id, before or None)

    def step(self, jobs: Sequence[Job], *, up: bool) -> None:
        """Moves waiting jobs by one place in the queue."""
        for job_id, before in moves(self._store.queue(), {job.job_id for job in jobs}, up=up):
            self._queue.reorder(job_id, before)

    def copy_paths(self, jobs: Sequence[Job]) -> None:
        """Puts the paths of the jobs' videos into the clipboard, or of their decks where there are none, one a line."""
        paths = [job.video_path if job.status is JobStatus.DONE else job.deck_path for job in jobs]
        QGuiApplication.clipboard().setText("\n".join(paths))
        one = self.tr("The path of “{file}” was copied.").format(file=Path(paths[0]).name)
        self.told.emit(one if len(jobs) == 1 else self.tr("{n} paths were copied.").format(n=len(jobs)))

    def open_file(self, path: Path) -> None:
        """Opens a result with the system's program for it."""
        if not path.exists():
            self.refused.emit([self._gone(path)])
        elif not desktop.open_file(path):
            self.refused.emit(
                [self.tr("No program on this computer opens “{file}”; install a video player.").format(file=path.name)]
            )

    def show_file(self, path: Path) -> None:
        """Shows a result in its folder."""
        if not desktop.show_in_folder(path):
            self.refused.emit([self._gone(path)])

    @Slot()
    def _add_found(self) -> None:
        """Adds some of what was found, and the rest in the next turns: each deck is written with its story."""
        if not self._found:
            return
        found = self._found[0]
        now, later = found.sorted.decks[:_AT_ONCE], found.sorted.decks[_AT_ONCE:]
        if now:
            found.job_ids.extend(self._queue.add(now, found.settings, start=found.start))
        if later:
            self._found[0] = replace(found, sorted=replace(found.sorted, decks=later))
        else:
            self._found.popleft()
            self._tell_found(found)
        if self._found:
            self._turns.take(self._add_found)

    def _tell_found(self, found: _Found) -> None:
        if found.job_ids:
            self._turns.take(partial(self.added.emit, list(found.job_ids)))
            refused = {one.path for one in found.sorted.refused}
            self.found.emit([path for path in found.given if path not in refused])
        if found.sorted.refused:
            self.refused.emit([refused.sentence for refused in found.sorted.refused])

    def _start_next(self) -> None:
        if self._starting:
            self._queue.start(self._starting.popleft())
            self._turns.take(self._start_next)

    def _located(self, others: int) -> None:
        one = self.tr("Another video that was missing was found there, too.")
        several = self.tr("{n} other videos that were missing were found there, too.")
        self.told.emit(one if others == 1 else several.format(n=others))

    def _gone(self, path: Path) -> str:
        return self.tr("“{file}” is no longer in “{folder}”; render its deck again to have it back.").format(
            file=path.name, folder=path.parent
        )

    def _removed(self, removal: Removal) -> None:
        if removal.kept_files:
            names = ", ".join(f"“{Path(path).name}”" for path in removal.kept_files)
            self.refused.emit([self.tr("{files} was changed since, so it was not deleted.").format(files=names)])


def _movies() -> Path:
    """The presenter's folder for videos, made where there is none yet; else their own folder."""
    movies = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
    if not movies:
        return Path.home()
    try:
        Path(movies).mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return Path(movies)


def _settled(settings: RenderSettings) -> RenderSettings:
    """Settings as rows keep them, to be compared with theirs."""
    return replace(settings, output=settled_output(settings.output))
