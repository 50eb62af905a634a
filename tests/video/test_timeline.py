"""What is seen and heard when."""

from __future__ import annotations

import numpy as np
import pytest
from video_pieces import talk

from slidecast_gui.clip import Clip
from slidecast_gui.video import Take, Timeline, build_timeline
from slidecast_gui.video.timeline import SOUND_FRAME, SOUND_RATE


def as_text(timeline: Timeline) -> str:
    lines = [f"{timeline.frames} frames at {timeline.fps}"]
    scenes = sorted((*timeline.holds, *timeline.fades), key=lambda scene: scene.start)
    for scene in scenes:
        what = f"slide {scene.slide}" if hasattr(scene, "slide") else f"fade {scene.from_slide} to {scene.to_slide}"
        lines.append(f"{scene.start:4} +{scene.frames:<4} {what}")
    lines += [f"sound of {cue.slide}: {cue.start} +{cue.length}" for cue in timeline.cues]
    lines += [f"{caption.start_s:.3f}-{caption.end_s:.3f} {caption.text}" for caption in timeline.captions]
    lines += [f"{chapter.start}-{chapter.end} {chapter.title}" for chapter in timeline.chapters]
    return "\n".join(lines)


def test_talk_with_hard_cuts() -> None:
    assert as_text(talk().timeline) == (
        "219 frames at 30\n"
        "   0 +105  slide 1\n"
        " 105 +45   slide 3\n"
        " 150 +69   slide 4\n"
        "sound of 1: 15 +119\n"
        "sound of 4: 249 +62\n"
        "0.320-1.320 Hello & welcome.\n"
        "1.520-2.820 Ἔτσι → <b>así</b>!\n"
        "5.412-6.512 Thank you.\n"
        "0-105 Opening\n"
        "105-150 Slide 3\n"
        "150-219 The end"
    )


def test_talk_with_fades_only_gives_frames_of_its_holds_to_them() -> None:
    assert as_text(talk(0.5).timeline) == (
        "219 frames at 30\n"
        "   0 +97   slide 1\n"
        "  97 +16   fade 1 to 3\n"
        " 113 +29   slide 3\n"
        " 142 +16   fade 3 to 4\n"
        " 158 +61   slide 4\n"
        "sound of 1: 15 +119\n"
        "sound of 4: 249 +62\n"
        "0.320-1.320 Hello & welcome.\n"
        "1.520-2.820 Ἔτσι → <b>así</b>!\n"
        "5.412-6.512 Thank you.\n"
        "0-105 Opening\n"
        "105-150 Slide 3\n"
        "150-219 The end"
    )


@pytest.mark.parametrize("fps", [24, 25, 30, 50, 60])
def test_speech_keeps_its_distance_from_cuts_and_never_drifts(fps: int) -> None:
    takes = [
        Take(number, "", Clip(np.ones(1600 + 219 * (number % 29), np.int16), 16_000), 5) for number in range(1, 601)
    ]
    timeline = build_timeline(takes, fps)
    for take, cue, hold in zip(takes, timeline.cues, timeline.holds, strict=True):
        heard_s = cue.start * SOUND_FRAME / SOUND_RATE
        ended_s = heard_s + take.clip.duration_s
        lead_s, tail_s = heard_s - hold.start / fps, (hold.start + hold.frames) / fps - ended_s
        assert 0.3 - 1e-9 <= lead_s < 0.322
        assert 0.678 < tail_s < 0.7 + 1 / fps


@pytest.mark.parametrize("fade_s", [0.0, 0.5, 3.0])
def test_every_frame_is_shown_once(fade_s: float) -> None:
    takes = [Take(number, "", None, seconds) for number, seconds in enumerate((0.1, 5, 0.3, 2, 0.1, 0.1), 1)]
    timeline = build_timeline(takes, 24, fade_s)
    scenes = sorted((*timeline.holds, *timeline.fades), key=lambda scene: scene.start)
    covered = [frame for scene in scenes for frame in range(scene.start, scene.start + scene.frames)]
    assert covered == list(range(timeline.frames))
    assert min(hold.frames for hold in timeline.holds) >= 2


def test_clip_without_samples_is_a_silent_slide() -> None:
    timeline = build_timeline([Take(1, "", Clip(np.zeros(0, np.int16), 22_050), 2)], 25)
    assert (timeline.frames, timeline.cues) == (50, ())


def test_video_of_no_slides_is_refused() -> None:
    with pytest.raises(ValueError, match="no slides"):
        build_timeline([], 30)


def test_long_chapter_title_is_cut_between_letters() -> None:
    (chapter,) = build_timeline([Take(1, "題" * 300, None, 1)], 30).chapters
    assert chapter.title == "題" * 59 + "…"
    assert len(chapter.title.encode()) < 255
