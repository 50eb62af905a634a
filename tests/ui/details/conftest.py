"""The window over a store whose jobs are put in any state by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from details_parts import OpenWindow, Shown


@pytest.fixture
def shown(open_window: OpenWindow, deck_at: Callable[[str], Path]) -> Shown:
    return Shown(*open_window(), deck_at)
