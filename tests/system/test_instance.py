"""Launches over one data folder: real processes, real sockets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slidecast_gui.system.instance import Instance, instance_name

LONGEST_MS = 30_000

CRASHES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from slidecast_gui.system.instance import Instance
app = QCoreApplication([])
print(Instance(Path(sys.argv[1])).claim([]), flush=True)
os._exit(9)
"""

InstanceAt = Callable[[Path], Instance]
Launch = Callable[..., QProcess]


@pytest.fixture
def instance_at(qapp: QApplication) -> Iterator[Callable[[Path], Instance]]:
    """One more launch over a data folder, in this process."""
    made: list[Instance] = []

    def make(data: Path) -> Instance:
        made.append(Instance(data, qapp))
        return made[-1]

    yield make
    for instance in made:
        instance.close()
        instance.deleteLater()


@pytest.fixture
def first(instance_at: InstanceAt, tmp_path: Path) -> Instance:
    """The launch that came first."""
    instance = instance_at(tmp_path)
    assert instance.claim([])
    return instance


@pytest.fixture
def launch(qapp: QApplication, tmp_path: Path) -> Iterator[Launch]:
    """Starts the program as a presenter does, in a process of its own."""
    started: list[QProcess] = []

    def start(*words: str) -> QProcess:
        process = QProcess()
        process.setWorkingDirectory(str(tmp_path))
        environment = process.processEnvironment().systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        environment.insert("PYTHONPATH", str(Path(__file__).parents[2]))
        process.setProcessEnvironment(environment)
        process.start(sys.executable, ["-m", "slidecast_gui", "--data-dir", str(tmp_path), *words])
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.waitForFinished()


def test_second_launch_hands_its_decks_over_and_ends_well(
    qtbot: QtBot, first: Instance, launch: Launch, tmp_path: Path
) -> None:
    (tmp_path / "talk.pptx").touch()
    (tmp_path / "Übersicht 2.pptx").touch()
    with qtbot.waitSignal(first.decks_handed, timeout=LONGEST_MS) as handed:
        process = launch("talk.pptx", "Übersicht 2.pptx")
    assert handed.args == [[tmp_path / "talk.pptx", tmp_path / "Übersicht 2.pptx"], True]
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=LONGEST_MS)
    assert process.exitCode() == 0


def test_second_launch_that_only_adds_says_so(qtbot: QtBot, first: Instance, launch: Launch, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.decks_handed, timeout=LONGEST_MS) as handed:
        launch("--add", "talk.pptx")
    assert handed.args == [[tmp_path / "talk.pptx"], False]


def test_second_launch_without_decks_asks_only_for_the_window(qtbot: QtBot, first: Instance, launch: Launch) -> None:
    with qtbot.waitSignal(first.decks_handed, timeout=LONGEST_MS) as handed:
        process = launch()
    assert handed.args == [[], True]
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=LONGEST_MS)
    assert process.exitCode() == 0


def test_socket_left_by_a_crash_does_not_block(qtbot: QtBot, instance_at: InstanceAt, tmp_path: Path) -> None:
    crash = [sys.executable, "-c", CRASHES, str(tmp_path)]
    crashed = subprocess.run(crash, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60)
    assert (crashed.returncode, crashed.stdout) == (9, "True\n")
    after = instance_at(tmp_path)
    assert after.claim([])
    assert is_reached(qtbot, after, tmp_path)


def test_another_data_folder_is_another_instance(
    qtbot: QtBot, first: Instance, instance_at: InstanceAt, tmp_path: Path
) -> None:
    assert instance_at(tmp_path / "other").claim([])
    assert is_reached(qtbot, first, tmp_path)


def test_folder_is_the_same_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert instance_name(tmp_path / "data") == instance_name(tmp_path / "data" / ".." / "data")
    assert instance_name(tmp_path / "data") != instance_name(tmp_path)


def test_window_that_is_closing_takes_no_decks(first: Instance, instance_at: InstanceAt, tmp_path: Path) -> None:
    first.close()
    assert instance_at(tmp_path).claim([tmp_path / "talk.pptx"])


def test_window_that_does_not_understand_leaves_the_decks_with_the_later_launch(
    qtbot: QtBot, tmp_path: Path, launch: Launch
) -> None:
    """Another program at the name: the launch opens a window of its own, which the test finds by its database."""
    server = QLocalServer()
    assert server.listen(instance_name(tmp_path))
    server.newConnection.connect(lambda: server.nextPendingConnection().disconnectFromServer())
    launch()
    qtbot.waitUntil((tmp_path / "slidecast.sqlite3").is_file, timeout=LONGEST_MS)
    server.close()


@pytest.mark.parametrize(
    "line", [b"hello\n", b"[]\n", b'{"decks": 3}\n', b'{"decks": [3]}\n', b'{"decks": [], "start": 1}\n', b"\xff\n"]
)
def test_line_that_is_no_launch_is_not_answered(qtbot: QtBot, first: Instance, tmp_path: Path, line: bytes) -> None:
    handed: list[list[Path]] = []
    first.decks_handed.connect(lambda decks, _start: handed.append(decks))
    stranger = QLocalSocket()
    stranger.connectToServer(instance_name(tmp_path))
    with qtbot.waitSignal(stranger.disconnected):
        stranger.write(line)
    assert handed == []
    assert stranger.readAll().isEmpty()


def is_reached(qtbot: QtBot, instance: Instance, data: Path) -> bool:
    """Whether a launch over `data` reaches this instance."""
    caller = QLocalSocket()
    caller.connectToServer(instance_name(data))
    with qtbot.waitSignal(instance.decks_handed) as handed:
        caller.readyRead.connect(lambda: caller.write(b"yours\n"))
        caller.write(json.dumps({"decks": ["/talk.pptx"], "start": True}).encode() + b"\n")
    caller.abort()
    return bool(handed.args == [[Path("/talk.pptx")], True])


def test_decks_that_a_launch_has_kept_for_itself_are_not_taken_as_well(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    """A window that was suspended answers a launch that has waited too long, and has rendered its decks itself."""
    handed: list[list[Path]] = []
    first.decks_handed.connect(lambda decks, _start: handed.append(decks))
    impatient = QLocalSocket()
    impatient.connectToServer(instance_name(tmp_path))
    impatient.write(b'{"decks": ["/decks/talk.pptx"], "start": true}\n')
    with qtbot.waitSignal(impatient.readyRead, timeout=LONGEST_MS):
        impatient.flush()
    assert bytes(impatient.readAll().data()) == b"taken\n"
    with qtbot.waitSignal(impatient.disconnected):
        impatient.disconnectFromServer()
    assert is_reached(qtbot, first, tmp_path)
    assert [Path("/decks/talk.pptx")] not in handed
