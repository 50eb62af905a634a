"""Ways in which a disk damages the file of a list of jobs."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def flip(path: Path, start: int, length: int) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + length] = bytes(byte ^ 0xFF for byte in content[start : start + length])
    path.write_bytes(content)


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert content.count(old), f"{old!r} is not there"
    path.write_bytes(content.replace(old, new))


def rewrite_in_indexes(path: Path, old: bytes, new: bytes) -> int:
    """Only in leaf pages of indexes, which begin with 10 (https://www.sqlite.org/fileformat.html, "B-tree Pages")."""
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    changed = [page.replace(old, new) if page[0] == 10 else page for page in pages]
    path.write_bytes(b"".join(changed))
    return sum(page != other for page, other in zip(pages, changed, strict=True))


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 5 * PAGE + 100])


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(statement).rowcount == 1
