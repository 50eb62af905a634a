"""Temporary folders that belong to a window and to no job: those of rehearsals."""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import quote, unquote

from slidecast_gui.jobs.model import Owner
from slidecast_gui.jobs.owner import is_alive, this_owner
from slidecast_gui.paths import DataPaths

_PREFIX = "rehearsal-"


def rehearsal_scratch(paths: DataPaths) -> Path:
    """A temporary folder, not made yet, for a rehearsal of this process.

    Its name says whose it is: no other process takes it away as long as this one lives.
    """
    owner = quote(this_owner().to_text(), safe="")
    return paths.scratch / f"{_PREFIX}{owner}_{secrets.token_hex(4)}"


def is_rehearsed_in(folder: Path) -> bool:
    """Whether the process that a temporary folder belongs to has not been proven gone; False for those of jobs."""
    if not folder.name.startswith(_PREFIX):
        return False
    text = folder.name.removeprefix(_PREFIX).rpartition("_")[0]
    try:
        return is_alive(Owner.from_text(unquote(text)))
    except ValueError:
        return False
