from __future__ import annotations

import io
import stat
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import psutil
import pytest
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from slidecast_gui.errors import Cancelled
from slidecast_gui.system import libreoffice
from slidecast_gui.system.libreoffice import LibreOfficeError, convert, find_libreoffice, usual_places, version

needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An executable that is taken for LibreOffice; tests write what it does."""
    path = tmp_path / "soffice"
    monkeypatch.setenv("SLIDECAST_LIBREOFFICE", str(path))
    return path


def script(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def source(tmp_path: Path, picture_url: str = "") -> Path:
    """A deck with one slide, and on it, if asked for, a picture that is only linked."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    if picture_url:
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8), "red").save(buffer, "PNG")
        blip = slide.shapes.add_picture(buffer, 0, 0)._element.blipFill.blip
        link = slide.part.relate_to(picture_url, RELATIONSHIP_TYPE.IMAGE, is_external=True)
        del blip.attrib[qn("r:embed")]
        blip.set(qn("r:link"), link)
    path = tmp_path / "a talk, 100% done.pptx"
    presentation.save(str(path))
    return path


def test_windows_looks_where_the_installer_puts_it() -> None:
    places = usual_places(
        "win32", {"ProgramFiles": r"C:\Program Files", "ProgramFiles(x86)": r"C:\Program Files (x86)"}
    )
    assert places[0] == PureWindowsPath(r"C:\Program Files\LibreOffice\program\soffice.com")
    assert PureWindowsPath(r"C:\Program Files (x86)\LibreOffice\program\soffice.exe") in places


def test_macos_looks_into_both_application_folders() -> None:
    inside = "LibreOffice.app/Contents/MacOS/soffice"
    assert usual_places("darwin", {"HOME": "/Users/me"}) == (
        PurePosixPath("/Applications", inside),
        PurePosixPath("/Users/me/Applications", inside),
    )


def test_linux_looks_for_snap_and_flatpak_too() -> None:
    places = usual_places("linux", {"HOME": "/home/me"})
    assert PurePosixPath("/snap/bin/libreoffice") in places
    assert PurePosixPath("/home/me/.local/share/flatpak/exports/bin/org.libreoffice.LibreOffice") in places


def test_none_hides_an_installed_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLIDECAST_LIBREOFFICE", "none")
    assert find_libreoffice() is None
    with pytest.raises(LibreOfficeError) as caught:
        convert(source(tmp_path), "pdf", tmp_path / "out", 10)
    assert caught.value.kind == "libreoffice-missing"


@posix_only
def test_exit_zero_without_a_file_is_a_failure_with_its_last_words(stand_in: Path, tmp_path: Path) -> None:
    script(stand_in, "echo 'no filter' >&2")
    with pytest.raises(LibreOfficeError) as caught:
        convert(source(tmp_path), "pdf", tmp_path / "out", 10)
    assert caught.value.kind == "libreoffice-failed"
    assert "no filter" in caught.value.detail


