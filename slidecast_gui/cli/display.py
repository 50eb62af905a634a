"""Whether there is a display that a window can be shown on: named, and answering."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_X11_PORT = 6000
_PATIENCE_S = 2.0

Address = str | tuple[str, int]
"""A path of a local socket ("\\0..." for one without a file), or a host and a port."""


def has_display(
    platform: str, environment: Mapping[str, str], answers: Callable[[Address], bool] | None = None
) -> bool:
    """Whether a window can be shown: always on Windows and macOS, on others where a display server answers.

    A DISPLAY is often left over from a connection that has ended, and Qt ends the process over it.
    """
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return True
    asked = answers or _answers
    return any(asked(address) for address in _addresses(environment))


def _addresses(environment: Mapping[str, str]) -> Iterator[Address]:
    """Where the named display servers listen: Wayland's socket, X11's by its display name (X(7), "DISPLAY NAMES")."""
    if wayland := environment.get("WAYLAND_DISPLAY"):
        yield str(Path(environment.get("XDG_RUNTIME_DIR", "/"), wayland))
    display = environment.get("DISPLAY", "")
    if display.startswith("/"):
        yield display
    elif match := re.fullmatch(r"(?:(?P<host>[^:/]*)/?(?:unix|tcp)?)?:(?P<number>\d+)(?:\.\d+)?", display):
        number = int(match["number"])
        if match["host"] in ("", "unix", None):
            yield f"/tmp/.X11-unix/X{number}"
            yield f"\0/tmp/.X11-unix/X{number}"
        else:
            yield match["host"], _X11_PORT + number


def _answers(address: Address) -> bool:
    """Whether somebody takes a connection there."""
    try:
        if isinstance(address, tuple):
            with socket.create_connection(address, _PATIENCE_S):
                return True
        with socket.socket(socket.AF_UNIX) as local:
            local.settimeout(_PATIENCE_S)
            local.connect(address)
            return True
    except OSError:
        return False
