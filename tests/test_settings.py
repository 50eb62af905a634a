from __future__ import annotations

import pytest

from slidecast_gui.settings import RenderSettings, SettingsError


def test_settings_come_back_from_a_row_as_they_were() -> None:
    settings = RenderSettings(size="4k", fps=60, voice="espeak:de", transition="fade", output="/videos/")
    assert RenderSettings.from_dict(settings.to_dict()) == settings


def test_a_row_of_another_version_keeps_what_is_still_known() -> None:
    assert RenderSettings.from_dict({"version": 9, "fps": 25, "hologram": True}) == RenderSettings(fps=25)


def test_settings_of_the_first_version_keep_their_frame_size() -> None:
    assert RenderSettings.from_dict({"version": 1, "preset": "4k", "fps": 25}) == RenderSettings(size="4k", fps=25)
    assert RenderSettings.from_dict({"preset": "720p"}) == RenderSettings(size="720p")


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": "8k"},
        {"fps": 29},
        {"renderer": "pencil"},
        {"transition": "spin"},
        {"seconds_per_slide": 0},
        {"rate": 1000},
        {"pitch": -1},
    ],
)
def test_settings_that_no_render_can_follow_are_refused_with_a_sentence(wrong: dict[str, object]) -> None:
    with pytest.raises(SettingsError) as refused:
        RenderSettings(**wrong)  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")


def test_settings_follow_others_but_for_what_was_chosen_apart() -> None:
    before, after = RenderSettings(), RenderSettings(size="4k", fps=60)
    assert RenderSettings().following(before, after) == after
    assert RenderSettings(size="720p").following(before, after) == RenderSettings(size="720p", fps=60)
    assert before.differences(after) == {"size": "4k", "fps": 60}
