"""What Windows alone has to be told about this program; on other systems nothing happens."""

from __future__ import annotations

import ctypes
import logging
import sys
from typing import Any

_log = logging.getLogger(__name__)

APP_ID = "Slidecast.Slidecast"
_ASFW_ANY = 0xFFFFFFFF


def introduce(platform: str = sys.platform, library: Any = None) -> None:  # noqa: ANN401 - a ctypes library
    """Says which program this is, before it shows a window.

    Otherwise the task bar takes it for Python: it shows that icon, and puts the windows of every Python program on one
    button (https://learn.microsoft.com/windows/win32/shell/appids). `library` is shell32 by default.
    """
    if platform == "win32":
        shell = library or _library("shell32")
        if result := shell.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APP_ID)):
            _log.info("Windows does not take the program's name: %#010x", result & 0xFFFFFFFF)


def let_others_come_forward(platform: str = sys.platform, library: Any = None) -> None:  # noqa: ANN401
    """Lets a window of another process come before all others, as this one, just started by the presenter, might.

    Without this its button in the task bar would only flash
    (https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-allowsetforegroundwindow). `library` is user32 by
    default.
    """
    if platform == "win32" and not (library or _library("user32")).AllowSetForegroundWindow(ctypes.c_uint(_ASFW_ANY)):
        _log.info("Windows does not let the other window come forward")


def _library(name: str) -> Any:  # noqa: ANN401
    # The name exists on Windows only.
    return getattr(getattr(ctypes, "windll"), name)  # noqa: B009
