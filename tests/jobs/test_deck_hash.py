"""A deck's hash is of a file, and of nothing that never ends."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from slidecast_gui.jobs.deck_hash import deck_sha256

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")


def test_it_is_the_sha256_of_the_whole_file(tmp_path: Path) -> None:
    content = os.urandom(3 << 20) + b"\r\n\x1a rest"
    (tmp_path / "talk.pptx").write_bytes(content)
    assert deck_sha256(tmp_path / "talk.pptx") == hashlib.sha256(content).hexdigest()


def test_it_is_empty_for_what_is_not_there_and_for_a_folder(tmp_path: Path) -> None:
    assert deck_sha256(tmp_path / "gone.pptx") == deck_sha256(tmp_path) == ""


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    assert deck_sha256(tmp_path / "pipe.pptx") == ""


@posix
def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "zero.pptx").symlink_to("/dev/zero")
    assert deck_sha256(tmp_path / "zero.pptx") == ""


def test_it_stops_between_two_blocks(tmp_path: Path) -> None:
    (tmp_path / "talk.pptx").write_bytes(bytes(5 << 20))
    asked: list[None] = []

    def stopped() -> bool:
        asked.append(None)
        return len(asked) > 2

    assert deck_sha256(tmp_path / "talk.pptx", stopped) == ""
    assert len(asked) == 4
