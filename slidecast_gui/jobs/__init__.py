"""Jobs: what the presenter asked for, kept in one SQLite file from the moment it is dropped.

The story: `store.JobStore` is the table, and the table is the queue. It is built of what can be asked (`reading`),
what only the process that runs a job may do (`running`), what forgets jobs (`removing`), holds the queue (`holding`)
finds moved results (`results`) and keeps edits of slides (`editing`, `sounds`), over `tables`, where every state
changes by the rules of `moves`. `model` is its frozen data, `records`, `schema`, `database` and `migrations/` the file,
and `faults` words its errors. `backups` copies it. `checked` knows when it has to be looked through for damage of the
disk; `soundness` then mends what is damaged by the word of `judging`, and where that is not enough, `recovery` restores
a backup, with what `salvage` can still read.

`work` takes a queued job, with a place for its video from `destination`, and runs it to its end: `child` starts a
`process` of its own for it, whose other side is `child_main`, and `ledger` writes what that tells into the row. The
terminal does this itself; `queue.JobQueue` does it for the window, on a pool of threads. It is the only part that needs
Qt, and so it is imported by its full name. `owner` proves whether the process that ran a job is still alive.
"""

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
from slidecast_gui.jobs.recovery import Recovery
from slidecast_gui.jobs.results import NotThatVideo, missing_files
from slidecast_gui.jobs.scratch import rehearsal_scratch
from slidecast_gui.jobs.store import JobStore

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
