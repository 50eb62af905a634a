"""What a presenter has changed about one slide for one video. The deck itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from slidecast_gui.errors import SlidecastError

SHORTEST_S = 0.1
LONGEST_S = 3600.0


@dataclass(frozen=True, slots=True)
class SlideEdit:
    """Each None means: as the deck has it.

    `script` is said instead of the notes. `seconds` is how long the slide is shown, longer where what is said takes
    longer. `skipped` leaves a slide out, or shows one that is hidden in the deck. `sound` is a sound file that is
    heard instead of a voice: its name in the folder of kept sounds, or empty; `sound_name` is the name of the file
    that the presenter has given, for them to know it by.
    """

    script: str | None = None
    seconds: float | None = None
    skipped: bool | None = None
    sound: str = ""
    sound_name: str = ""

    def __post_init__(self) -> None:
        """Raises SlidecastError for a time that no slide can be shown."""
        if self.seconds is not None and not SHORTEST_S <= self.seconds <= LONGEST_S:
            raise SlidecastError("edit", f"A slide is shown for {SHORTEST_S:g} to {LONGEST_S:g} seconds.")

    @property
    def is_empty(self) -> bool:
        """Whether everything is as the deck has it."""
        return self == NO_EDIT

    def with_sound_in(self, folder: Path) -> Self:
        """The same edit with the absolute path of its sound, which lies in `folder`."""
        return replace(self, sound=str(folder / self.sound)) if self.sound else self

    def to_dict(self) -> dict[str, Any]:
        """What is kept: only what differs from the deck."""
        return {name: value for name, value in asdict(self).items() if value != getattr(NO_EDIT, name)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """An edit that was kept, by this version or another; keys it does not know are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: value for key, value in stored.items() if key in known})


NO_EDIT = SlideEdit()

Edits = Mapping[str, SlideEdit]
"""Edits by `Slide.slide_id`, which stays the same when slides are moved."""

NOTHING_EDITED: Edits = {}


def edits_to_dict(edits: Edits) -> dict[str, dict[str, Any]]:
    """Edits as JSON can hold them; empty ones are left out."""
    return {slide_id: edit.to_dict() for slide_id, edit in edits.items() if not edit.is_empty}


def edits_from_dict(stored: Mapping[str, Mapping[str, Any]]) -> dict[str, SlideEdit]:
    """The edits that `edits_to_dict` wrote."""
    return {slide_id: SlideEdit.from_dict(edit) for slide_id, edit in stored.items()}
