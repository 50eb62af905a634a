"""Opening the list of jobs in a terminal, with a word on stderr where something was wrong with it."""

from __future__ import annotations

import sys

from slidecast_gui.cli.output import show
from slidecast_gui.jobs import JobStore
from slidecast_gui.paths import DataPaths


def open_store(paths: DataPaths, *, to_write: bool = False) -> JobStore:
    """The list of jobs, to be read or also written. Raises StoreError; what does not hinder that is printed."""
    store = JobStore(paths.database)
    if to_write and store.unwritable is not None:
        store.close()
        raise store.unwritable
    for told in (store.recovery, store.unwritable):
        if told is not None:
            show(f"{told.sentence}\n", sys.stderr)
    return store
