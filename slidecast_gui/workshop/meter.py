"""How far a render is, from steps that end on several threads."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from slidecast_gui.events import Progress, Stage


class Meter:
    """Turns finished steps into `Progress`.

    `plan` says for each stage its share of the whole job and how many steps it has. The stages overlap in time; the
    one told is the first that is not complete, so what the presenter reads never goes back.
    """

    def __init__(self, report: Callable[[Progress], None], plan: Mapping[Stage, tuple[float, int]]) -> None:
        self._report = report
        self._plan = dict(plan)
        self._done: Counter[Stage] = Counter()
        self._lock = threading.Lock()
        self._told = 0.0
        self._drawn: int | None = None

    @contextmanager
    def drawing(self, slide: int) -> Iterator[None]:
        """The slide is being drawn inside, and told before: if that never ends, it is known which one it was."""
        with self._lock:
            self._drawn = slide
            self._tell(Progress(self._current(), self._fraction(), slide))
        try:
            yield
        finally:
            self._drawn = None

    def step(self, stage: Stage, slide: int | None = None) -> None:
        """One step of `stage` has ended."""
        with self._lock:
            self._done[stage] += 1
            self._tell(Progress(self._current(), self._fraction(), self._drawn or slide))

    def portion(self, stage: Stage, fraction: float) -> None:
        """`stage` is `fraction` of the way through, for stages that have one long step."""
        with self._lock:
            share, _ = self._plan[stage]
            whole = min(1.0, self._fraction() + share * fraction)
            # Such a stage tells often; a whole percent is what anybody can see.
            if whole - self._told >= 0.01:
                self._tell(Progress(stage, whole))

    def _tell(self, progress: Progress) -> None:
        self._told = progress.fraction
        self._report(progress)

    def _current(self) -> Stage:
        for stage, (_, steps) in self._plan.items():
            if self._done[stage] < steps:
                return stage
        return Stage.FINISHING

    def _fraction(self) -> float:
        return min(
            1.0,
            sum(share * min(1.0, self._done[stage] / max(1, steps)) for stage, (share, steps) in self._plan.items()),
        )
