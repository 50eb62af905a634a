"""The other side of `queue.deck_looker.DeckLooker`: this process reads one deck and tells what there is to say in it.

Stdin carries the deck's path and its edits as a line of JSON; its end means that the parent is gone. Stdout gets one
`DeckRead`, or nothing for a deck that cannot be read: the render says why, in its own time.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from slidecast_gui.deck import read_deck, with_edits
from slidecast_gui.deck.files import FileKind, identify
from slidecast_gui.edits import NOTHING_EDITED, Edits, edits_from_dict
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import DeckRead, to_json
from slidecast_gui.workshop.talk import read_told

_READ_AS_THEY_ARE = (FileKind.PRESENTATION, FileKind.PDF)
"""Any other has to be converted first, which takes longer than an estimate is worth."""


def main() -> int:
    """Look at the deck that comes on stdin; returns the exit code."""
    told = json.loads(sys.stdin.readline())
    path, edits = Path(told["deck"]), edits_from_dict(told["edits"])
    threading.Thread(target=_end_with_the_parent, daemon=True, name="control").start()
    seen = look(path, edits)
    if seen is not None:
        print(to_json(seen), flush=True)  # noqa: T201 - the parent reads it
    sys.stdout.flush()
    # Not by way of a thread that waits on stdin: the interpreter would wait for its lock.
    os._exit(0)


def look(path: Path, edits: Edits = NOTHING_EDITED) -> DeckRead | None:
    """What the deck's slides amount to with `edits`; None for one that cannot be read, or not without a conversion."""
    try:
        if identify(path) not in _READ_AS_THEY_ARE:
            return None
        # Nothing is converted, so nothing is written.
        return read_told(with_edits(read_deck(path, Path(os.devnull)), edits))
    except SlidecastError:
        return None


def _end_with_the_parent() -> None:
    while os.read(0, 1024):
        pass
    os._exit(0)
