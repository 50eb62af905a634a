"""Libraries of a Linux system that pip does not bring: which are missing, and the packages that have them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping


def loads(library: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def packages_for_missing(
    wanted: Mapping[str, str], platform: str, is_there: Callable[[str], bool] = loads
) -> tuple[str, ...]:
    """The packages of the libraries in `wanted` that are missing; none on Windows and macOS, where pip brings all.

    `wanted` maps libraries to Debian's and Ubuntu's names of their packages; `platform` is as `sys.platform`.
    """
    if platform in ("win32", "darwin"):
        return ()
    return tuple(package for library, package in wanted.items() if not is_there(library))
