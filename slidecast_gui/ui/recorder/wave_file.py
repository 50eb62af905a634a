"""Sound written to a WAV file while it is heard, so that nothing spoken is ever only in memory."""

from __future__ import annotations

import wave
from pathlib import Path
from types import TracebackType
from typing import Self

from slidecast_gui.ui.recorder.level import Samples, to_int16

UNFINISHED = ".part"
"""What a recording's name ends with until the presenter has decided to use it."""


class WaveFile:
    """Mono, 16 bits. The header is true after every `add`, so that a crash leaves a file that can be played."""

    def __init__(self, path: Path, rate: int) -> None:
        """Replaces what is at `path`. Raises OSError where it cannot be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._rate = rate
        self._frames = 0
        # Open for as long as something is said; wave leaves a file alone that it was given open.
        self._file = path.open("wb")
        self._writer = wave.Wave_write(self._file)
        self._writer.setnchannels(1)
        self._writer.setsampwidth(2)
        self._writer.setframerate(rate)

    @property
    def seconds(self) -> float:
        """How much has been written."""
        return self._frames / self._rate

    def add(self, samples: Samples) -> None:
        """Writes samples from -1 to 1. Raises OSError where the disk does not take them."""
        self._writer.writeframes(to_int16(samples))
        self._file.flush()
        self._frames += len(samples)

    def close(self) -> None:
        """Ends the file. Raises OSError where the disk does not take its rest."""
        try:
            self._writer.close()
        finally:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def seconds_of(path: Path) -> float:
    """How long a WAV file is; 0 where there is none, or none that can be read."""
    try:
        with wave.open(str(path), "rb") as file:
            return file.getnframes() / file.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return 0.0
