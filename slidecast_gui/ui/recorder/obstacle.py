"""Why nothing can be recorded, in the presenter's words."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt

from slidecast_gui.ui.translation import say

_SETTINGS = {
    "darwin": "System Settings, Privacy & Security, Microphone",
    "win32": "Settings, Privacy & security, Microphone",
}


def obstacle(platform: str, lack: str, permission: Qt.PermissionStatus, devices: int) -> str:
    """The sentence for the first thing in the way; empty where nothing is.

    `platform` is as in sys.platform, `lack` the sentence for a computer that cannot record at all, or empty.
    """
    if lack:
        return lack
    if permission is Qt.PermissionStatus.Denied:
        return forbidden(platform)
    if not devices:
        return say("No microphone was found; connect one to record.")
    return ""


def forbidden(platform: str) -> str:
    """The system does not let this program listen.

    macOS lets programs ask whose bundle says what for. That of Python says nothing, and it cannot be allowed in the
    settings, as it is not listed there (https://doc.qt.io/qt-6/permissions.html).
    """
    if platform == "darwin" and not getattr(sys, "frozen", False):
        return say(
            "macOS gives programs that are run by Python no microphone; record in QuickTime Player, "
            "and choose that file."
        )
    place = _SETTINGS.get(platform, say("the settings of your system"))
    return say("Slidecast may not use the microphone; allow it in {place}.").format(place=place)


def cannot_open(platform: str) -> str:
    """A microphone that is there does not open. On Windows this is how a forbidden one looks."""
    if platform == "win32":
        place = _SETTINGS[platform]
        return say("The microphone cannot be opened; close other programs that use it, or allow it in {place}.").format(
            place=place
        )
    return say("The microphone cannot be opened; close other programs that use it, or choose another one.")
