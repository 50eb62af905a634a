"""Reading a presenter's sound file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import av
import numpy as np
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from numpy.typing import NDArray

from slidecast_gui.video.errors import MovieError
from slidecast_gui.video.timeline import SOUND_RATE

LONGEST_S = 1800
"""Seconds of one slide's sound: half an hour is 170 MB of samples."""

_FORMATS = frozenset(
    "aac ac3 aiff amr ape asf caf flac matroska mov mp3 mp4 mpegts ogg tta w64 wav webm wv".split()  # noqa: SIM905
)
"""Containers by ffmpeg's names. Playlists (hls, concat) are not among them: they would open other files."""


def read_sound(path: Path, called: str) -> NDArray[np.int16]:
    """The sound of a file, mono, at `SOUND_RATE`; of a video, its first sound track.

    Raises MovieError, with what the presenter knows the file as, for one that is gone, holds no sound that can be
    read, or more of it than `LONGEST_S`.
    """
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            return _decoded(container, called)
    except FileNotFoundError as error:
        raise _gone(called, error) from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _unreadable(called, f"{path}: {error}") from error


def sound_length_s(path: Path, called: str) -> float:
    """Seconds of the sound of a file, as the file says; heard through where it does not. Raises as `read_sound`."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file"}) as container:
            if container.streams.audio and container.duration:
                return float(container.duration / av.time_base)
    except FileNotFoundError as error:
        raise _gone(called, error) from error
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _unreadable(called, str(error)) from error
    return len(read_sound(path, called)) / SOUND_RATE


def sound_file_key(path: Path, called: str) -> str:
    """What determines the sound of a file: its bytes. Raises MovieError as `read_sound`."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise _gone(called, error) from error
    except OSError as error:
        raise _unreadable(called, str(error)) from error


def _decoded(container: InputContainer, called: str) -> NDArray[np.int16]:
    if _FORMATS.isdisjoint(container.format.name.split(",")):
        raise _unreadable(called, f"{container.format.name} is not a format of sound files")
    if not container.streams.audio:
        raise _unreadable(called, "there is no sound in it")
    resampler = AudioResampler(format="s16", layout="mono", rate=SOUND_RATE)
    parts: list[NDArray[np.int16]] = []
    length = 0
    for frame in container.decode(container.streams.audio[0]):
        for part in resampler.resample(frame):
            parts.append(part.to_ndarray()[0])
            length += len(parts[-1])
        if length > LONGEST_S * SOUND_RATE:
            raise MovieError(
                "sound-too-long",
                f"{called} is longer than the {LONGEST_S // 60} minutes one slide may take; choose a shorter one.",
            )
    parts += [part.to_ndarray()[0] for part in resampler.resample(None)]
    if not length:
        raise _unreadable(called, "nothing is heard in it")
    return np.concatenate(parts)


def _gone(called: str, error: OSError) -> MovieError:
    return MovieError("sound-gone", f"{called} is no longer there; choose a sound again, or do without.", str(error))


def _unreadable(called: str, detail: str) -> MovieError:
    return MovieError("sound-unreadable", f"{called} could not be read; choose a WAV, MP3, M4A or FLAC file.", detail)
