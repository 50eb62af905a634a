"""Opens the window; where there is none to open, renders in the terminal instead."""

from __future__ import annotations

import argparse
import os
import sys

from slidecast_gui.cli.arguments import Arguments, parse
from slidecast_gui.cli.display import has_display
from slidecast_gui.cli.qt_libraries import missing_packages
from slidecast_gui.cli.render import run as render_in_terminal
from slidecast_gui.paths import data_paths
from slidecast_gui.system.collector import hold_collector, release_collector


def run(arguments: Arguments) -> int:
    """Open the window with the decks in it, rendering unless they are only to be added; the exit status."""
    environment = dict(os.environ)
    if not has_display(sys.platform, environment):
        return _in_terminal(arguments, "There is no display here")
    if packages := missing_packages(sys.platform, environment):
        missing = f"The window needs libraries of the system (on Debian and Ubuntu: apt install {' '.join(packages)})"
        return _in_terminal(arguments, missing)
    hold_collector()
    try:
        from slidecast_gui.app import run_window
    except ImportError as error:
        release_collector()
        return _in_terminal(arguments, f"The window cannot open ({error}); pip install --force-reinstall PySide6")
    # It lets the collector go on, once the window is open.
    return run_window(data_paths(arguments.data_dir), arguments.decks, start=not arguments.add)


def _in_terminal(arguments: Arguments, reason: str) -> int:
    if not arguments.decks or arguments.add:
        print(f"{reason}; to render in the terminal, say: slidecast-gui render DECK", file=sys.stderr)
        return 1
    print(f"{reason}; rendering in the terminal instead.", file=sys.stderr)
    words = ["render", *(str(deck) for deck in arguments.decks)]
    same: argparse.Namespace = parse(words)
    same.data_dir = arguments.data_dir
    return render_in_terminal(same)
