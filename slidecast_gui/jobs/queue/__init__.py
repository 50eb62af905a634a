"""The window's queue: rows of the table are rendered on a pool of threads, and the window is told what has changed.

`job_queue` is the whole of it; `wishes` what the presenter may ask of jobs, `task` one render on the pool, `renders`
those that go on. Beside it, each for itself: `watch` sees what other processes do to the table, `space` waits for room,
`deck_hashing` and `deck_looker` read decks that were added, `daily_backup`, and `writing` where the list was read-only.
The only part of jobs that needs Qt, and so it is imported by its full name.
"""

from slidecast_gui.jobs.queue.job_queue import JobQueue

__all__ = ["JobQueue"]
