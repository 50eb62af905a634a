"""What the presenter has chosen is found again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from slidecast_gui.preferences import Preferences, PreferencesError, load_preferences, save_preferences
from slidecast_gui.settings import RenderSettings

CHOSEN = Preferences(
    RenderSettings(size="4k", voice="espeak:de", output="/videos"),
    theme="dark",
    memory_mb=3000,
    pieces_mb=512,
    keep_history_days=90,
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "data" / "preferences.json"
    save_preferences(path, CHOSEN)
    assert load_preferences(path) == CHOSEN
    assert [entry.name for entry in path.parent.iterdir()] == ["preferences.json"]


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "preferences.json") == Preferences()


@pytest.mark.parametrize(
    "text",
    ["not json", "[]", '{"them": "dark"}', '{"theme": "pink"}', '{"render": {"size": "9000p"}}', '{"render": 7}'],
)
def test_file_that_is_not_understood_is_set_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text, encoding="utf-8")
    assert load_preferences(path) == Preferences()
    assert (tmp_path / "preferences.damaged.json").read_text(encoding="utf-8") == text


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(PreferencesError, match="them"):
        Preferences.from_dict({"them": "dark"})


def test_settings_of_an_older_program_are_completed(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"render": {"version": 1, "preset": "720p"}}), encoding="utf-8")
    assert load_preferences(path).render == RenderSettings(size="720p")


def test_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    save_preferences(path, CHOSEN)
    with pytest.raises(FileExistsError):
        save_preferences(path / "impossible", Preferences())
    assert load_preferences(path) == CHOSEN


@pytest.mark.parametrize("wrong", [{"theme": "pink"}, {"memory_mb": 1}, {"pieces_mb": 0}, {"keep_history_days": 0}])
def test_value_that_is_not_offered_is_refused_with_a_sentence(wrong: dict[str, object]) -> None:
    with pytest.raises(PreferencesError) as refused:
        Preferences(**wrong)  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")
