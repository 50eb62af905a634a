from __future__ import annotations

import io
import struct
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from slidecast_gui.events import Warned
from slidecast_gui.slides.fonts import (
    Catalogue,
    Face,
    Likeness,
    Style,
    face_bytes,
    families_for,
    places,
    plan_fonts,
    substitutes_for,
)
from slidecast_gui.slides.fonts.places import font_folders
from slidecast_gui.slides.fonts.sfnt import read_faces
from slidecast_gui.slides.fonts.tailor import LetterSource, fitted, missing_letters, with_letters
from slidecast_gui.slides.fonts.told import replacements_told
from slidecast_gui.slides.fonts.widths import kana_width, size_factor, text_width

ALPHABET = " abcdefghijklmnopqrstuvwxyz"


def write_font(
    path: Path, family: str, style: str = "Regular", letters: str = ALPHABET, advance: int = 500, weight: int = 400
) -> Path:
    """A real TrueType font whose letters are squares, each `advance` thousandths of the em wide."""
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    for number, point in enumerate([(50, 0), (50, 600), (advance - 50, 600), (advance - 50, 0)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in letters})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (advance, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": f"{family} {style}"})
    selection = (0x20 if "Bold" in style else 0) | (0x01 if "Italic" in style else 0)
    builder.setupOS2(usWeightClass=weight, fsSelection=selection, sTypoAscender=900, usWinAscent=900, usWinDescent=200)
    builder.setupPost()
    builder.save(str(path))
    return path


def opened(path: Path) -> TTFont:
    return TTFont(io.BytesIO(path.read_bytes()))


def write_family(folder: Path, family: str, **kw: object) -> tuple[Face, ...]:
    made = [
        write_font(folder / f"{family}-{style}.ttf", family, style, weight=700 if "Bold" in style else 400, **kw)  # type: ignore[arg-type]
        for style in ("Regular", "Bold", "Italic")
    ]
    return tuple(face for path in made for face in read_faces(path))


def test_a_face_tells_its_names_and_style(tmp_path: Path) -> None:
    (face,) = read_faces(write_font(tmp_path / "x.ttf", "Test Sans", "Bold", weight=700))
    assert (face.family, face.bold, face.italic, face.weight) == ("Test Sans", True, False, 700)
    assert {"Test Sans", "Test Sans Bold"} <= face.names


def test_each_face_of_a_collection_becomes_a_font_of_its_own(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [opened(write_font(tmp_path / f"{name}.ttf", name)) for name in ("One", "Two")]
    path = tmp_path / "both.ttc"
    collection.save(str(path))
    faces = read_faces(path)
    assert [face.family for face in faces] == ["One", "Two"]
    alone = tmp_path / "alone.ttf"
    alone.write_bytes(face_bytes(path, 1))
    assert [face.family for face in read_faces(alone)] == ["Two"]
    assert opened(alone)["hmtx"]["u0061"] == (500, 50)


@pytest.mark.parametrize("content", [b"", b"OTTO", b"ttcf\0\1\0\0\0\0\xff\xff", b"\0\1\0\0\0\3" + b"\xff" * 300])
def test_damaged_font_files_have_no_faces(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    assert read_faces(path) == ()


def test_a_catalogue_finds_families_whatever_their_spelling(tmp_path: Path) -> None:
    catalogue = Catalogue(write_family(tmp_path, "MS PGothic"))
    assert "ｍｓ  pgothic" in catalogue
    styles = catalogue.styles("MS PGothic")
    assert set(styles) == {Style(), Style(bold=True), Style(italic=True)}
    assert styles[Style(bold=True)].weight == 700


def test_the_metric_substitute_comes_before_the_look_alike(tmp_path: Path) -> None:
    faces = (*write_family(tmp_path, "Carlito"), *write_family(tmp_path, "Open Sans"))
    plan = plan_fonts(["Calibri", "Segoe UI", "Open Sans"], Catalogue(faces))
    found = {font.name: (font.family, font.likeness) for font in plan.replaced}
    assert found == {"Calibri": ("Carlito", Likeness.METRIC), "Segoe UI": ("Open Sans", Likeness.LOOK_ALIKE)}
    assert "same widths" in plan.replaced[0].sentence


def test_fonts_that_keep_every_line_in_place_are_a_note_and_the_others_one_warning(tmp_path: Path) -> None:
    families = ("Carlito", "Open Sans", "Liberation Mono")
    faces = [face for family in families for face in write_family(tmp_path, family)]
    told = replacements_told(plan_fonts(["Calibri", "Segoe UI", "Nobody Mono"], Catalogue(faces)))
    assert [warning.kind for warning in told] == ["font-replaced", "font-alike"]
    assert told[0].text.startswith("2 fonts were replaced: “Segoe UI” by Open Sans, “Nobody Mono” by Liberation Mono; ")
    assert "“Calibri”" in told[1].text
    assert "same widths" in told[1].text
    assert [Warned(warning.kind, warning.text).is_note for warning in told] == [False, True]


def test_nothing_is_told_of_fonts_that_are_there(tmp_path: Path) -> None:
    assert replacements_told(plan_fonts(["Carlito"], Catalogue(write_family(tmp_path, "Carlito")))) == ()


def test_a_light_font_is_replaced_by_a_light_one(tmp_path: Path) -> None:
    faces = (*write_family(tmp_path, "Open Sans"), *write_family(tmp_path, "Open Sans Light"))
    (font, *_rest) = plan_fonts(["Segoe UI Light"], Catalogue(faces)).fonts
    assert font.family == "Open Sans Light"


def test_a_font_under_its_japanese_name_has_the_substitutes_of_its_english_one() -> None:
    japanese = [family for family, _likeness in substitutes_for("メイリオ")]
    assert japanese[0] == "meiryo"
    assert "Noto Sans CJK JP" in japanese


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nobody Mono", "Liberation Mono"), ("Nobody Serif", "Liberation Serif"), ("Nobody Sans", "Liberation Sans")],
)
def test_an_unknown_font_is_replaced_by_its_kind(name: str, expected: str) -> None:
    assert next(substitutes_for(name))[0] == expected


def test_without_any_font_nothing_is_planned_and_the_names_are_told() -> None:
    plan = plan_fonts(["Calibri"], Catalogue(()))
    assert (plan.fonts, plan.missing) == ((), ("Calibri",))


def test_the_digest_changes_when_a_font_file_does(tmp_path: Path) -> None:
    faces = write_family(tmp_path, "Carlito")
    before = plan_fonts(["Calibri"], Catalogue(faces)).digest
    assert plan_fonts(["Calibri"], Catalogue(faces)).digest == before
    write_font(faces[0].path, "Carlito", advance=510, letters=ALPHABET + "A")
    assert plan_fonts(["Calibri"], Catalogue(faces)).digest != before


def test_a_stand_in_that_is_too_wide_is_drawn_smaller(tmp_path: Path) -> None:
    (face, *_others) = write_family(tmp_path, "Wide", advance=500)
    assert text_width(face) == pytest.approx(500)
    assert size_factor("Segoe UI", face) == pytest.approx(449 / 500)
    assert size_factor("A Font Nobody Measured", face) == 1.0


def test_a_smaller_font_keeps_its_lines_apart(tmp_path: Path) -> None:
    path = tmp_path / "small.ttf"
    path.write_bytes(fitted(write_font(tmp_path / "x.ttf", "X").read_bytes(), 0.8))
    font = opened(path)
    assert font["head"].unitsPerEm == 1250
    assert font["hhea"].ascent / font["head"].unitsPerEm == pytest.approx(0.9)


def test_fitting_leaves_alone_what_is_no_font() -> None:
    assert fitted(b"no font at all", 0.8) == b"no font at all"


def test_missing_letters_are_taken_from_a_font_that_has_them(tmp_path: Path) -> None:
    base = write_font(tmp_path / "base.ttf", "Base").read_bytes()
    (donor,) = read_faces(write_font(tmp_path / "donor.ttf", "Donor", letters="日😀", advance=1000))
    codes = {ord(letter) for letter in "a日😀語"}
    assert missing_letters(base, codes) == {ord("日"), ord("😀"), ord("語")}
    made = tmp_path / "made.ttf"
    with closing(LetterSource([donor])) as source:
        made.write_bytes(with_letters(base, missing_letters(base, codes), source))
    letters = opened(made).getBestCmap()
    assert {ord("a"), ord("日"), ord("😀")} <= set(letters)
    assert ord("語") not in letters
    assert opened(made)["hmtx"][letters[ord("日")]][0] == 1000


def test_kana_are_narrowed_and_kanji_are_not(tmp_path: Path) -> None:
    base = write_font(tmp_path / "base.ttf", "Base").read_bytes()
    (donor,) = read_faces(write_font(tmp_path / "donor.ttf", "Donor", letters="日カ。", advance=1000))
    made = tmp_path / "made.ttf"
    with closing(LetterSource([donor])) as source:
        made.write_bytes(with_letters(base, map(ord, "日カ。"), source, kana_width=kana_width("Meiryo UI")))
    font = opened(made)
    advances = {letter: font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "日カ。"}
    assert advances == {"日": 1000, "カ": 770, "。": 500}


def test_han_beside_kana_is_japanese_and_beside_hangul_korean() -> None:
    assert families_for("漢字かな")[0] == "Noto Sans CJK JP"
    assert "Noto Sans CJK SC" not in families_for("漢字かな")
    assert families_for("汉字")[0] == "Noto Sans CJK SC"
    assert families_for("한국 漢字")[0] == "Noto Sans CJK KR"
    assert families_for("plain text") == ()


def test_every_system_has_its_font_folders() -> None:
    windows = font_folders("win32", {"WINDIR": r"D:\Win", "LOCALAPPDATA": r"D:\me\Local"})
    assert windows == (PureWindowsPath(r"D:\me\Local\Microsoft\Windows\Fonts"), PureWindowsPath(r"D:\Win\Fonts"))
    assert PurePosixPath("/System/Library/Fonts") in font_folders("darwin", {"HOME": "/Users/me"})
    linux = font_folders("linux", {"HOME": "/home/me", "XDG_DATA_DIRS": "/opt/share:relative"})
    assert linux == tuple(map(PurePosixPath, ("/home/me/.local/share/fonts", "/home/me/.fonts", "/opt/share/fonts")))


def test_ligatures_are_taken_out_of_a_font(tmp_path: Path) -> None:
    path = write_font(tmp_path / "x.ttf", "X", letters=ALPHABET + "ﬁ")
    font = opened(path)
    addOpenTypeFeaturesFromString(font, "feature liga { sub u0066 u0069 by uFB01; } liga;")
    font.save(str(path))
    data = path.read_bytes()
    assert b"liga" in data
    changed = fitted(data, 1.0)
    assert b"liga" not in changed
    assert struct.unpack_from(">H", changed, 4) == struct.unpack_from(">H", data, 4)


def test_a_computer_without_fonts_still_has_the_widths_of_the_usual_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "font_folders", lambda *_: ())
    bare = Catalogue(face for path in places.font_files() for face in read_faces(path))
    plan = plan_fonts(["Calibri", "Cambria", "Arial"], bare)
    assert plan.missing == ()
    assert [(font.family, font.likeness) for font in plan.fonts] == [
        ("Carlito", Likeness.METRIC),
        ("Caladea", Likeness.METRIC),
        ("Liberation Sans", Likeness.METRIC),
    ]
    assert all(len(font.faces) == 4 for font in plan.fonts)
