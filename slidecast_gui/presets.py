"""Named sets of render settings: those that come with Slidecast, and the presenter's own, a small file each.

An own preset's file is also what is exported and imported: it can be mailed to a colleague as it is.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from slidecast_gui.errors import SlidecastError
from slidecast_gui.settings import SETTINGS_VERSION, RenderSettings, named_as_now
from slidecast_gui.system.writing import write_whole

_log = logging.getLogger(__name__)

FILE_ENDING = ".slidecast-preset.json"
"""Of a preset that was exported."""

_KIND = "slidecast-preset"
_LONGEST_NAME = 60
_LARGEST_FILE = 64 * 1024
# Where a video goes belongs to a deck and a computer, not to how it is rendered.
_DECIDABLE = frozenset(field.name for field in fields(RenderSettings)) - {"output"}


class PresetError(SlidecastError):
    """A preset that cannot be used, kept or found."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__("preset", sentence, detail)


@dataclass(frozen=True, slots=True)
class Preset:
    """`values` are the settings it decides, by their names in `RenderSettings`; all others stay as they are."""

    name: str
    values: Mapping[str, Any]

    def __post_init__(self) -> None:
        """Raises PresetError or SettingsError for a name or values that cannot be."""
        if not self.name.strip() or len(self.name) > _LONGEST_NAME or not self.name.isprintable():
            raise PresetError(f"A preset needs a name of 1 to {_LONGEST_NAME} letters.")
        unknown = set(self.values) - _DECIDABLE
        if unknown:
            raise PresetError(f"The preset “{self.name}” has a setting “{min(unknown)}” that no preset can have.")
        self.applied_to(RenderSettings())

    @classmethod
    def of(cls, name: str, settings: RenderSettings) -> Self:
        """A preset that decides everything a preset can."""
        return cls(name.strip(), {key: getattr(settings, key) for key in sorted(_DECIDABLE)})

    def applied_to(self, settings: RenderSettings) -> RenderSettings:
        """`settings` with what this preset decides. Raises SettingsError."""
        return replace(settings, **self.values)

    def is_in(self, settings: RenderSettings) -> bool:
        """Whether `settings` are already as this preset would make them."""
        return self.applied_to(settings) == settings

    def to_text(self) -> str:
        """What its file holds."""
        told = {"kind": _KIND, "version": SETTINGS_VERSION, "name": self.name, "settings": dict(self.values)}
        return json.dumps(told, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The preset that `to_text` wrote, of this version or an older one. Raises PresetError, SettingsError."""
        try:
            told = json.loads(text)
            if told["kind"] != _KIND:
                raise ValueError(f"a file of the kind {told['kind']!r}")
            settings = named_as_now(told["settings"], told.get("version", 1))
            # A setting of a later version says nothing to this one.
            values = {key: value for key, value in settings.items() if key in _DECIDABLE}
            return cls(str(told["name"]), values)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PresetError("This file is no Slidecast preset; choose one that was exported.", repr(error)) from error


def _shipped(name: str, size: str, transition: str = "none") -> Preset:
    return Preset(name, {"size": size, "fps": 30, "transition": transition})


SHIPPED = (
    _shipped("1080p", "1080p"),
    _shipped("720p", "720p"),
    _shipped("1440p", "1440p"),
    _shipped("4k", "4k"),
    _shipped("fades", "1080p", "fade"),
)
"""They decide what is seen and leave alone what is heard: whoever wants a small file has not chosen another voice."""


class PresetShelf:
    """The presenter's own presets, in a folder that is made when there is the first to keep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def own(self) -> list[Preset]:
        """All of them, by name. One whose file cannot be understood is left out, and its file left alone."""
        found = []
        for path in self._folder.glob("*.json"):
            try:
                found.append(_read(path))
            except SlidecastError as error:
                _log.warning("the preset in %s was not understood: %s %s", path, error, error.detail)
        return sorted(found, key=lambda preset: preset.name.casefold())

    def find(self, name: str) -> Preset:
        """The preset of that name, shipped or own; capital letters do not matter. Raises PresetError."""
        wanted = name.strip().casefold()
        known = [*SHIPPED, *self.own()]
        for preset in known:
            if preset.name.casefold() == wanted:
                return preset
        names = ", ".join(preset.name for preset in known)
        raise PresetError(f"There is no preset “{name}”; choose one of {names}.")

    def keep(self, preset: Preset) -> None:
        """Keeps an own preset, in place of one of the same name. Raises PresetError."""
        if any(shipped.name.casefold() == preset.name.casefold() for shipped in SHIPPED):
            raise PresetError(f"“{preset.name}” is a preset that comes with Slidecast; choose another name.")
        self._write(self._path(preset.name), preset)

    def remove(self, name: str) -> None:
        """Forgets an own preset. Raises PresetError where there is none of that name, or it cannot be removed."""
        try:
            self._path(name).unlink()
        except FileNotFoundError:
            raise PresetError(f"You have no preset “{name}”.") from None
        except OSError as error:
            raise PresetError(f"The preset “{name}” could not be removed: {error.strerror}.") from error

    def export(self, name: str, path: Path) -> None:
        """Writes a preset, shipped or own, to a file. Raises PresetError."""
        self._write(path, self.find(name))

    def read(self, path: Path) -> Preset:
        """The preset of a file that was exported; it is not kept. Raises PresetError."""
        return _read(path)

    def _path(self, name: str) -> Path:
        # A name may hold what no file's name can.
        return self._folder / f"{hashlib.sha256(name.strip().casefold().encode()).hexdigest()[:32]}.json"

    @staticmethod
    def _write(path: Path, preset: Preset) -> None:
        try:
            write_whole(path, preset.to_text())
        except OSError as error:
            sentence = f"The preset “{preset.name}” could not be written to “{path.parent}”; choose another folder."
            raise PresetError(sentence, str(error)) from error


def _read(path: Path) -> Preset:
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_LARGEST_FILE + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise PresetError(f"“{path.name}” cannot be read as a preset; choose one that was exported.", str(error)) from (
            error
        )
    return Preset.from_text(text)
