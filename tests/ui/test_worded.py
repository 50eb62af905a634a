"""A locked or full database is a sentence in the window, never an exception in Qt's event loop."""

from __future__ import annotations

import pytest

from slidecast_gui.jobs import StoreError, StoreErrorKind
from slidecast_gui.ui import MainWindow
from slidecast_gui.ui.worded import worded

SENTENCE = "The disk with Slidecast's list of jobs is full; make some space and try again."


@worded
def read_from_full_disk(window: MainWindow) -> None:
    raise StoreError(StoreErrorKind.DISK_FULL, SENTENCE)


@worded
def make_mistake(window: MainWindow) -> None:
    raise ZeroDivisionError


def test_what_the_world_does_is_said_in_the_banner(window: MainWindow) -> None:
    read_from_full_disk(window)
    assert window.banner.text == SENTENCE
    assert window.banner.isVisible()


def test_our_own_mistakes_are_not_worded(window: MainWindow) -> None:
    with pytest.raises(ZeroDivisionError):
        make_mistake(window)
    assert window.banner.text == ""
