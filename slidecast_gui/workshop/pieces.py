"""Finished pieces of work, kept by what they were made from.

A slide picture, a clip, an encoded still: each lies under the hash of everything that determines it. A job that was
interrupted finds its pieces again, a deck in which one slide has changed makes one slide again, two jobs of the same
deck share. A piece is written beside and renamed into place, and verified when it is read, so neither a crash nor a
second process can leave half a piece behind; nothing here is ever the only copy of anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

log = logging.getLogger(__name__)

DEFAULT_LIMIT = 2 * 1024**3
"""Bytes the store may take before the least recently used pieces go."""

_DIGEST_SIZE = hashlib.sha256().digest_size
_UNFINISHED = ".unfinished"
_CLOCKS_DIFFER_BY_S = 600.0


def piece_key(kind: str, *parts: object) -> str:
    """The name of a piece: a hash of its kind and of everything that determines it (strings, numbers, tuples)."""
    return hashlib.sha256(json.dumps([kind, *parts]).encode()).hexdigest()


class PieceStore:
    """A folder of pieces; any number of threads and processes may use one at once."""

    def __init__(self, folder: Path, limit: int = DEFAULT_LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._numbers = itertools.count()

    def get(self, key: str) -> bytes | None:
        """The piece, or None where there is none. A damaged piece is removed, and counts as none."""
        path = self._path(key)
        try:
            stored = path.read_bytes()
        except (FileNotFoundError, PermissionError):
            # Windows lets nobody read a file that another process is just replacing or removing.
            return None
        except OSError as error:
            log.warning("piece %s cannot be read and will be made again: %s", key, error)
            _remove(path)
            return None
        payload = stored[_DIGEST_SIZE:]
        if hashlib.sha256(payload).digest() != stored[:_DIGEST_SIZE]:
            log.warning("piece %s is damaged and will be made again", key)
            _remove(path)
            return None
        # Reading counts as use, whatever the file system notes of reads by itself. A piece that another process
        # drops at this moment has been read all the same.
        with contextlib.suppress(OSError):
            os.utime(path)
        return payload

    def has(self, key: str) -> bool:
        """Whether there is a piece, whole or not."""
        return self._path(key).exists()

    def put(self, key: str, payload: bytes) -> None:
        """Keep a piece. Raises OSError where it cannot be written (a full disk)."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{key}.{os.getpid()}-{next(self._numbers)}{_UNFINISHED}")
        try:
            beside.write_bytes(hashlib.sha256(payload).digest() + payload)
            beside.replace(path)
        except PermissionError:
            # Windows refuses to replace a file that another process is reading; that file holds the same piece.
            if not path.exists():
                raise
        finally:
            beside.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove what a dead process left unfinished, then the least recently used pieces beyond the limit."""
        self.remove_orphans()
        # A use that is still to come is a clock's that was wrong: such pieces would outlive all that are used today.
        until = time.time() + _CLOCKS_DIFFER_BY_S
        used = [(facts.st_mtime if facts.st_mtime < until else 0.0, path, facts) for path, facts in self._pieces()]
        files = [(path, facts) for _, path, facts in sorted(used, key=lambda entry: entry[0], reverse=True)]
        total = 0
        for path, facts in files:
            total += facts.st_size
            if total > self._limit:
                _remove(path)

    def remove_orphans(self) -> None:
        """Remove what a dead process left unfinished."""
        for path in self._folder.glob(f"??/*{_UNFINISHED}"):
            process = path.name.removesuffix(_UNFINISHED).rpartition(".")[2].partition("-")[0]
            if not process.isdigit() or not _is_running(int(process)):
                _remove(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _pieces(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self._folder.glob("??/*"):
            if path.name.endswith(_UNFINISHED):
                continue  # Somebody is writing it.
            # Another process may tidy at the same time; Windows lets nobody look at a file that it is just removing
            # (https://github.com/python/cpython/issues/90941).
            with contextlib.suppress(FileNotFoundError, PermissionError):
                yield path, path.stat()


def _remove(path: Path) -> None:
    """Remove a file where that can be done: Windows keeps one that another process reads, and it goes another day."""
    with contextlib.suppress(OSError):
        path.unlink()


def _is_running(process: int) -> bool:
    """Whether a process may still write; one that was killed and never waited for keeps its pid and does nothing."""
    try:
        return bool(psutil.Process(process).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
    except psutil.Error:
        return True
