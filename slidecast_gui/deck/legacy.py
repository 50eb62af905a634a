"""Older and other formats, which LibreOffice turns into a presentation we can read: .ppt and .odp."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.bounds import OversizedError
from slidecast_gui.deck.files import FileKind, identify
from slidecast_gui.deck.markup import BrokenMarkupError, UnsafeMarkupError
from slidecast_gui.deck.open_document import copy_without_links
from slidecast_gui.deck.package import ZIP_FAULTS
from slidecast_gui.system.libreoffice import LibreOfficeError, convert, find_libreoffice

_TIMEOUT_S = 180.0
# Seconds of processor time, and more for each megabyte; real decks take a second or two.
_CPU_S, _MEGABYTE_CPU_S = 7.0, 2.0
_NAMES = {
    FileKind.BINARY_POWERPOINT: ("a presentation in PowerPoint's format before 2007", ".ppt"),
    FileKind.OPEN_DOCUMENT: ("an OpenDocument presentation", ".odp"),
}


def check_file(path: Path) -> None:
    """Raise DeckError where `path` can surely not be rendered here. It reads no slides: milliseconds, for a drop."""
    _check_convertible(path, identify(path))


def to_presentation(path: Path, kind: FileKind, scratch: Path, cancelled: Callable[[], bool] | None) -> Path:
    """Convert `path` into a .pptx under `scratch`, and return it. Raises DeckError, or Cancelled."""
    _check_convertible(path, kind)
    _, ending = _NAMES[kind]
    scratch.mkdir(parents=True, exist_ok=True)
    # A copy under a plain name: LibreOffice goes by the ending, and reads an option in a name that starts with "-".
    copy = scratch / f"deck{ending}"
    if kind is FileKind.OPEN_DOCUMENT:
        _copy_open_document(path, copy)
    else:
        shutil.copyfile(path, copy)
    try:
        cpu_s = _CPU_S + _MEGABYTE_CPU_S * path.stat().st_size / 1e6
        return convert(copy, "pptx", scratch, _TIMEOUT_S, cancelled, cpu_s=cpu_s)
    except LibreOfficeError as error:
        raise refusals.not_converted(path, f"{error}\n{error.detail}") from error


def _check_convertible(path: Path, kind: FileKind) -> None:
    if kind in _NAMES and find_libreoffice() is None:
        raise refusals.legacy(path, _NAMES[kind][0])


def _copy_open_document(path: Path, copy: Path) -> None:
    try:
        copy_without_links(path, copy)
    except UnsafeMarkupError as error:
        raise refusals.unsafe(path, str(error)) from error
    except OversizedError as error:
        raise refusals.too_large(path, str(error)) from error
    except (BrokenMarkupError, *ZIP_FAULTS) as error:
        raise refusals.damaged(path, str(error)) from error
