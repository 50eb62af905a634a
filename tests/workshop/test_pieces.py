from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from slidecast_gui.workshop.pieces import PieceStore, piece_key


@pytest.fixture
def store(tmp_path: Path) -> PieceStore:
    return PieceStore(tmp_path / "pieces")


def files(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "pieces").rglob("*") if path.is_file())


def test_a_piece_is_read_back_as_it_was_put(store: PieceStore) -> None:
    key = piece_key("picture", "slide 1", 1920)
    assert store.get(key) is None
    store.put(key, b"pixels")
    assert store.get(key) == b"pixels"


def test_keys_differ_by_kind_and_by_every_part() -> None:
    keys = {piece_key("a", "b", "c"), piece_key("a", "bc"), piece_key("ab", "c"), piece_key("a", "b", 1)}
    assert len(keys) == 4


def test_a_damaged_piece_counts_as_none_and_can_be_made_again(store: PieceStore, tmp_path: Path) -> None:
    key = piece_key("clip", "hello")
    store.put(key, b"sound of hello")
    (path,) = files(tmp_path)
    damaged = bytearray(path.read_bytes())
    damaged[-1] ^= 1
    path.write_bytes(damaged)
    assert store.get(key) is None
    store.put(key, b"sound of hello")
    assert store.get(key) == b"sound of hello"


def test_a_piece_cut_short_counts_as_none(store: PieceStore, tmp_path: Path) -> None:
    key = piece_key("clip", "hello")
    store.put(key, b"sound of hello")
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes()[:10])
    assert store.get(key) is None


def test_tidying_drops_the_least_recently_used_first(tmp_path: Path) -> None:
    store = PieceStore(tmp_path / "pieces", limit=250)
    keys = [piece_key("n", number) for number in range(3)]
    for age, key in enumerate(keys):
        store.put(key, bytes(80))
        path = next(path for path in files(tmp_path) if path.name == key)
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    store.get(keys[0])
    store.tidy()
    assert [store.get(key) is not None for key in keys] == [True, False, True]


def test_tidying_removes_what_a_dead_process_left_and_keeps_what_a_living_one_writes(
    store: PieceStore, tmp_path: Path
) -> None:
    store.put(piece_key("x"), b"piece")
    folder = files(tmp_path)[0].parent
    dead, living = folder / "a.4194999-0.unfinished", folder / f"b.{os.getpid()}-0.unfinished"
    dead.write_bytes(b"half")
    living.write_bytes(b"half")
    store.tidy()
    assert not dead.exists()
    assert living.exists()
    PieceStore(tmp_path / "pieces", limit=0).tidy()
    assert [path.name for path in files(tmp_path)] == [living.name]


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX keeps a process that nobody has waited for")
def test_what_a_killed_process_left_goes_although_nobody_has_waited_for_it(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    killed.kill()
    while psutil.Process(killed.pid).status() != psutil.STATUS_ZOMBIE:
        os.sched_yield()
    left = tmp_path / "ab" / f"abc.{killed.pid}-0.unfinished"
    left.parent.mkdir()
    left.touch()
    PieceStore(tmp_path).tidy()
    assert not left.exists()
    killed.communicate()


def test_a_piece_on_a_damaged_sector_counts_as_none(store: PieceStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put("ab12", b"a picture")

    def fail(_path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", fail)
        assert store.get("ab12") is None
    store.put("ab12", b"a picture")
    assert store.get("ab12") == b"a picture"


def test_pieces_from_a_clock_that_was_wrong_go_before_those_of_today(tmp_path: Path) -> None:
    store = PieceStore(tmp_path, limit=100)
    for key in ("aa1", "bb2"):
        store.put(key, bytes(30))
    in_a_year = time.time() + 365 * 86400
    os.utime(tmp_path / "aa" / "aa1", (in_a_year, in_a_year))
    store.tidy()
    assert (store.has("aa1"), store.has("bb2")) == (False, True)


def test_tidying_passes_over_a_piece_that_windows_is_just_removing(
    store: PieceStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("aa1", "bb2"):
        store.put(key, bytes(30))
    look = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "aa1":
            raise PermissionError(errno.EACCES, "Access is denied")
        return look(path, follow_symlinks=follow_symlinks)

    with monkeypatch.context() as windows:
        windows.setattr(Path, "stat", refuse)
        PieceStore(tmp_path / "pieces", limit=1).tidy()
    assert (store.has("aa1"), store.has("bb2")) == (True, False)
