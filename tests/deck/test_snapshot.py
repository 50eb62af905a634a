"""A deck that is being written while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from slidecast_gui.deck import DeckError, DeckErrorKind, snapshot, take_snapshot


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(snapshot, "_BLOCK", 1000)
    path = tmp_path / "talk.pdf"
    path.write_bytes(b"%PDF-1.7 " + b"1" * 2000)
    return path


def saved_while_read(deck: Path, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the first `times` readings meets a program that writes over the file in place."""
    blocks, left = snapshot._blocks, iter(range(times))

    def saving(path: Path) -> Iterator[bytes]:
        for number, block in enumerate(blocks(path)):
            if number == 0 and (version := next(left, None)) is not None:
                path.write_bytes(b"%PDF-1.7 " + b"%d" % (version + 2) * 3000)
            yield block

    monkeypatch.setattr(snapshot, "_blocks", saving)


def test_a_copy_is_of_one_version_only(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved_while_read(deck, 1, monkeypatch)
    assert take_snapshot(deck, tmp_path / "scratch").read_bytes() == b"%PDF-1.7 " + b"2" * 3000


def test_a_deck_that_is_saved_without_end_is_said_so(
    deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_while_read(deck, 100, monkeypatch)
    with pytest.raises(DeckError) as refused:
        take_snapshot(deck, tmp_path / "scratch")
    assert refused.value.kind == DeckErrorKind.BEING_SAVED
    assert "is being saved" in refused.value.sentence
