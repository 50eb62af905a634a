"""The other side of `queue_look.DeckLooker`: this process reads one deck and tells what there is to say in it.

Stdin carries the deck's path as a line of JSON; its end means that the parent is gone. Stdout gets one `DeckRead`, or
nothing for a deck that cannot be read: the render says why, in its own time.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from slidecast_gui.deck import read_deck
from slidecast_gui.deck.files import FileKind, identify
from slidecast_gui.effort import talk_of
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import DeckRead, to_json
from slidecast_gui.narration.script import clean_script, is_speakable

_READ_AS_THEY_ARE = (FileKind.PRESENTATION, FileKind.PDF)
"""Any other has to be converted first, which takes longer than an estimate is worth."""


def main() -> int:
    """Look at the deck that comes on stdin; returns the exit code."""
    path = Path(json.loads(sys.stdin.readline()))
    threading.Thread(target=_end_with_the_parent, daemon=True, name="control").start()
    told = look(path)
    if told is not None:
        print(to_json(told), flush=True)  # noqa: T201 - the parent reads it
    sys.stdout.flush()
    # Not by way of a thread that waits on stdin: the interpreter would wait for its lock.
    os._exit(0)


def look(path: Path) -> DeckRead | None:
    """What the deck's slides amount to; None for one that cannot be read, or not without a conversion."""
    try:
        if identify(path) not in _READ_AS_THEY_ARE:
            return None
        # Nothing is converted, so nothing is written.
        deck = read_deck(path, Path(os.devnull))
    except SlidecastError:
        return None
    scripts = [clean_script(slide.notes) for slide in deck.shown]
    talk = talk_of(script if is_speakable(script) else "" for script in scripts)
    return DeckRead(deck.title, talk.slides, deck.sha256, talk.spoken, talk.letters)


def _end_with_the_parent() -> None:
    while os.read(0, 1024):
        pass
    os._exit(0)
