"""What can go wrong with jobs and the file that keeps them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from slidecast_gui.errors import SlidecastError

if TYPE_CHECKING:
    from slidecast_gui.jobs.model import JobStatus


class StoreErrorKind(StrEnum):
    """One word for each reason why the list of jobs cannot be used."""

    LOCKED = "store-locked"
    READ_ONLY = "store-read-only"
    DAMAGED = "store-damaged"
    NEWER = "store-newer"
    DISK_FULL = "disk-full"
    UNREACHABLE = "store-unreachable"


class StoreError(SlidecastError):
    """The database cannot be opened, read or written; `reason` is its `kind` as an enum member."""

    def __init__(self, reason: StoreErrorKind, sentence: str, detail: str = "") -> None:
        super().__init__(reason.value, sentence, detail)
        self.reason = reason


class JobNotFound(SlidecastError):
    """No job, or more than one, has the id that was asked for."""

    def __init__(self, job_id: str, *, ambiguous: bool = False) -> None:
        super().__init__(
            "job-not-found",
            f"More than one job's id begins with “{job_id}”; give more of it."
            if ambiguous
            else f"There is no job “{job_id}”; “slidecast-gui jobs” lists those there are.",
        )


class IllegalMove(SlidecastError):
    """A change of state that the table of moves does not have."""

    def __init__(self, sentence: str, status: JobStatus, to: JobStatus) -> None:
        super().__init__("illegal-move", sentence, f"{status} -> {to}")
        self.status = status
        self.to = to


class JobBusy(SlidecastError):
    """The job is in a state, or in the hands of a process, that does not allow what was asked for."""

    def __init__(self, sentence: str) -> None:
        super().__init__("job-busy", sentence)


class UnusableName(SlidecastError):
    """A path with bytes that are no text, or with a NUL: the table cannot keep it, or no system can open it."""

    def __init__(self, name: str) -> None:
        shown = name.encode("utf-8", "replace").decode().replace("\0", "?")
        super().__init__(
            "unusable-name", f"“{shown}” has characters that no file name may have; rename it and try again."
        )


class OutputTaken(SlidecastError):
    """Another unfinished job has claimed the same video file; another name has to be chosen."""

    def __init__(self, video_path: str) -> None:
        super().__init__("output-taken", f"Another job is about to write “{video_path}”; choose another name.")
        self.video_path = video_path


class UnreadableRow(Exception):
    """A row holds what this program cannot have written; whoever reads it makes a StoreError of it."""
