"""The settings of one render. They travel with the job's row, with a version, so that an older queue stays readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from slidecast_gui.errors import SlidecastError

SETTINGS_VERSION = 2
"""Raised when a setting gets another name or meaning, together with a migration: an older program reads neither."""
_RENAMED_IN_2 = {"preset": "size"}

FRAME_RATES = (24, 25, 30, 50, 60)


@dataclass(frozen=True, slots=True)
class FrameSize:
    """A named frame size in pixels."""

    name: str
    width: int
    height: int

    @property
    def label(self) -> str:
        """The name as presenters know it."""
        return "4K" if self.name == "4k" else self.name


FRAME_SIZES: dict[str, FrameSize] = {
    size.name: size
    for size in (
        FrameSize("720p", 1280, 720),
        FrameSize("1080p", 1920, 1080),
        FrameSize("1440p", 2560, 1440),
        FrameSize("4k", 3840, 2160),
    )
}


class SettingsError(SlidecastError):
    """Settings that no render can follow."""

    def __init__(self, sentence: str) -> None:
        super().__init__("settings", sentence)


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How one deck is rendered.

    `size` is a name among `FRAME_SIZES`. `output` is the video's path, a folder, or empty: beside the deck under the
    deck's name. `voice` is as in `narration.Speech`. `seconds_per_slide` is for slides on which nothing is said.
    """

    size: str = "1080p"
    fps: int = 30
    renderer: str = "auto"
    voice: str = "auto"
    rate: int = 165
    pitch: int = 50
    seconds_per_slide: float = 5.0
    transition: str = "none"
    output: str = ""
    slide_images: bool = False

    def __post_init__(self) -> None:
        """Raises SettingsError where a value is out of range."""
        if self.size not in FRAME_SIZES:
            raise SettingsError(f"There is no frame size “{self.size}”; choose one of {', '.join(FRAME_SIZES)}.")
        if self.fps not in FRAME_RATES:
            raise SettingsError(f"{self.fps} frames a second is not offered; choose one of {FRAME_RATES}.")
        if self.renderer not in ("auto", "builtin", "libreoffice"):
            raise SettingsError(f"There is no renderer “{self.renderer}”; choose auto, builtin or libreoffice.")
        if self.transition not in ("none", "fade"):
            raise SettingsError(f"There is no transition “{self.transition}”; choose none or fade.")
        if not 0.1 <= self.seconds_per_slide <= 3600:
            raise SettingsError("Seconds per slide must be between 0.1 and 3600.")
        if not 80 <= self.rate <= 450:
            raise SettingsError("The speaking rate must be between 80 and 450 words a minute.")
        if not 0 <= self.pitch <= 100:
            raise SettingsError("The pitch must be between 0 and 100.")

    @property
    def frame_size(self) -> tuple[int, int]:
        """Width and height of the video, in pixels."""
        size = FRAME_SIZES[self.size]
        return size.width, size.height

    def differences(self, other: Self) -> dict[str, Any]:
        """The values of `other` that are not these, by their names."""
        ours, theirs = asdict(self), asdict(other)
        return {name: theirs[name] for name, value in ours.items() if theirs[name] != value}

    def following(self, before: Self, after: Self) -> Self:
        """These settings, with each value that was as in `before` as it is in `after`: one chosen for itself stays."""
        ours = asdict(self)
        changed = before.differences(after)
        return replace(self, **{name: value for name, value in changed.items() if ours[name] == getattr(before, name)})

    def to_dict(self) -> dict[str, Any]:
        """What the job's row keeps."""
        return {"version": SETTINGS_VERSION, **asdict(self)}

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> Self:
        """Settings of a row, of this version or an older one; keys it does not know are left out.

        Raises SettingsError, and TypeError for values of a type that no version has.
        """
        known = cls.__dataclass_fields__
        values = named_as_now(stored, stored.get("version", 1))
        return cls(**{key: value for key, value in values.items() if key in known})


def named_as_now(stored: Mapping[str, Any], version: int) -> dict[str, Any]:
    """Values that were stored with that `version` of settings, by the names the settings have in this one."""
    return {_RENAMED_IN_2.get(name, name): value for name, value in stored.items()} if version < 2 else dict(stored)
