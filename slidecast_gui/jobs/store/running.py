"""What only the process that runs a job may do to its row.

Every write here is fenced: it happens only where the row still is running, with the owner and the attempt of the
`Job` that `claim` gave out. A process that was taken for dead, or a render that ends after its job was given to
somebody else, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs.database.records import job_of
from slidecast_gui.jobs.errors import JobBusy, OutputTaken
from slidecast_gui.jobs.model import EventKind, Job, JobStatus, Owner, Wish, now, time_text
from slidecast_gui.jobs.owner import is_out_of_sight
from slidecast_gui.jobs.store.editing import EDITABLE
from slidecast_gui.jobs.store.outcome import crash_limit_sentence, deaths_sentence, ended_values
from slidecast_gui.jobs.store.reading import Reading

MAX_UNCLEAN_ENDS = 3
MAX_DEATHS = 3
_READING = "reading"

_FREE = {"owner": None, "last_heartbeat": None, "wish": ""}

_TOLD = {
    Wish.PAUSE: "Told to pause.",
    Wish.CANCEL: "Told to stop.",
    Wish.REMOVE: "Told to stop, to be removed.",
    Wish.REMOVE_WITH_FILES: "Told to stop, to be removed with its files.",
}


class Running(Reading):
    """Taking, keeping and giving back jobs. Everything here may raise StoreError."""

    def claim(self, job_id: str, owner: Owner, video_path: str = "") -> Job | None:
        """Takes a queued job for `owner`, who will write `video_path`; None if another process was faster.

        The claim is committed before any work starts: a deck that takes its owner down with it is found as its last,
        by `recover`, and cannot be tried for ever. Raises OutputTaken where another unfinished job writes that file.
        """
        with self.transaction():
            job = self._job(job_id)
            if job.status is not JobStatus.QUEUED:
                return None
            if video_path and self.is_output_taken(video_path, besides=job_id):
                raise OutputTaken(video_path)
            moment = time_text(now())
            self._change(
                job,
                JobStatus.RUNNING,
                owner=owner.to_text(),
                attempts=job.attempts + 1,
                video_path=video_path,
                started_at=moment,
                last_heartbeat=moment,
                stage="",
                progress=0,
                slide=None,
                reason="",
                error_kind="",
                not_before=None,
                wish="",
                # This attempt finds them again; those of earlier ones stay in the story.
                warnings=0,
            )
            return self._job(job_id)

    def beat(self, job: Job, stage: Stage, progress: int, slide: int | None = None) -> bool:
        """Writes how far a claimed job is, in whole percent; False if it is no longer the caller's.

        Not flushed to the disk: it is written every second, and what a power cut takes away is never missed.
        """
        with self._unflushed():
            beat = time_text(now())
            return self._write_own(job, stage=stage.value, progress=progress, slide=slide, last_heartbeat=beat)

    def deck_read(self, job: Job, title: str, slide_count: int, sha256: str) -> bool:
        """Writes what was found when the deck was opened."""
        return self._write_own(job, deck_title=title, slide_count=slide_count, deck_sha256=sha256)

    def thumbnail_made(self, job: Job, path: str) -> bool:
        """Writes where the job's thumbnail lies."""
        return self._write_own(job, thumbnail_path=path)

    def warned(self, job: Job, text: str, slide: int | None = None) -> bool:
        """Adds a warning to the job's story and counts it."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._tell(current, EventKind.WARNING, text, slide=slide)
            self._update(job.job_id, warnings=current.warnings + 1)
            return True

    def noted(self, job: Job, text: str, slide: int | None = None) -> bool:
        """Adds to the job's story what is worth knowing and no warning."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._tell(current, EventKind.NOTE, text, slide=slide)
            return True

    def estimated(self, job: Job, expected: str) -> bool:
        """Adds to the job's story what was expected of it, as `Estimate.to_text` writes it."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._tell(current, EventKind.ESTIMATED, expected)
            return True

    def note_wish(self, job: Job, wish: Wish) -> bool:
        """Keeps what is to become of a claimed job once it has stopped; its end clears it, or `recover` does it.

        The last word counts. False, and nothing written, if the job is not the caller's.
        """
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._update(job.job_id, wish=wish.value)
            self._tell(current, EventKind.CHANGED, _TOLD[wish])
            return True

    def finish(self, job: Job, finished: Finished) -> bool:
        """Ends a claimed job with the result of its render; False, and nothing written, if it is not the caller's."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._change(current, JobStatus(finished.status.value), finished.error, **ended_values(current, finished))
            return True

    def release(self, job: Job, to: JobStatus, reason: str = "", kind: str = "") -> bool:
        """Gives a claimed job back, queued or paused, with the reason in words. Not counted as an unclean end.

        `kind` is kept as the row's `error_kind`, for a job that waits for something and is to go on by itself.
        """
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            self._change(current, to, reason, reason=reason, error_kind=kind, deaths=0, **_FREE)
            return True

    def postpone(self, job: Job, wait: timedelta, reason: str) -> bool:
        """Gives a claimed job back to be tried again after `wait`, with the reason in words; counted in `tries`."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return False
            waits = {"not_before": time_text(now() + wait), "tries": current.tries + 1, "deaths": 0}
            self._change(current, JobStatus.QUEUED, reason, reason=reason, **waits, **_FREE)
            return True

    def crashed(self, job: Job, finished: Finished) -> JobStatus | None:
        """A claimed job's render died: queued again, or failed after `MAX_UNCLEAN_ENDS`. None if not the caller's."""
        with self.transaction():
            if (current := self._still_own(job)) is None:
                return None
            return self._ended_uncleanly(current, finished.error, finished.error_detail)

    def recover(self, is_alive: Callable[[Owner], bool]) -> list[Job]:
        """Takes back the jobs whose owner is proven dead; returns them as they were left behind.

        Running ones become what was wished for them, a removal being left to the caller; others are queued again, or
        fail where they are to blame and did so `MAX_UNCLEAN_ENDS` times, or are paused where `MAX_DEATHS` owners died
        in a row and nothing more was finished. Those that waited for their turn in the process can be started by
        anybody, and those that were edited in it go on.

        Only `is_alive` decides. An old heartbeat proves nothing: the machine may have slept, or its clock was set.
        """
        record = self._records.job
        with self.transaction():
            held = record.status.in_(EDITABLE) & record.owner.is_null(False)
            rows = self._jobs().where((record.status == JobStatus.RUNNING) | held).order_by(record.position)
            taken = [job_of(row) for row in rows.dicts()]
            alive = {owner for owner in {job.owner for job in taken} if owner and is_alive(owner)}
            lost = [job for job in taken if job.owner not in alive]
            for job in lost:
                if job.status is JobStatus.RUNNING:
                    self._carry_out(job)
                elif job.status is JobStatus.QUEUED:
                    self._update(job.job_id, owner=None)
                else:
                    self._update(job.job_id, owner=None, reason="")
                    self._tell(job, EventKind.CHANGED, "Slidecast ended before this job's turn; it can be started.")
            return lost

    def take_back(self, job_id: str) -> Job:
        """Takes a job from an owner that is out of sight, because the presenter knows that it is gone; paused.

        Raises JobBusy for any other owner: whether that one lives is known, and `recover` sees to it. JobNotFound.
        """
        text = "Taken back by hand; start it to go on from what is finished."
        with self.transaction():
            job = self._job(job_id)
            if job.owner is None or not is_out_of_sight(job.owner):
                raise JobBusy("Only a job that was started on another computer or in a container can be taken back.")
            if job.status is JobStatus.RUNNING:
                self._change(job, JobStatus.PAUSED, text, reason=text, **_FREE)
            else:
                self._update(job_id, owner=None, reason=text)
                self._tell(job, EventKind.CHANGED, text)
            return self._job(job_id)

    def _carry_out(self, job: Job) -> None:
        if job.wish is Wish.NONE:
            self._owner_died(job)
        elif job.wish is Wish.PAUSE:
            self._change(job, JobStatus.PAUSED, job.wish.reason, reason=job.wish.reason, **_FREE)
        else:
            self._change(job, JobStatus.CANCELLED, **ended_values(job, Finished(Outcome.CANCELLED)))

    def _owner_died(self, job: Job) -> None:
        """Queued again or failed; paused where it dies at one place again and again, or never gets past the reading.

        Nobody can tell whether such a deck ends its owner, or the owner is ended by others: it is not for us to fail
        it, and not to try it for ever either, as a deck may take the whole machine with it.
        """
        what = "Slidecast ended while this job was running."
        place = _place(job)
        deaths = job.deaths + 1 if place == job.died_at else 1
        self._update(job.job_id, deaths=deaths, died_at=place)
        status = self._ended_uncleanly(job, what, "", counts=self._is_to_blame(job))
        if status is JobStatus.QUEUED and deaths >= MAX_DEATHS:
            reason = deaths_sentence(deaths, reading=place == _READING)
            self._change(self._job(job.job_id), JobStatus.PAUSED, reason, reason=reason)

    def _is_to_blame(self, job: Job) -> bool:
        """Whether a job may have taken its owner down with it: it was on the slide where it ended uncleanly before.

        Log-outs, flat batteries and kills come anywhere, and a long render must live through any number of them.
        """
        event = self._records.event
        crashes = event.select(event.slide).where((event.job == job.job_id) & (event.kind == EventKind.CRASHED))
        before = crashes.order_by(event.event_id.desc()).tuples().first()
        return job.slide is not None and (before is None or before[0] == job.slide)

    def _ended_uncleanly(self, job: Job, what: str, detail: str, *, counts: bool = True) -> JobStatus:
        ends = job.unclean_ends + counts
        self._tell(job, EventKind.CRASHED, f"{what}\n{detail}".strip(), slide=job.slide)
        if ends < MAX_UNCLEAN_ENDS:
            reason = f"{what} It goes on from what was finished."
            self._change(job, JobStatus.QUEUED, reason, unclean_ends=ends, reason=reason, **_FREE)
            return JobStatus.QUEUED
        failed = Finished(
            Outcome.FAILED,
            error=crash_limit_sentence(ends, job.slide),
            error_kind="renderer-crashed",
            error_detail=detail or what,
        )
        self._change(job, JobStatus.FAILED, failed.error, **ended_values(job, failed) | {"unclean_ends": ends})
        return JobStatus.FAILED

    def _still_own(self, job: Job) -> Job | None:
        """The row as it is now, if it still is the caller's. Inside a transaction."""
        current = self._job_or_none(job.job_id)
        if current is None or current.status is not JobStatus.RUNNING:
            return None
        return current if (current.owner, current.attempts) == (job.owner, job.attempts) else None

    def _write_own(self, job: Job, **values: Any) -> bool:  # noqa: ANN401 - column values
        """Writes columns of a claimed row; False if it no longer is the caller's."""
        record = self._records.job
        with self.transaction():
            fence = (
                (record.job_id == job.job_id)
                & (record.status == JobStatus.RUNNING)
                & (record.owner == (job.owner.to_text() if job.owner else None))
                & (record.attempts == job.attempts)
            )
            return bool(record.update(**values).where(fence).execute() == 1)


def _place(job: Job) -> str:
    """How far a render had come; two that died at the same place have finished the same, or nothing at all."""
    if job.stage in (None, Stage.READING):
        return _READING
    return f"{job.stage} {job.progress} {job.slide}"
