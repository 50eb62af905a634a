"""`slidecast-gui render`: the window's jobs, done here and now."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from types import FrameType

from slidecast_gui.cli.arguments import Arguments
from slidecast_gui.cli.opening import open_store
from slidecast_gui.cli.output import show
from slidecast_gui.cli.terminal import JsonLines, ProgressBar
from slidecast_gui.errors import SlidecastError
from slidecast_gui.events import Finished, Outcome, Warned
from slidecast_gui.jobs import Job, JobStatus, JobStore, StoreError, this_owner
from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.jobs.ledger import Then
from slidecast_gui.jobs.owner import busy_sentence
from slidecast_gui.jobs.patience import patiently
from slidecast_gui.jobs.processes.limits import limits_of
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.work import recover, run_job, take
from slidecast_gui.paths import DataPaths, data_paths
from slidecast_gui.preferences import load_preferences
from slidecast_gui.presets import PresetError, PresetShelf
from slidecast_gui.settings import RenderSettings, SettingsError
from slidecast_gui.system.power import Awake

WRONG_USAGE = 2
EXIT = {Outcome.DONE: 0, Outcome.FAILED: 1, Outcome.CANCELLED: 130}

_SETTINGS = [each.name for each in fields(RenderSettings) if each.name != "output"]

_ENDS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_SIGNALS = [signal.Signals[name] for name in _ENDS if name in signal.Signals.__members__]
_INTERRUPTED = Then(JobStatus.CANCELLED, "Interrupted in the terminal.")
_SESSION_ENDED = Then(JobStatus.QUEUED, "The terminal was ended; it goes on from what is finished.")


@dataclass
class _Interruption:
    """Whether this terminal is to stop, and what then becomes of its jobs."""

    happened: threading.Event = field(default_factory=threading.Event)
    then: Then = _INTERRUPTED


def run(arguments: Arguments) -> int:
    """Render the decks one after the other; the exit status: the first that is not 0, or 0."""
    paths = data_paths(arguments.data_dir)
    try:
        settings = _settings(arguments, paths)
    except (PresetError, SettingsError) as error:
        print(f"slidecast-gui render: {error}", file=sys.stderr)
        return WRONG_USAGE
    with open_store(paths, to_write=True) as store:
        recover(store, paths)
        store.back_up_daily()
        # All of them are in the table before anything happens to the first. They wait as paused, because an open
        # window would take queued ones for its own.
        jobs = store.create_many(
            arguments.decks,
            settings,
            JobStatus.PAUSED,
            reason="Waits for its turn in a terminal.",
            owner=this_owner(),
        )
        for job in jobs:
            store.note_deck(job.job_id, deck_sha256(job.deck_path))
            if job.renamed:
                show(f"{job.renamed}\n", sys.stderr)
        return render_jobs(store, jobs, paths, as_json=arguments.json)


def render_jobs(store: JobStore, jobs: Sequence[Job], paths: DataPaths, *, as_json: bool) -> int:
    """Run waiting jobs in this terminal; the exit status. Ctrl-C cancels the running one and those after it.

    Where the session ends instead (a log-out, a terminal that is closed), they stay in the queue for the next launch.
    """
    statuses: list[int] = []
    with _interruptible() as interruption, Awake():
        for job in jobs:
            if interruption.happened.is_set():
                finished = _skip(store, job, interruption.then, as_json=as_json)
            else:
                finished = _run(store, job, paths, interruption, as_json=as_json)
            statuses.append(EXIT[finished.status])
    return next((status for status in statuses if status), 0)


def _run(store: JobStore, job: Job, paths: DataPaths, interruption: _Interruption, *, as_json: bool) -> Finished:
    teller = _teller(job, as_json=as_json)
    finished = _or_refusal(lambda: _rendered(store, job, paths, interruption, teller))
    teller.finish(finished)
    return finished


def _rendered(
    store: JobStore, job: Job, paths: DataPaths, interruption: _Interruption, teller: JsonLines | ProgressBar
) -> Finished:
    def say(sentence: str) -> None:
        teller.tell(Warned("store", sentence))

    stopped = interruption.happened
    taken = patiently(partial(take, store, job.job_id, this_owner()), stopped, say)
    if taken is None:
        return Finished(Outcome.FAILED, error=busy_sentence(store.get(job.job_id)), error_kind="busy")
    if taken.status is not JobStatus.RUNNING:
        why = taken.error or taken.reason
        return Finished(Outcome.FAILED, error=why, error_kind=taken.error_kind, error_detail=taken.error_detail)
    child = RenderChild(limits=limits_of(load_preferences(paths.preferences)))
    return run_job(store, paths, taken, teller.tell, stopped, child, lambda: interruption.then)


def _skip(store: JobStore, job: Job, then: Then, *, as_json: bool) -> Finished:
    """The end of a job that was not begun because the one before it was interrupted."""

    def skipped() -> Finished:
        store.move(job.job_id, then.status, then.reason)
        return Finished(Outcome.CANCELLED)

    finished = _or_refusal(skipped)
    _teller(job, as_json=as_json).finish(finished)
    return finished


def _or_refusal(do: Callable[[], Finished]) -> Finished:
    """What `do` returns; where that one job was removed or started elsewhere meanwhile, a failure that says so.

    A list of jobs that cannot be used is every job's trouble, and ends the command.
    """
    try:
        return do()
    except StoreError:
        raise
    except SlidecastError as error:
        return Finished(Outcome.FAILED, error=error.sentence, error_kind=error.kind, error_detail=error.detail)


def _teller(job: Job, *, as_json: bool) -> JsonLines | ProgressBar:
    return JsonLines(job) if as_json else ProgressBar(job, sys.stderr)


def _settings(arguments: Arguments, paths: DataPaths) -> RenderSettings:
    """What the preset says, and what was said beside it. Raises PresetError, SettingsError."""
    output = arguments.output
    if output and len(arguments.decks) > 1 and Path(output).suffix.lower() == ".mp4" and not Path(output).is_dir():
        raise SettingsError("Several decks cannot become one file; give a folder with -o.")
    said = {name: value for name in _SETTINGS if (value := getattr(arguments, name)) is not None}
    preset = PresetShelf(paths.presets).find(arguments.preset)
    return replace(preset.applied_to(RenderSettings()), output=output, **said)


@contextmanager
def _interruptible() -> Iterator[_Interruption]:
    """What Ctrl-C and a polite kill change, instead of ending this process in the middle of a job."""
    interruption = _Interruption()

    def stop(number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGINT:
            interruption.then = _SESSION_ENDED
        interruption.happened.set()

    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield interruption
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
