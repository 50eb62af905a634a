"""Small videos of three slides, written once for all tests that look into them."""

from __future__ import annotations

from pathlib import Path

import pytest
from video_pieces import Pieces, talk


@pytest.fixture(scope="session")
def movie(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pieces, Path]:
    """The talk with hard cuts."""
    pieces = talk()
    return pieces, pieces.write(tmp_path_factory.mktemp("movie") / "talk.mp4")


@pytest.fixture(scope="session")
def faded_movie(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pieces, Path]:
    """The talk with fades of half a second."""
    pieces = talk(0.5)
    return pieces, pieces.write(tmp_path_factory.mktemp("faded") / "talk.mp4")
