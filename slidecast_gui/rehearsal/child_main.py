"""A rehearsal in a process of its own: requests come as lines, replies go as lines.

The first line has to be an `Opening`. When the lines end the window is gone, or wants no more.
"""

from __future__ import annotations

import faulthandler
import logging
import queue
import shutil
import sys
import threading
from pathlib import Path

from slidecast_gui.rehearsal.messages import Opening, Reply, Request, request_of, to_line
from slidecast_gui.rehearsal.rehearsing import rehearse
from slidecast_gui.system.talking import Parent, Speaker
from slidecast_gui.workshop.pieces import PieceStore

logger = logging.getLogger(__name__)

ORPHAN_GRACE_S = 1.5
_EXIT_USAGE = 2


def main() -> int:
    """Rehearse the deck that the first line names; returns the exit code, 0 also for a deck that cannot be read."""
    speaker = Speaker()
    faulthandler.enable(sys.stderr)
    parent = Parent()
    try:
        opening = request_of(parent.first_line())
        if not isinstance(opening, Opening):
            raise ValueError(f"{opening.name} came before a deck")
    except ValueError as error:
        sys.stderr.write(f"rehearsal-child is started by Slidecast itself; its first line was no deck: {error}\n")
        return _EXIT_USAGE
    scratch = Path(opening.scratch)
    requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
    stopped = threading.Event()

    def gone() -> None:
        stopped.set()
        requests.put(None)

    def heard(line: str) -> None:
        try:
            requests.put(request_of(line))
        except ValueError:
            logger.exception("a line was not understood")

    def say(reply: Reply) -> None:
        speaker.say(to_line(reply))

    parent.listen(heard, gone, ORPHAN_GRACE_S, last_act=lambda: _empty(scratch))
    speaker.on_broken = gone
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        rehearse(opening, iter(requests.get, None), say, stopped.is_set)
    finally:
        _empty(scratch)
    PieceStore(Path(opening.pieces)).tidy()
    return 0


def _empty(scratch: Path) -> None:
    shutil.rmtree(scratch, ignore_errors=True)