@posix_only
def test_at_its_time_limit_everything_it_started_is_ended(stand_in: Path, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    script(stand_in, f"sleep 600 & echo $! > {pids}; echo $$ >> {pids}; wait")
    with pytest.raises(LibreOfficeError) as caught:
        convert(source(tmp_path), "pdf", tmp_path / "out", 1)
    assert caught.value.kind == "libreoffice-timeout"
    started = [psutil.Process(pid) for pid in map(int, pids.read_text().split()) if psutil.pid_exists(pid)]
    # A killed process ends a moment after the signal, and stays a zombie where nobody collects it.
    _, left = psutil.wait_procs(started, timeout=10)
    assert all(process.status() == psutil.STATUS_ZOMBIE for process in left)
    assert list((tmp_path / "out").iterdir()) == []


@posix_only
def test_what_it_takes_of_the_processor_is_limited_apart_from_the_clock(stand_in: Path, tmp_path: Path) -> None:
    script(stand_in, "while :; do :; done")
    with pytest.raises(LibreOfficeError) as caught:
        convert(source(tmp_path), "pdf", tmp_path / "out", 600, cpu_s=0.3)
    assert (caught.value.kind, "processor" in caught.value.detail) == ("libreoffice-timeout", True)


@posix_only
def test_what_it_takes_of_memory_is_limited(stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidecast_gui.system.libreoffice._MOST_MEMORY_BYTES", 100 << 20)
    script(stand_in, f"{sys.executable} -c \"x = b'x' * (200 << 20); input()\" < /dev/zero")
    with pytest.raises(LibreOfficeError) as caught:
        convert(source(tmp_path), "pdf", tmp_path / "out", 60)
    assert "memory" in caught.value.detail


@posix_only
def test_what_it_leaves_in_the_temporary_folder_goes_with_it(stand_in: Path, tmp_path: Path) -> None:
    script(stand_in, f'echo "$TMPDIR" > {tmp_path / "where"}; touch "$TMPDIR/lu1.tmp"; sleep 600')
    with pytest.raises(LibreOfficeError):
        convert(source(tmp_path), "pdf", tmp_path / "out", 1)
    assert Path((tmp_path / "where").read_text().strip()).is_relative_to(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@posix_only
def test_cancelling_ends_it(stand_in: Path, tmp_path: Path) -> None:
    script(stand_in, "sleep 600")
    with pytest.raises(Cancelled):
        convert(source(tmp_path), "pdf", tmp_path / "out", 600, lambda: True)
    assert list((tmp_path / "out").iterdir()) == []


@posix_only
def test_a_program_that_does_not_answer_has_an_unknown_version(stand_in: Path) -> None:
    script(stand_in, "exit 3")
    assert version(stand_in) == "unknown"


@needs_libreoffice
def test_a_file_is_converted_and_nothing_else_is_left(tmp_path: Path) -> None:
    made = convert(source(tmp_path), "pdf", tmp_path / "out", 120)
    assert made == tmp_path / "out" / "a talk, 100% done.pdf"
    assert made.read_bytes().startswith(b"%PDF")
    assert list((tmp_path / "out").iterdir()) == [made]


@needs_libreoffice
def test_it_tells_its_version() -> None:
    program = find_libreoffice()
    assert program is not None
    assert version(program).startswith("LibreOffice")


@needs_libreoffice
def test_nothing_is_fetched_from_the_network(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            asked.append(str(self.raw_requestline))
            return False

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        deck = source(tmp_path, f"http://127.0.0.1:{server.server_port}/picture.png")
        try:
            convert(deck, "pdf", tmp_path / "out", 120)
        finally:
            server.shutdown()
            thread.join()
    assert asked == []


def test_windows_shows_no_console_of_what_is_started_or_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program without a console (`pythonw`) gives each console program it starts a window; ours hides them."""
    started: list[tuple[str, dict[str, Any]]] = []

    class Running:
        pid = 4711
        returncode = 0

        def poll(self) -> None:
            return None

        def wait(self, timeout: float | None = None) -> None:
            assert timeout is None

    def run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401
        started.append((Path(command[0]).name, options))
        return subprocess.CompletedProcess(command, 0, "LibreOffice 24", "")

    def popen(command: list[str], **options: Any) -> Running:  # noqa: ANN401
        started.append((Path(command[0]).name, options))
        return Running()

    monkeypatch.setattr(libreoffice.sys, "platform", "win32")
    monkeypatch.setattr(libreoffice.subprocess, "run", run)
    monkeypatch.setattr(libreoffice.subprocess, "Popen", popen)
    program = tmp_path / "soffice.com"
    program.touch()
    assert version(program) == "LibreOffice 24"
    libreoffice._end(libreoffice._start([str(program)], tmp_path, io.BytesIO()))
    assert [name for name, _ in started] == ["soffice.com", "soffice.com", "taskkill"]
    for _, options in started:
        assert options["creationflags"] & 0x08000000
        assert options["stdin"] == subprocess.DEVNULL
