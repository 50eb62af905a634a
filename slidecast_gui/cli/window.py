"""Opens the window; where there is none to open, renders in the terminal instead."""

from __future__ import annotations

import argparse
import os
import sys

from slidecast_gui.cli.arguments import Arguments, parse
from slidecast_gui.cli.render import run as render_in_terminal
from slidecast_gui.paths import data_paths

QT_PACKAGES = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libdbus-1-3"
"""What Qt's window needs on a bare Debian or Ubuntu, by package."""


def run(arguments: Arguments) -> int:
    """Open the window with the decks queued and started; the exit status."""
    if not has_display(sys.platform, dict(os.environ)):
        return _in_terminal(arguments, "There is no display here")
    try:
        from slidecast_gui.app import run_window
    except ImportError as error:
        # Qt's own libraries come with pip; those of the system they need may be missing on a bare server.
        missing = f"The window cannot open ({error}); on Debian and Ubuntu install: {QT_PACKAGES}"
        return _in_terminal(arguments, missing)
    return run_window(data_paths(arguments.data_dir), arguments.decks)


def has_display(platform: str, environment: dict[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, on others where a display server is named."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _in_terminal(arguments: Arguments, reason: str) -> int:
    if not arguments.decks:
        print(f"{reason}; to render in the terminal, say: slidecast-gui render DECK", file=sys.stderr)
        return 1
    print(f"{reason}; rendering in the terminal instead.", file=sys.stderr)
    words = ["render", *(str(deck) for deck in arguments.decks)]
    same: argparse.Namespace = parse(words)
    same.data_dir = arguments.data_dir
    return render_in_terminal(same)
