"""The settings of one render. They travel with the job's row, with a version, so that an older queue stays readable."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from slidecast_gui.errors import SlidecastError

SETTINGS_VERSION = 1
FRAME_RATES = (24, 25, 30, 50, 60)


@dataclass(frozen=True, slots=True)
class Preset:
    """A named frame size in pixels."""

    name: str
    width: int
    height: int

    @property
    def label(self) -> str:
        """The name as presenters know it."""
        return "4K" if self.name == "4k" else self.name


PRESETS: dict[str, Preset] = {
    preset.name: preset
    for preset in (
        Preset("720p", 1280, 720),
        Preset("1080p", 1920, 1080),
        Preset("1440p", 2560, 1440),
        Preset("4k", 3840, 2160),
    )
}


class SettingsError(SlidecastError):
    """Settings that no render can follow."""

    def __init__(self, sentence: str) -> None:
        super().__init__("settings", sentence)


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How one deck is rendered.

    `output` is the video's path, a folder, or empty: beside the deck under the deck's name. `voice` is as in
    `narration.Speech`. `seconds_per_slide` is for slides on which nothing is said.
    """

    preset: str = "1080p"
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
        if self.preset not in PRESETS:
            raise SettingsError(f"There is no preset “{self.preset}”; choose one of {', '.join(PRESETS)}.")
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
        preset = PRESETS[self.preset]
        return preset.width, preset.height

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
        """Settings of a row, of this version or an older one; keys it does not know are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: value for key, value in stored.items() if key in known})
