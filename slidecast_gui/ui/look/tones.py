"""The colours of both themes, by what they are for. Every pair of text and ground has a contrast of at least 4.5."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Tones:
    """One theme's colours as "#RRGGBB". A `..._text` is read on the ground of the same name.

    `edge` tells something: with any ground, it has a contrast of at least 3.
    """

    name: str
    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    link: str
    focus: str
    teal: str
    track: str
    good: str
    good_text: str
    busy: str
    busy_text: str
    quiet: str
    quiet_text: str
    bad: str
    bad_text: str
    warn: str
    warn_text: str
    tip: str
    tip_text: str

    def as_names(self) -> dict[str, str]:
        """Every colour under its name, for the style sheet."""
        return asdict(self)


LIGHT = Tones(
    name="light",
    window="#F8F5EF",
    surface="#FFFFFF",
    sunken="#F1EBE0",
    hover="#FBF8F3",
    line="#E6DFD2",
    line_strong="#CFC6B5",
    edge="#857C6B",
    text="#14213D",
    muted="#5B6478",
    accent="#CC451E",
    accent_hover="#B93C18",
    accent_text="#FFFFFF",
    link="#B93C18",
    focus="#E4572E",
    teal="#2A9D8F",
    track="#EAE3D6",
    good="#DDF0EC",
    good_text="#17645B",
    busy="#FDEBE4",
    busy_text="#B03814",
    quiet="#EFE9DD",
    quiet_text="#4A5368",
    bad="#FBE6E6",
    bad_text="#B3203A",
    warn="#FFF3D6",
    warn_text="#805300",
    tip="#14213D",
    tip_text="#F4EFE6",
)

DARK = Tones(
    name="dark",
    window="#0F1728",
    surface="#182238",
    sunken="#121B2F",
    hover="#1D2943",
    line="#2A3654",
    line_strong="#3D4B6E",
    edge="#6F7FA8",
    text="#F1EEE7",
    muted="#A6B0C6",
    accent="#FF7A52",
    accent_hover="#FF9270",
    accent_text="#14213D",
    link="#FF9B7A",
    focus="#FF7A52",
    teal="#3FBFAF",
    track="#2A3654",
    good="#183A44",
    good_text="#5CCFC0",
    busy="#43291F",
    busy_text="#FF9B7A",
    quiet="#26324E",
    quiet_text="#BEC7DA",
    bad="#45222F",
    bad_text="#FF9A8F",
    warn="#3B3120",
    warn_text="#F2C46D",
    tip="#2A3654",
    tip_text="#F4EFE6",
)
