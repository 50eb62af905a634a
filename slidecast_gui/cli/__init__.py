"""The command line: the same program and the same store as the window. `main` reads the words and hands on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from slidecast_gui.cli.arguments import COMMANDS, Arguments, parse
from slidecast_gui.cli.output import nobody_listens, speak_utf8, stop_printing
from slidecast_gui.errors import SlidecastError
from slidecast_gui.paths import data_paths
from slidecast_gui.system.logs import log_to_file

__all__ = ["main"]

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses; 2, for wrong usage, is argparse's own. 130 is 128 + SIGINT, as shells report it."""

_CHILDREN = {
    "render-child": "slidecast_gui.jobs.processes.render_main",
    "look-child": "slidecast_gui.jobs.processes.look_main",
    "rehearsal-child": "slidecast_gui.rehearsal.child_main",
    "sound-child": "slidecast_gui.jobs.processes.sound_main",
}
"""The other ends of pipes, not commands for people: they are in no help text."""

log = logging.getLogger(__name__)


def main(words: Sequence[str] | None = None) -> int:
    """Run Slidecast with the words of a command line; the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given and given[0] in _CHILDREN:
        return _run_child(given[0])
    speak_utf8()
    arguments = parse(given)
    log_to_file(data_paths(arguments.data_dir).logs)
    try:
        return _command(arguments.command)(arguments)
    except SlidecastError as error:
        log.info("%s: %s", error.kind, error.detail or error)
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if not nobody_listens(error, sys.platform):
            raise
        # The reader of our output (`| head`) has left; that is not worth a word, here or when Python ends.
        stop_printing()
        return DONE


def _run_child(name: str) -> int:
    run: Callable[[], int] = import_module(_CHILDREN[name]).main
    return run()


def _command(name: str) -> Callable[[Arguments], int]:
    """The function of a command; imported when needed, so that `jobs` does not load a video codec."""
    if name not in COMMANDS:
        raise ValueError(name)
    run: Callable[[Arguments], int] = import_module(f"slidecast_gui.cli.{COMMANDS[name]}").run
    return run
