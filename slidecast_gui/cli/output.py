"""Printing to whoever listens, in letters they can read."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO


def speak_utf8() -> None:
    """Names of decks have any letters: into a pipe go UTF-8, to a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has no streams; tests put others in their place.
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def keep_line_ends() -> None:
    """Print lines as they are ended: CSV has its own ends, which Windows would make blank lines of."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="")


def say(line: str) -> None:
    """Print a line at once; where nobody listens any more the work goes on all the same."""
    try:
        print(line, flush=True)
    except OSError as error:
        if not nobody_listens(error, sys.platform):
            raise
        stop_printing()


def nobody_listens(error: OSError, platform: str) -> bool:
    """Whether printing failed because the reader has left, or the terminal was closed; `platform` is as `sys.platform`.

    On Windows such a pipe mostly counts as a wrong argument (https://github.com/python/cpython/issues/79935), as does
    the name of a file that cannot be one; that error bears the name.
    """
    if platform == "win32" and error.errno == errno.EINVAL:
        return error.filename is None
    return isinstance(error, BrokenPipeError) or (error.errno == errno.EIO and error.filename is None)


def show(text: str, stream: TextIO) -> None:
    """Write text for people at once; where nobody looks any more the work goes on all the same."""
    with suppress(OSError):
        stream.write(text)
        stream.flush()


def stop_printing() -> None:
    """Send what is still printed nowhere: its reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
