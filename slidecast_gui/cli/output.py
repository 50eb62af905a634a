"""Printing to whoever listens, in letters they can read."""

from __future__ import annotations

import io
import os
import sys


def speak_utf8() -> None:
    """Names of decks have any letters: into a pipe go UTF-8, to a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has no streams; tests put others in their place.
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print a line at once; where nobody listens any more the work goes on all the same."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        stop_printing()


def stop_printing() -> None:
    """Send what is still printed nowhere: its reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
