"""Notifications, each system's way."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from private_bus import connection, notification_server, private_bus
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from slidecast_gui.ui import app_icon
from slidecast_gui.ui.outside.notifiers import notifier_for
from slidecast_gui.ui.outside.notifying import Notice
from slidecast_gui.ui.outside.notifying_bus import BusNotifier
from slidecast_gui.ui.outside.notifying_tray import TrayNotifier

DONE = Notice("a1", "“Talk” is done", "Faster & <better>.mp4", "Open")


@pytest.fixture
def address() -> Iterator[str]:
    with private_bus() as made:
        yield made


def test_desktop_gets_title_text_and_button(qtbot: QtBot, address: str) -> None:
    with notification_server(address) as server, connection(address) as bus:
        notifier = BusNotifier(bus=bus)
        with qtbot.waitSignal(notifier._shown):
            notifier.notify(DONE)
        _, replaces, _, title, text, actions, _, lasts = server.shown()
    assert (replaces, title, lasts) == (0, DONE.title, -1)
    assert text == "Faster &amp; &lt;better&gt;.mp4"
    assert actions == ["default", "Open", "open", "Open"]


@pytest.mark.parametrize("action", ["open", "default"])
def test_click_names_the_notice_that_was_clicked(qtbot: QtBot, address: str, action: str) -> None:
    with notification_server(address) as server, connection(address) as bus:
        notifier = BusNotifier(bus=bus)
        with qtbot.waitSignals([notifier._shown, notifier._shown]):
            notifier.notify(DONE)
            notifier.notify(Notice("b2", "Other", "", "Open"))
        with qtbot.waitSignal(notifier.opened) as opened:
            server.click(77, action)  # Another program's.
            server.click(2, action)
    assert opened.args == ["b2"]


def test_second_button_of_a_notice_tells_which_it_was(qtbot: QtBot, address: str) -> None:
    with notification_server(address) as server, connection(address) as bus:
        notifier = BusNotifier(bus=bus)
        with qtbot.waitSignal(notifier._shown):
            notifier.notify(Notice("c3", "Third", "", "Watch", second="Show in folder"))
        assert server.shown()[5] == ["default", "Watch", "open", "Watch", "second", "Show in folder"]
        with qtbot.assertNotEmitted(notifier.opened), qtbot.waitSignal(notifier.second_chosen) as chosen:
            server.click(1, "second")
    assert chosen.args == ["c3"]


def test_desktop_without_notifications_is_a_line_in_the_log(
    qtbot: QtBot, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    with connection(address) as bus, caplog.at_level(logging.INFO):
        notifier = BusNotifier(bus=bus)
        notifier.notify(DONE)
        qtbot.waitUntil(lambda: "nobody shows notifications" in caplog.text)


# The offscreen platform has no tray, and says so in its own words.
@pytest.mark.qt_log_ignore(r"No such signal QPlatformNativeInterface::systemTrayWindowChanged", extend=True)
def test_message_of_the_tray_can_be_clicked_and_goes_when_the_window_is_back(qtbot: QtBot) -> None:
    notifier = TrayNotifier(app_icon())
    notifier.notify(DONE)
    tray = notifier.findChild(QSystemTrayIcon)
    assert tray.isVisible()
    with qtbot.waitSignal(notifier.opened) as opened:
        tray.messageClicked.emit()
    assert opened.args == ["a1"]
    notifier._come_back(Qt.ApplicationState.ApplicationActive)
    assert not tray.isVisible()


@pytest.mark.parametrize(
    ("platform", "kind"), [("win32", TrayNotifier), ("darwin", TrayNotifier), ("linux", BusNotifier)]
)
def test_each_system_notifies_in_its_way(qtbot: QtBot, platform: str, kind: type) -> None:
    owner = QObject()
    assert type(notifier_for(platform, QIcon(), owner)) is kind
