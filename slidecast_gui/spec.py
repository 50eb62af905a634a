"""What one render is told. Light to import: the window and the terminal load no codec to ask for a video."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from slidecast_gui.edits import Edits, edits_from_dict, edits_to_dict
from slidecast_gui.settings import RenderSettings


@dataclass(frozen=True, slots=True)
class RenderSpec:
    """One render, as it travels to the render child. All paths are absolute; `video` is the file that will be made."""

    job_id: str
    attempt: int
    deck: str
    video: str
    thumbnail: str
    pieces: str
    scratch: str
    settings: RenderSettings
    deck_sha256: str = ""
    """What the deck's file was when it was added; empty where any version will do."""
    pieces_limit: int = 0
    """Bytes the folder of pieces may take when the render has ended; 0 leaves that to the piece store."""
    plain_slides: tuple[int, ...] | None = ()
    """Numbers of slides that no engine is to draw, because it did not return from them; None: from opening the deck."""
    edits: Edits = field(default_factory=dict)
    """What the presenter wants otherwise; each `sound` is an absolute path."""

    def to_json(self) -> str:
        """One line of JSON."""
        told = {**asdict(self), "settings": self.settings.to_dict(), "edits": edits_to_dict(self.edits)}
        return json.dumps(told)

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The spec of a line that `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        fields = json.loads(line)
        plain = fields.get("plain_slides", ())
        fields["plain_slides"] = None if plain is None else tuple(plain)
        fields["settings"] = RenderSettings.from_dict(fields["settings"])
        fields["edits"] = edits_from_dict(fields["edits"])
        return cls(**fields)

    @property
    def part(self) -> Path:
        """The hidden folder in which the result is made: beside the video, so that it can be renamed into place.

        Each attempt has its own, so that a child that is on its way out cannot take away the next one's.
        """
        return Path(self.video).with_name(f".{self.job_id}-{self.attempt}.part")

    def parts(self) -> list[Path]:
        """The hidden folders that this attempt and those before it have left beside the video. Raises OSError."""
        return list(self.part.parent.glob(f".{self.job_id}-*.part"))

    @property
    def thumbnail_part(self) -> Path:
        """The thumbnail while it is being written; each attempt has its own, too."""
        return Path(self.thumbnail).with_suffix(f".{self.attempt}.part")
