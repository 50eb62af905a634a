"""Jobs: what the presenter asked for, kept in one SQLite file from the moment it is dropped.

The story: `store` is the table, and the table is the queue; `model` is its frozen data, `database` the file it lies in.
`work` takes a queued job, with a place for its video from `destination`, and runs it to its end: one of `processes` is
started for it, and `ledger` writes what that tells into the row. The terminal does this itself; `queue` does it for the
window. `owner` proves whether the process that ran a job is still alive. `deck_hash` notices that a deck has changed,
`estimate` says what a job will become; `sounds`, `recordings` and `scratch` are files that belong to jobs.
"""

from slidecast_gui.jobs.database.recovery import Recovery
from slidecast_gui.jobs.errors import (
    IllegalMove,
    JobBusy,
    JobNotFound,
    OutputTaken,
    StoreError,
    StoreErrorKind,
    UnusableName,
)
from slidecast_gui.jobs.model import (
    ENDED,
    UNFINISHED,
    CreatedFile,
    EventKind,
    Hold,
    Job,
    JobEvent,
    JobFilter,
    JobStatus,
    News,
    Owner,
    Removal,
    Wish,
)
from slidecast_gui.jobs.owner import is_alive, is_held_by_another, this_owner
from slidecast_gui.jobs.scratch import rehearsal_scratch
from slidecast_gui.jobs.store.job_store import JobStore
from slidecast_gui.jobs.store.results import NotThatVideo, missing_files

__all__ = [
    "ENDED",
    "UNFINISHED",
    "CreatedFile",
    "EventKind",
    "Hold",
    "IllegalMove",
    "Job",
    "JobBusy",
    "JobEvent",
    "JobFilter",
    "JobNotFound",
    "JobStatus",
    "JobStore",
    "News",
    "NotThatVideo",
    "OutputTaken",
    "Owner",
    "Recovery",
    "Removal",
    "StoreError",
    "StoreErrorKind",
    "UnusableName",
    "Wish",
    "is_alive",
    "is_held_by_another",
    "missing_files",
    "rehearsal_scratch",
    "this_owner",
]
