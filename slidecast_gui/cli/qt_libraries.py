"""What Qt's window needs of a Linux system, and which packages bring it.

Qt's own libraries come with pip. Where one of the system's is missing, importing QtWidgets fails with the name of a
file, and where it is one of X11's, Qt ends the process; so they are looked for before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from slidecast_gui.system.system_libraries import loads, packages_for_missing

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing_packages(
    platform: str, environment: Mapping[str, str], is_there: Callable[[str], bool] = loads
) -> tuple[str, ...]:
    """Debian's and Ubuntu's names of the packages that are missing for a window; none on Windows and macOS."""
    wanted = dict(_ALWAYS)
    if environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY") and not environment.get("QT_QPA_PLATFORM"):
        wanted |= _ON_X11
    return packages_for_missing(wanted, platform, is_there)
