from __future__ import annotations

import pytest

from slidecast_gui.events import DeckRead, Event, Finished, Outcome, Progress, Stage, Warned, from_json, to_json


@pytest.mark.parametrize(
    "event",
    [
        Progress(Stage.NARRATION, 0.25, 3),
        DeckRead("Größe “A”", 12, "ab" * 32),
        Warned("font-replaced", "Zeile 1\nZeile 2"),
        Finished(Outcome.DONE, video="/tmp/a.mp4", captions=("/tmp/a.srt", "/tmp/a.vtt"), duration_s=12.5, slides=3),
    ],
)
def test_an_event_survives_its_way_between_processes_on_one_line(event: Event) -> None:
    line = to_json(event)
    assert "\n" not in line
    assert from_json(line) == event


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"event": "party"}', '{"event": "progress", "stage": "slides"}'])
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_json(line)
