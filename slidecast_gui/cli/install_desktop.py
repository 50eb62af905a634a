"""`slidecast-gui install-desktop`: Slidecast among the applications of the desktop, and offered for decks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from slidecast_gui.cli import desktop_entry
from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.errors import SlidecastError

_REFRESHES_WITHIN_S = 20

_ELSEWHERE = {
    "win32": "Windows needs no entry: open “{folder}”, right-click slidecast-gui-window and choose “Pin to Start”.",
    "darwin": "macOS lists only bundled programs: open Slidecast with “slidecast-gui”, and keep it in the Dock.",
}


def run(arguments: Arguments) -> int:
    """Write the entry, or remove it; the exit status."""
    if elsewhere := _ELSEWHERE.get(sys.platform):
        print(elsewhere.format(folder=Path(sys.executable).parent), file=sys.stderr)
        return 1
    where = desktop_entry.places(os.environ, Path.home())
    try:
        if arguments.remove:
            removed = desktop_entry.remove(where)
            print("Slidecast is no longer listed." if removed else "Slidecast was not listed.")
        else:
            desktop_entry.install(where, command(arguments.data_dir))
            print(f"Slidecast is listed among your applications ({where.entry}).")
    except OSError as error:
        sentence = f"“{error.filename}” could not be written; check that the folder is yours, and try again."
        raise SlidecastError("desktop-entry", sentence, str(error)) from error
    _refresh(where.applications)
    return 0


def command(data_dir: Path | None) -> list[str]:
    """How a desktop starts this very installation, whatever its PATH is."""
    script = Path(sys.executable).with_name("slidecast-gui")
    if getattr(sys, "frozen", False):
        words = [sys.executable]
    else:
        words = [str(script)] if script.is_file() else [sys.executable, "-m", "slidecast_gui"]
    return [*words, "--data-dir", str(data_dir.absolute())] if data_dir else words


def _refresh(applications: Path) -> None:
    """Lets file managers learn at once which types the entry names; without the program they do at the next login."""
    program = shutil.which("update-desktop-database")
    if program is None or not applications.is_dir():
        return
    try:
        subprocess.run([program, str(applications)], check=False, capture_output=True, timeout=_REFRESHES_WITHIN_S)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"The desktop will notice at the next login: {error}", file=sys.stderr)
