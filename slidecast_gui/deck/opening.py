"""Opens a package and words what is wrong with it for the presenter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slidecast_gui.deck import refusals
from slidecast_gui.deck.bounds import OversizedError, PackageEncryptedError
from slidecast_gui.deck.markup import UnsafeMarkupError
from slidecast_gui.deck.package import Package, PackageBrokenError, PartError


@contextmanager
def opened_package(source: Path, chosen: Path) -> Iterator[Package]:
    """The package at `source`; its faults, met here or by whoever works on it, become a DeckError about `chosen`.

    `chosen` is the file the presenter knows: another one than `source` where that was converted first.
    """
    try:
        with Package(source) as package:
            yield package
    except (PackageBrokenError, PartError) as error:
        raise refusals.damaged(chosen, str(error)) from error
    except OversizedError as error:
        raise refusals.too_large(chosen, str(error)) from error
    except PackageEncryptedError as error:
        raise refusals.encrypted(chosen) from error
    except UnsafeMarkupError as error:
        raise refusals.unsafe(chosen, str(error)) from error
