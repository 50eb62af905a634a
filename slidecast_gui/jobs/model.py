"""What the rest of Slidecast knows of a job: frozen data, no database objects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from slidecast_gui.events import Stage
from slidecast_gui.settings import RenderSettings


class JobStatus(StrEnum):
    """The state of a job; `moves.LEGAL` says which may follow which."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to such a job."""
        return self in ENDED


class Wish(StrEnum):
    """What is to become of a running job: kept in its row, so that it is carried out whatever happens meanwhile."""

    NONE = ""
    PAUSE = "pause"
    CANCEL = "cancel"
    REMOVE = "remove"
    REMOVE_WITH_FILES = "remove-with-files"

    @property
    def removes(self) -> bool:
        """Whether the job is taken off the list once it has ended."""
        return self in (Wish.REMOVE, Wish.REMOVE_WITH_FILES)

    @property
    def reason(self) -> str:
        """Why the job waits afterwards; empty where it has ended."""
        return "Paused; it goes on from what is finished." if self is Wish.PAUSE else ""


UNFINISHED = (JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.PAUSED)
ENDED = (JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that runs a job, or in which a paused one waits for its turn.

    `started` and `boot_id` tell it from a later process with the same `pid`, `namespace` and `machine` from one whose
    pids are not ours; `owner.this_owner` says what they hold on each system. Earlier versions kept neither.
    """

    pid: int
    started: float
    boot_id: str
    namespace: str = ""
    machine: str = ""

    def to_text(self) -> str:
        """What the job's row keeps; that of an earlier version as it was, as owners are compared by it."""
        place = f"\t{self.namespace}\t{self.machine}" if self.namespace or self.machine else ""
        return f"{self.pid} {self.started!r} {self.boot_id}{place}"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The owner that `to_text` wrote. Raises ValueError for anything else."""
        process, *place = text.split("\t", 2)
        pid, started, boot_id = process.split(" ", 2)
        return cls(int(pid), float(started), boot_id, *place)


@dataclass(frozen=True, slots=True)
class CreatedFile:
    """A file a job made, and its size in bytes when the job ended."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the table, as it was when it was read. Paths are absolute, times are UTC, empty text means none.

    `progress` is in whole percent. `slide` is the number last reported by the render. `reason` says in words why the
    job waits or was stopped. `attempts` counts how often it was started, `unclean_ends` how often it ended without
    saying so. `retry_of` is the id of the job this one repeats. A queued job waits until `not_before`, after it was
    tried again by itself `tries` times. `deck_sha256` is the deck as it was when it was added, or first read.
    `target` is the `path_key` of the file it wants to make; what it does make is `video_path`. `wish` is what becomes
    of a running one once it has stopped. `deaths` counts how often in a row its process died at the place `died_at`.
    """

    job_id: str
    status: JobStatus
    deck_path: str
    settings: RenderSettings
    position: int
    created_at: datetime
    settings_error: str = ""
    """Why the settings in the row cannot be followed (they come from another version); then `settings` are defaults."""
    stage: Stage | None = None
    progress: int = 0
    slide: int | None = None
    reason: str = ""
    error: str = ""
    error_kind: str = ""
    error_detail: str = ""
    deck_sha256: str = ""
    deck_title: str = ""
    slide_count: int = 0
    video_path: str = ""
    thumbnail_path: str = ""
    slide_image_path: str = ""
    captions: tuple[str, ...] = ()
    created_files: tuple[CreatedFile, ...] = ()
    duration_s: float = 0.0
    warnings: int = 0
    pieces_made: int = 0
    pieces_reused: int = 0
    started_at: datetime | None = None
    completed_at: datetime | None = None
    last_heartbeat: datetime | None = None
    owner: Owner | None = None
    attempts: int = 0
    unclean_ends: int = 0
    retry_of: str | None = None
    not_before: datetime | None = None
    tries: int = 0
    target: str = ""
    wish: Wish = Wish.NONE
    deaths: int = 0
    died_at: str = ""
    renamed: str = ""
    """Told once, by what adds or changes a job: that its video got another name, as another job wants the same."""

    @property
    def name(self) -> str:
        """The deck's file name without its ending."""
        return Path(self.deck_path).stem

    @property
    def moment(self) -> datetime:
        """When the job ended; as long as it has not, when it was added. The history is in the order of these."""
        return self.completed_at or self.created_at

    @property
    def title(self) -> str:
        """The deck's title, or its name as long as it has not been read."""
        return self.deck_title or self.name

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON can hold it: column names as keys, times as ISO 8601 text."""
        return {
            "job_id": self.job_id,
            "status": self.status.value,
            "stage": self.stage.value if self.stage else "",
            "progress": self.progress,
            "slide": self.slide,
            "reason": self.reason,
            "error": self.error,
            "error_kind": self.error_kind,
            "error_detail": self.error_detail,
            "deck_path": self.deck_path,
            "deck_sha256": self.deck_sha256,
            "deck_title": self.deck_title,
            "slide_count": self.slide_count,
            "settings": self.settings.to_dict(),
            "video_path": self.video_path,
            "thumbnail_path": self.thumbnail_path,
            "slide_image_path": self.slide_image_path,
            "captions": list(self.captions),
            "created_files": [{"path": made.path, "size": made.size} for made in self.created_files],
            "duration_s": self.duration_s,
            "warnings": self.warnings,
            "pieces_made": self.pieces_made,
            "pieces_reused": self.pieces_reused,
            "created_at": time_text(self.created_at),
            "started_at": time_text(self.started_at),
            "completed_at": time_text(self.completed_at),
            "last_heartbeat": time_text(self.last_heartbeat),
            "owner": self.owner.to_text() if self.owner else None,
            "attempts": self.attempts,
            "unclean_ends": self.unclean_ends,
            "position": self.position,
            "retry_of": self.retry_of,
            "not_before": time_text(self.not_before),
            "tries": self.tries,
            "target": self.target,
            "wish": self.wish.value,
            "deaths": self.deaths,
            "died_at": self.died_at,
        }


class Hold(StrEnum):
    """Whether the queue starts jobs: as they come, only those that are running to their end, or none."""

    OFF = "off"
    AFTER_CURRENT = "after-current"
    ALL = "all"

    @property
    def sentence(self) -> str:
        """What is read in a terminal; empty where nothing is held."""
        return {
            Hold.OFF: "",
            Hold.AFTER_CURRENT: "The queue pauses after what is being rendered now; nothing else starts.",
            Hold.ALL: "The queue is paused; decks that wait start when you let it go on.",
        }[self]


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which jobs to show; each empty field lets everything through.

    `text` is looked for in paths of decks and videos, titles and errors, without regard to case. `since` is included,
    `until` is not; both are compared with `Job.moment`.
    """

    statuses: tuple[JobStatus, ...] = ()
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None


class EventKind(StrEnum):
    """What a line of a job's story tells."""

    CREATED = "created"
    MOVED = "moved"
    WARNING = "warning"
    NOTE = "note"
    CRASHED = "crashed"
    CHANGED = "changed"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class JobEvent:
    """One line of a job's story. `status` is the job's state after it; `slide` is a number in the deck, or None."""

    at: datetime
    kind: EventKind
    status: JobStatus
    attempt: int
    text: str = ""
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """What `JobStore.remove` did. `kept_files` have changed since, were made again, or cannot be deleted."""

    jobs: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    deleted_files: tuple[str, ...] = ()
    kept_files: tuple[str, ...] = ()
    can_be_undone: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What other processes have done to the table. `removed` means that rows are gone."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: bool = False
    hold_changed: bool = False


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def time_text(moment: datetime | None) -> str | None:
    """A moment as the table keeps it: ISO 8601 in UTC, always of one length.

    Text rather than a number, because it sorts in the order of time all the same, every SQLite tool shows it as a
    date, and `jobs --json` and exports need no second form.
    """
    if moment is None:
        return None
    # `strftime` writes years before 1000 with fewer figures on some systems.
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def time_of(text: str | None) -> datetime | None:
    """The moment that `time_text` wrote."""
    return datetime.fromisoformat(text) if text else None
