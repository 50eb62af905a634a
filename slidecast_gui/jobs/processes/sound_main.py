"""The other side of `sound_check`: this process reads one sound file, and tells by one `Finished` how that went.

Stdin carries the file's path and what it is called, as a line of JSON; its end means that the parent is gone.
"""

from __future__ import annotations

import json
from pathlib import Path

from slidecast_gui.events import Finished, Outcome, to_json
from slidecast_gui.failures import failure_of
from slidecast_gui.system.talking import Parent, Speaker
from slidecast_gui.video import read_sound

ORPHAN_GRACE_S = 0.5


def main() -> int:
    """Read the sound that comes on stdin; returns the exit code."""
    speaker, parent = Speaker(), Parent()
    path, called = json.loads(parent.first_line())
    parent.listen(lambda _line: None, lambda: None, ORPHAN_GRACE_S)
    speaker.say(to_json(finished(Path(path), called)))
    return 0


def finished(path: Path, called: str) -> Finished:
    """How reading the file went."""
    try:
        read_sound(path, called)
    except Exception as error:  # noqa: BLE001 - whatever it is, the presenter is to choose another file
        failure = failure_of(error)
        return Finished(Outcome.FAILED, error=failure.sentence, error_kind=failure.kind, error_detail=failure.detail)
    return Finished(Outcome.DONE)
