"""How the files of a job stand now, as far as the disk was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class DeckState(Enum):
    """A deck, compared with what was rendered."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """`missing` tells that the video of a finished job is no longer where it was made."""

    missing: bool = False
    deck: DeckState = DeckState.SAME

    @property
    def is_outdated(self) -> bool:
        """Whether the video is there, and shows another version of the deck."""
        return self.deck is DeckState.CHANGED and not self.missing


AS_LEFT = Standing()
"""Nobody has been at the files."""
