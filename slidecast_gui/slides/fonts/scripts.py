"""Which writing systems a text uses, and the families that have their letters on the usual systems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SYMBOL_FAMILIES = (
    "DejaVu Sans",
    "Noto Sans Symbols2",
    "Noto Sans Symbols",
    "Noto Sans Math",
    "Segoe UI Symbol",
    "Apple Symbols",
    "Symbola",
    "OpenSymbol",
    "Arial Unicode MS",
)
_JAPANESE = ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Meiryo", "MS Gothic", "Hiragino Sans", "IPAexGothic")
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "SimSun", "WenQuanYi Micro Hei")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic")


@dataclass(frozen=True, slots=True)
class Script:
    """A writing system: its Unicode ranges (inclusive), and families that have it."""

    name: str
    ranges: tuple[tuple[int, int], ...]
    families: tuple[str, ...]

    def has(self, code: int) -> bool:
        """Tell whether the character `code` belongs to this script."""
        return any(first <= code <= last for first, last in self.ranges)


def _noto(name: str, *others: str) -> tuple[str, ...]:
    return (f"Noto Sans {name}", f"Noto Serif {name}", *others)


# Sources of the ranges: Unicode 15.1, Blocks.txt. Kana stand before Han: a text with kana is Japanese.
SCRIPTS = (
    Script("kana", ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)), _JAPANESE),
    Script("hangul", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7FF)), _KOREAN),
    Script(
        "han",
        ((0x2E80, 0x303F), (0x3100, 0x312F), (0x3200, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
         (0xFF00, 0xFF65), (0xFFA0, 0xFFEF), (0x20000, 0x3134F)),
        _CHINESE,
    ),
    Script("hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)), _noto("Hebrew", "Arial", "Arial Hebrew", "DejaVu Sans")),
    Script(
        "arabic",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
        ("Noto Sans Arabic", "Noto Naskh Arabic", "Arial", "Geeza Pro", "DejaVu Sans"),
    ),
    Script("thai", ((0x0E00, 0x0E7F),), _noto("Thai", "Leelawadee UI", "Tahoma", "Thonburi")),
    Script("lao", ((0x0E80, 0x0EFF),), _noto("Lao", "Leelawadee UI", "Lao UI")),
    Script("devanagari", ((0x0900, 0x097F),), _noto("Devanagari", "Nirmala UI", "Mangal")),
    Script("bengali", ((0x0980, 0x09FF),), _noto("Bengali", "Nirmala UI", "Vrinda")),
    Script("gurmukhi", ((0x0A00, 0x0A7F),), _noto("Gurmukhi", "Nirmala UI", "Raavi")),
    Script("gujarati", ((0x0A80, 0x0AFF),), _noto("Gujarati", "Nirmala UI", "Shruti")),
    Script("tamil", ((0x0B80, 0x0BFF),), _noto("Tamil", "Nirmala UI", "Latha")),
    Script("telugu", ((0x0C00, 0x0C7F),), _noto("Telugu", "Nirmala UI", "Gautami")),
    Script("kannada", ((0x0C80, 0x0CFF),), _noto("Kannada", "Nirmala UI", "Tunga")),
    Script("malayalam", ((0x0D00, 0x0D7F),), _noto("Malayalam", "Nirmala UI", "Kartika")),
    Script("sinhala", ((0x0D80, 0x0DFF),), _noto("Sinhala", "Nirmala UI", "Iskoola Pota")),
    Script("myanmar", ((0x1000, 0x109F),), _noto("Myanmar", "Myanmar Text")),
    Script("khmer", ((0x1780, 0x17FF),), _noto("Khmer", "Leelawadee UI", "Khmer UI")),
    Script("tibetan", ((0x0F00, 0x0FFF),), ("Noto Serif Tibetan", "Microsoft Himalaya", "Kailasa")),
    Script("georgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)), _noto("Georgian", "Sylfaen", "DejaVu Sans")),
    Script("armenian", ((0x0530, 0x058F),), _noto("Armenian", "Sylfaen", "DejaVu Sans")),
    Script("ethiopic", ((0x1200, 0x139F),), _noto("Ethiopic", "Ebrima", "Nyala")),
    Script("greek and cyrillic", ((0x0370, 0x052F), (0x1F00, 0x1FFF)), ("DejaVu Sans", "Noto Sans", "Arial")),
    Script("latin", ((0x0080, 0x024F), (0x1E00, 0x1EFF)), ("DejaVu Sans", "Noto Sans", "Arial")),
    Script(
        "symbols",
        ((0x2000, 0x2BFF), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF)),
        ("DejaVu Sans", "Noto Sans Symbols2", *_SYMBOL_FAMILIES[2:], "Noto Sans CJK JP", "Noto Emoji"),
    ),
)  # fmt: skip
_KANA, _HAN = SCRIPTS[0], SCRIPTS[2]


def scripts_of(text: Iterable[str]) -> tuple[Script, ...]:
    """Return the scripts that `text` uses beside plain Latin, in the order of `SCRIPTS`."""
    codes = {ord(character) for character in text if ord(character) > 0x7F}
    return tuple(script for script in SCRIPTS if any(script.has(code) for code in codes))


def families_for(text: Iterable[str]) -> tuple[str, ...]:
    """Return the families to look into for what another font lacks of `text`, best first."""
    found = scripts_of(text)
    if _KANA in found:
        # Han characters are drawn differently in each country; beside kana they are Japanese.
        found = tuple(script for script in found if script is not _HAN)
    return tuple(dict.fromkeys(family for script in found for family in script.families))
