"""Slidecast among the applications of a desktop."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from slidecast_gui.cli import main
from slidecast_gui.cli.desktop_entry import MIME_TYPES, entry_text, places

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no desktop entries")


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("SLIDECAST_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "share"


def read(text: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser["Desktop Entry"]


@linux_only
def test_entry_starts_this_installation_and_names_types_and_icon(
    data_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["install-desktop"]) == 0
    path = data_home / "applications" / "slidecast-gui.desktop"
    assert str(path) in capsys.readouterr().out
    entry = read(path.read_text(encoding="utf-8"))
    program = entry["Exec"].removesuffix(" --add %F").split(" ")[0]
    assert Path(program).is_file()
    assert entry["MimeType"].split(";")[:-1] == list(MIME_TYPES)
    # Qt names an X11 window after the application, and the launcher finds it by that.
    assert entry["StartupWMClass"] == "Slidecast"
    assert (data_home / "icons/hicolor/scalable/apps" / f"{entry['Icon']}.svg").read_bytes().startswith(b"<svg")


@linux_only
def test_entry_is_valid(data_home: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("there is no desktop-file-validate here (apt install desktop-file-utils)")
    main(["install-desktop"])
    path = str(data_home / "applications" / "slidecast-gui.desktop")
    checked = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


@linux_only
def test_file_managers_know_the_types_at_once(data_home: Path) -> None:
    if shutil.which("update-desktop-database") is None:
        pytest.skip("there is no update-desktop-database here (apt install desktop-file-utils)")
    main(["install-desktop"])
    cache = data_home / "applications" / "mimeinfo.cache"
    assert f"{MIME_TYPES[0]}=slidecast-gui.desktop;" in cache.read_text(encoding="utf-8")
    main(["install-desktop", "--remove"])
    assert "slidecast" not in cache.read_text(encoding="utf-8")


@linux_only
def test_removing_leaves_nothing_and_may_be_repeated(data_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["install-desktop"])
    assert main(["install-desktop", "--remove"]) == 0
    assert not [path for path in data_home.rglob("*slidecast*") if path.is_file()]
    capsys.readouterr()
    assert main(["install-desktop", "--remove"]) == 0
    assert "was not listed" in capsys.readouterr().out


@linux_only
def test_folder_that_cannot_be_written_is_a_sentence(data_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_home.mkdir()
    (data_home / "icons").write_text("no folder", encoding="ascii")
    assert main(["install-desktop"]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_odd_folder_names_survive_the_entry() -> None:
    entry = read(entry_text(["/home/an/my $decks/100%/slide`cast", "--data-dir", "/plain"]))
    # Quoted for the shell-like rule of Exec, and every backslash doubled for the text itself.
    assert entry["Exec"] == '"/home/an/my \\\\$decks/100%%/slide\\\\`cast" --data-dir /plain --add %F'


def test_relative_data_home_is_ignored(tmp_path: Path) -> None:
    where = places({"XDG_DATA_HOME": "share"}, tmp_path)
    assert where.entry == tmp_path / ".local/share/applications/slidecast-gui.desktop"


@pytest.mark.parametrize(("platform", "said"), [("win32", "Pin to Start"), ("darwin", "Dock")])
def test_other_systems_say_what_to_do_instead(
    platform: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data_home: Path
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["install-desktop"]) == 1
    assert said in capsys.readouterr().err
    assert not data_home.exists()
