from __future__ import annotations

from slidecast_gui.cli.qt_libraries import missing_packages


def nothing(_library: str) -> bool:
    return False


def test_what_is_missing_is_named_by_package() -> None:
    assert missing_packages("linux", {"DISPLAY": ":0"}, lambda library: library != "libxcb-cursor.so.0") == (
        "libxcb-cursor0",
    )


def test_wayland_needs_nothing_of_x11() -> None:
    wanted = missing_packages("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, nothing)
    assert "libegl1" in wanted
    assert not any("xcb" in package for package in wanted)


def test_other_systems_bring_everything() -> None:
    assert missing_packages("win32", {}, nothing) == missing_packages("darwin", {}, nothing) == ()
