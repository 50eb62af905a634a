"""The way to the program's log."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slidecast_gui.system.logs import LOG_FILE
from slidecast_gui.ui import Theme, desktop
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.log_folder import LogFolder


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_log_is_shown_where_it_really_lies(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python from the Windows Store sees its data under a path that no other program can open."""
    real, seen = tmp_path / "real", tmp_path / "seen"
    real.mkdir()
    (real / LOG_FILE).touch()
    seen.symlink_to(real)
    shown: list[Path] = []
    monkeypatch.setattr(desktop, "show_in_folder", lambda path: shown.append(path) or True)
    banner = Banner(theme)
    qtbot.addWidget(banner)
    LogFolder(seen, banner, banner).show()
    assert shown == [(real / LOG_FILE).resolve()]
    assert not banner.text
