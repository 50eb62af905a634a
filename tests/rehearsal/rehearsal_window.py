"""The real rehearsal child, spoken with as the window does: what its tests share."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import slidecast_gui
from slidecast_gui.edits import NOTHING_EDITED, Edits
from slidecast_gui.rehearsal.messages import Opened, Opening, Reply, Request, reply_of, to_line
from slidecast_gui.settings import RenderSettings

CHECKOUT = Path(slidecast_gui.__file__).parents[1]
SMALL = RenderSettings(size="720p", fps=24, renderer="builtin", seconds_per_slide=0.5)

R = TypeVar("R", bound=Reply)
_PATIENCE_S = 60


class Window:
    """The other end of a rehearsal child's pipes; `said` is all that has been read so far."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.folder = folder
        self.scratch = folder / "scratch"
        self.pieces = folder / "pieces"
        self.said: list[Reply] = []
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=CHECKOUT, text=True, encoding="utf-8"
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def open(self, deck: Path, edits: Edits = NOTHING_EDITED, settings: RenderSettings = SMALL) -> None:
        self.ask(Opening(str(deck), str(self.pieces), str(self.scratch), settings, edits))

    def ask(self, *requests: Request) -> None:
        self.process.stdin.write("".join(to_line(request) + "\n" for request in requests))
        self.process.stdin.flush()

    def hear(self, kind: type[R], number: int | None = None) -> R:
        """The next reply of that kind, about that slide."""
        while True:
            line = self._lines.get(timeout=_PATIENCE_S)
            assert line, f"the child ended before it said {kind.__name__}"
            reply = reply_of(line)
            self.said.append(reply)
            if isinstance(reply, kind) and number in (None, getattr(reply, "number", None)):
                return reply

    def hear_all(self, *kinds: type[Reply]) -> None:
        """Listen until there was a reply of each kind for each slide of the deck."""
        opened = next((reply for reply in self.said if isinstance(reply, Opened)), None) or self.hear(Opened)
        wanted = {(kind, slide.number) for kind in kinds for slide in opened.slides}
        while wanted - {(type(reply), getattr(reply, "number", None)) for reply in self.said}:
            self.hear(Reply)  # type: ignore[type-var]

    def told(self, kind: type[R]) -> list[R]:
        return [reply for reply in self.said if isinstance(reply, kind)]

    def stored(self) -> set[str]:
        """The names of all stored pieces."""
        return {path.name for path in self.pieces.glob("??/*")}

    def leave(self) -> int:
        """Close the window; the child's exit code."""
        self.process.stdin.close()
        return self.process.wait(timeout=_PATIENCE_S)

    def end(self) -> None:
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()
        self._reader.join()
        self.process.stdout.close()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put("")


def python(code: str) -> tuple[str, ...]:
    """The command that runs that code."""
    return sys.executable, "-c", code
