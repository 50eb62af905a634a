"""What a deck's file is at one moment, so that a job notices when it has become another."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

_BLOCK = 1 << 20
# Opening a pipe that nobody writes to would wait for ever; Windows has neither, but reads text unless told otherwise.
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)


def deck_sha256(path: str | Path, stopped: Callable[[], bool] = lambda: False) -> str:
    """The SHA-256 of a file in hexadecimal, as `Deck.sha256` has it; empty where it cannot be read.

    That it cannot is said by the render, whose business it is. Empty too for what is no file (a device never ends),
    and once `stopped` says so.
    """
    try:
        file = os.open(path, _HOW)
    except OSError:
        return ""
    sha = hashlib.sha256()
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            return ""
        while not stopped() and (block := os.read(file, _BLOCK)):
            sha.update(block)
    except OSError:
        return ""
    finally:
        os.close(file)
    return "" if stopped() else sha.hexdigest()
