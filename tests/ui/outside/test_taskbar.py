"""Progress on the program's icon, each system's way."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

import pytest
from private_bus import connection, private_bus
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from slidecast_gui.ui.outside.taskbar import Work
from slidecast_gui.ui.outside.taskbar_bus import INTERFACE, LauncherEntry, properties
from slidecast_gui.ui.outside.taskbar_windows import WindowsTaskbar
from slidecast_gui.ui.outside.taskbars import DockBadge, NoTaskbar, taskbar_for

HALF = Work(0.5, 2)


class Launcher(QObject):
    """What a dock does: it listens to everybody's signals."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, dict[str, object]]] = []

    @Slot(str, "QVariantMap")
    def hear(self, uri: str, properties: dict[str, object]) -> None:
        self.told.append((uri, properties))


def test_launcher_is_told_by_the_name_of_the_desktop_entry(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "desktopFileName", lambda: "slidecast-gui")
    with private_bus() as address, connection(address) as dock, connection(address) as ours:
        launcher = Launcher()
        assert dock.connect("", "", INTERFACE, "Update", launcher, SLOT("hear(QString,QVariantMap)"))
        # An answer from the bus says that it knows by now what the dock wants to hear.
        assert dock.interface().registeredServiceNames().isValid()
        entry = LauncherEntry(ours)
        entry.show(HALF)
        entry.show(None)
        qtbot.waitUntil(lambda: len(launcher.told) == 2)
    (uri, first), (_, last) = launcher.told
    assert uri == "application://slidecast-gui.desktop"
    assert first == {"progress": 0.5, "progress-visible": True, "urgent": False}
    assert last["progress-visible"] is False


def test_failure_is_urgent_on_a_launcher() -> None:
    assert properties(Work(0.5, 1, failed=True))["urgent"] is True
    assert properties(None)["urgent"] is False


class Shell:
    """A COM object as Windows lays it out: a pointer to a table of functions, of which two are called."""

    def __init__(self, result: int = 0) -> None:
        self.calls: list[tuple[object, ...]] = []
        handle, whole, number = ctypes.c_void_p, ctypes.c_uint64, ctypes.c_int
        value = ctypes.CFUNCTYPE(ctypes.c_long, handle, handle, whole, whole)
        state = ctypes.CFUNCTYPE(ctypes.c_long, handle, handle, number)

        def note(*given: object) -> int:
            self.calls.append(given[1:])
            return result

        self._functions = (value(note), state(note))
        self._table = (ctypes.c_void_p * 11)()
        for place, function in zip((9, 10), self._functions, strict=True):
            self._table[place] = ctypes.cast(function, ctypes.c_void_p)
        self._object = ctypes.c_void_p(ctypes.addressof(self._table))
        self.pointer = ctypes.c_void_p(ctypes.addressof(self._object))


def test_windows_button_shows_the_fraction_its_trouble_and_nothing_at_the_end() -> None:
    shell = Shell()
    taskbar = WindowsTaskbar(shell.pointer, lambda: 4711, ctypes.CFUNCTYPE)
    taskbar.show(HALF)
    taskbar.show(Work(0.75, 1, failed=True))
    taskbar.show(None)
    assert shell.calls == [(4711, 500, 1000), (4711, 2), (4711, 750, 1000), (4711, 4), (4711, 0)]


def test_windows_that_refuses_is_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    shell = Shell(result=-2147467259)
    with caplog.at_level("INFO"):
        WindowsTaskbar(shell.pointer, lambda: 1, ctypes.CFUNCTYPE).show(None)
    assert "0x80004005" in caplog.text


def test_dock_counts_the_decks_that_are_left(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    badges: list[int] = []
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _app, number: badges.append(number))
    badge = DockBadge()
    badge.show(HALF)
    badge.show(None)
    assert badges == [2, 0]


@pytest.mark.skipif(sys.platform != "linux", reason="asks this system's session bus")
def test_system_without_a_dock_is_told_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, widget: Callable[[], QWidget]
) -> None:
    monkeypatch.setattr("slidecast_gui.ui.outside.session_bus.session_bus", lambda: None)
    assert isinstance(taskbar_for("linux", widget()), NoTaskbar)
    assert isinstance(taskbar_for("darwin", widget()), DockBadge)


@pytest.fixture
def widget(qtbot: QtBot) -> Callable[[], QWidget]:
    def make() -> QWidget:
        made = QWidget()
        qtbot.addWidget(made)
        return made

    return make
