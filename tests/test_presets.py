"""Settings that go together: those that come with Slidecast, and the presenter's own files."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from slidecast_gui.presets import SHIPPED, Preset, PresetError, PresetShelf
from slidecast_gui.settings import RenderSettings, SettingsError

LECTURE = RenderSettings(size="720p", fps=25, voice="espeak:de", rate=180, transition="fade")


@pytest.fixture
def shelf(tmp_path: Path) -> PresetShelf:
    return PresetShelf(tmp_path / "presets")


def test_shipped_preset_leaves_voice_and_destination_alone() -> None:
    chosen = RenderSettings(voice="espeak:de", rate=200, output="/videos", size="4k", transition="fade")
    followed = SHIPPED[1].applied_to(chosen)
    assert followed == RenderSettings(voice="espeak:de", rate=200, output="/videos", size="720p")


def test_own_preset_brings_everything_back_but_the_destination(shelf: PresetShelf) -> None:
    shelf.keep(Preset.of(" Lectures ", LECTURE))
    (kept,) = shelf.own()
    assert kept.name == "Lectures"
    assert kept.applied_to(RenderSettings(output="/elsewhere")) == RenderSettings(
        size="720p", fps=25, voice="espeak:de", rate=180, transition="fade", output="/elsewhere"
    )


def test_preset_is_found_by_its_name_in_any_letters(shelf: PresetShelf) -> None:
    shelf.keep(Preset.of("Für Kollegen / 日本", LECTURE))
    assert shelf.find("FÜR kollegen / 日本").values["rate"] == 180
    assert shelf.find("4K").values["size"] == "4k"
    with pytest.raises(PresetError, match=r"There is no preset “lectures”; choose one of 1080p, .*Für Kollegen"):
        shelf.find("lectures")


def test_saving_again_replaces_and_a_shipped_name_is_refused(shelf: PresetShelf) -> None:
    shelf.keep(Preset.of("Mine", LECTURE))
    shelf.keep(Preset.of("mine", RenderSettings()))
    assert [(own.name, own.values["fps"]) for own in shelf.own()] == [("mine", 30)]
    with pytest.raises(PresetError, match="comes with Slidecast"):
        shelf.keep(Preset.of("FADES", LECTURE))


def test_exported_preset_is_imported_on_another_computer(shelf: PresetShelf, tmp_path: Path) -> None:
    shelf.keep(Preset.of("Lectures", LECTURE))
    shelf.export("lectures", tmp_path / "away" / "lectures.json")
    elsewhere = PresetShelf(tmp_path / "other")
    elsewhere.keep(elsewhere.read(tmp_path / "away" / "lectures.json"))
    assert elsewhere.own() == shelf.own()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"kind": "slidecast-queue"}',
        json.dumps({"kind": "slidecast-preset", "name": "x", "settings": {"fps": 31}}).encode(),
        json.dumps({"kind": "slidecast-preset", "name": "x", "settings": {"rate": "fast"}}).encode(),
        json.dumps({"kind": "slidecast-preset", "name": "", "settings": {}}).encode(),
    ],
)
def test_file_that_is_no_preset_is_a_sentence_and_does_not_hide_the_others(
    shelf: PresetShelf, tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    shelf.keep(Preset.of("Mine", LECTURE))
    (tmp_path / "presets" / "odd.json").write_bytes(content)
    with caplog.at_level(logging.CRITICAL):
        assert [own.name for own in shelf.own()] == ["Mine"]
    with pytest.raises((PresetError, SettingsError), match=r"\.$"):
        shelf.read(tmp_path / "presets" / "odd.json")


def test_preset_that_an_earlier_program_kept_decides_the_frame_size(shelf: PresetShelf, tmp_path: Path) -> None:
    earlier = {"kind": "slidecast-preset", "version": 1, "name": "Earlier", "settings": {"preset": "720p", "fps": 25}}
    (tmp_path / "earlier.json").write_text(json.dumps(earlier))
    kept = shelf.read(tmp_path / "earlier.json")
    assert dict(kept.values) == {"size": "720p", "fps": 25}
    assert Preset.from_text(kept.to_text()) == kept


def test_settings_of_a_later_version_are_passed_over(shelf: PresetShelf, tmp_path: Path) -> None:
    later = {"kind": "slidecast-preset", "version": 9, "name": "Later", "settings": {"fps": 25, "hologram": True}}
    (tmp_path / "later.json").write_text(json.dumps(later))
    assert dict(shelf.read(tmp_path / "later.json").values) == {"fps": 25}


def test_removed_preset_is_gone_and_cannot_be_removed_twice(shelf: PresetShelf) -> None:
    shelf.keep(Preset.of("Mine", LECTURE))
    shelf.remove("mine")
    assert shelf.own() == []
    with pytest.raises(PresetError, match="You have no preset “mine”"):
        shelf.remove("mine")
