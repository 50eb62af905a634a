"""How a child process of this program is started, and how it talks with its parent: lines, over its standard streams.

Stdin brings what the parent says, and its end means that the parent is gone. Stdout carries the child's lines and
nothing else. Stderr is for people.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from io import FileIO

_EXIT_ORPHAN = 3


def child_command(name: str) -> list[str]:
    """How this program starts itself as its child `name`: a frozen one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, name]
    return [sys.executable, "-m", "slidecast_gui", name]


class Speaker:
    """Writes lines to what was stdout when the process began.

    Descriptor 1 itself is turned to stderr: a library that prints, in Python or in C, cannot break the protocol.
    """

    def __init__(self) -> None:
        self.on_broken: Callable[[], None] = lambda: None
        """Called, from the thread that speaks, where the parent no longer listens."""
        self._lock = threading.Lock()
        self._pipe = FileIO(os.dup(1), "wb")
        os.dup2(2, 1)
        sys.stdout = sys.stderr

    def say(self, text: str) -> None:
        """Write one line; may be called from any thread."""
        line = memoryview(text.encode("utf-8") + b"\n")
        try:
            with self._lock:
                while line:
                    line = line[self._pipe.write(line) or 0 :]
        except OSError:
            self.on_broken()


class Parent:
    """What the parent says, line by line."""

    def __init__(self) -> None:
        # Unbuffered, because a daemon thread that waits in a buffered read aborts the interpreter when it ends.
        self._control = FileIO(0, closefd=False)

    def first_line(self) -> str:
        """Waits for the first line. Raises UnicodeDecodeError, a ValueError, for what is no text."""
        return self._control.readline().decode("utf-8")

    def listen(
        self,
        heard: Callable[[str], None],
        gone: Callable[[], None],
        grace_s: float,
        last_act: Callable[[], None] = lambda: None,
    ) -> None:
        """From now on give each line to `heard`, on a thread of its own, and call `gone` when the parent is.

        Nobody could stop a child that hangs then: unless it ends within `grace_s` seconds, it does `last_act` and is
        cut off.
        """

        def run() -> None:
            for line in self._control:
                heard(line.decode("utf-8", "replace").strip())
            gone()
            threading.Event().wait(grace_s)
            last_act()
            os._exit(_EXIT_ORPHAN)

        threading.Thread(target=run, daemon=True, name="control").start()
