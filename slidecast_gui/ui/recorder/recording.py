"""One recording from the first word to the decision: it is on the disk all the time, and given whole at the end."""

from __future__ import annotations

from pathlib import Path

from slidecast_gui.ui.recorder.level import Samples
from slidecast_gui.ui.recorder.wave_file import UNFINISHED, WaveFile, seconds_of


class Recording:
    """What is spoken for `target`, kept beside it under an unfinished name until it is accepted or discarded.

    What was left undecided, by closing the window or a crash, is there again in the next `Recording` of the target.
    Every method that writes raises OSError where the disk does not take it.
    """

    def __init__(self, target: Path) -> None:
        """`target` ends with ".wav"; it is written when the recording is accepted, and not before."""
        self._target = target
        self._file: WaveFile | None = None
        self._seconds = seconds_of(self.path)

    @property
    def target(self) -> Path:
        """Where the recording is when it has been accepted."""
        return self._target

    @property
    def path(self) -> Path:
        """The undecided recording. It still ends with ".wav": players go by that."""
        return self._target.with_name(f"{self._target.stem}{UNFINISHED}.wav")

    @property
    def seconds(self) -> float:
        """How much has been recorded; 0 where there is nothing to decide."""
        return self._file.seconds if self._file is not None else self._seconds

    @property
    def is_open(self) -> bool:
        """Whether sound is being written."""
        return self._file is not None

    def start(self, rate: int) -> None:
        """Begins anew at `rate` samples a second, in place of an undecided recording."""
        self.stop()
        self._file = WaveFile(self.path, rate)

    def add(self, samples: Samples) -> None:
        """Writes what was heard; nothing while no recording runs."""
        if self._file is not None:
            self._file.add(samples)

    def stop(self) -> None:
        """Ends the recording, which is then to be decided about; one in which nothing was heard is none."""
        file, self._file = self._file, None
        if file is None:
            return
        self._seconds = file.seconds
        file.close()
        if not self._seconds:
            self.path.unlink(missing_ok=True)

    def accept(self) -> None:
        """Gives the recording its name, in place of an earlier one."""
        self.stop()
        self.path.replace(self._target)
        self._seconds = 0.0

    def discard(self) -> None:
        """Deletes the undecided recording; an accepted one stays."""
        self.stop()
        self.path.unlink(missing_ok=True)
        self._seconds = 0.0
