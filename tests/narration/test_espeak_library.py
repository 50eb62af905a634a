from pathlib import Path

import pytest

from slidecast_gui.narration import engines, voices
from slidecast_gui.narration.espeak_library import (
    EspeakError,
    EspeakSession,
    data_folder,
    espeak_session,
    usable_data_path,
)


def test_data_in_a_folder_whose_path_is_too_long_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("long " * 20) / ("name " * 20)
    deep.mkdir(parents=True)
    far = deep / "espeak-ng-data"
    far.symlink_to(data_folder(), target_is_directory=True)
    assert len(str(far)) > 160
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(far))
    with espeak_session() as session:
        session.select("aav/vi-VN-x-central")
        assert session.synthesize("xin", 100_000).any()


def test_data_in_a_folder_with_spaces_and_other_letters_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Größe 名 x"
    folder.symlink_to(data_folder(), target_is_directory=True)
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(folder))
    with espeak_session() as session:
        assert len(session.voices()) > 100


def test_a_short_path_is_used_as_it_is(tmp_path: Path) -> None:
    assert usable_data_path(Path("/short")) == b"/short"


def test_missing_data_is_an_error_and_not_another_installations_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("espeakng_loader.get_data_path", lambda: str(tmp_path))
    with pytest.raises(EspeakError), espeak_session():
        pass


def test_an_unknown_voice_is_an_error_and_the_next_session_works() -> None:
    with pytest.raises(EspeakError), espeak_session() as session:
        session.select("gmw/nowhere")
    with espeak_session() as session:
        assert isinstance(session, EspeakSession)


@pytest.mark.qt_log_ignore("pipewire", extend=True)  # Qt's sound library misses it on servers, and says so when loaded.
def test_espeak_is_there_with_its_version_and_every_other_engine_has_a_reason() -> None:
    first, *others = engines()
    assert (first.name, first.available, first.reason) == ("espeak", True, "")
    assert first.version
    assert others
    assert all(engine.reason for engine in others if not engine.available)
    assert not any("mock" in engine.name for engine in others)


def test_voices_are_named_sorted_and_unlike() -> None:
    listed = voices()
    assert len(listed) > 120
    assert [voice.name for voice in listed] == sorted(voice.name for voice in listed)
    assert len({voice.voice_id for voice in listed}) == len(listed)
    british = next(voice for voice in listed if voice.voice_id == "espeak:en-gb")
    assert (british.name, british.language, british.gender) == ("English (Great Britain)", "en-GB", "male")


def test_voices_without_their_dictionary_are_left_out() -> None:
    assert "fo" not in {voice.language for voice in voices()}
