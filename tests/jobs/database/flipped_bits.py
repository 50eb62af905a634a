"""Flips single bits of a list of jobs and uses it as a window would, until it is whole again.

By hand: `python tests/jobs/database/flipped_bits.py 1000 [SEED]` prints every flip that is neither harmless, nor
mended, nor restored, each with a backup and without one.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from slidecast_gui.edits import SlideEdit
from slidecast_gui.events import Finished, Outcome
from slidecast_gui.jobs import JobStatus, JobStore, StoreError, this_owner
from slidecast_gui.settings import RenderSettings

PAGE = 4096


def fill_with_everything(store: JobStore) -> None:
    """Jobs that are done, failed, queued and paused, with their stories, edits and a held queue; and a backup of it."""
    jobs = store.create_many([f"/decks/talk {n}.pptx" for n in range(12)], RenderSettings())
    for number, job in enumerate(jobs[:6]):
        store.move(job.job_id, JobStatus.QUEUED)
        claimed = store.claim(job.job_id, this_owner(), f"/decks/talk {number}.mp4")
        assert claimed is not None
        store.deck_read(claimed, f"A talk about {number}", 30, "ab" * 32)
        files = (__file__,) if number % 2 else ()  # Any file that is there.
        outcome = Outcome.DONE if number % 2 else Outcome.FAILED
        store.finish(claimed, Finished(outcome, created_files=files, duration_s=300.0, slides=30))
    for job in jobs[6:9]:
        store.edit_slide(job.job_id, "256", SlideEdit("Said otherwise.", 4.5, sound="ab.wav"))
        store.move(job.job_id, JobStatus.QUEUED)
    store.pause_after([jobs[6].job_id])
    assert store.back_up_daily() is not None


def look_at_everything(store: JobStore) -> None:
    """All that a window asks of the list, and a new job."""
    for job in store.history():
        assert store.get(job.job_id) == job
        store.events(job.job_id)
        store.edits(job.job_id)
        store.earlier_results(job.deck_path)
    assert sum(store.counts().values()) == store.count()
    assert store.queue() == sorted(store.queue(), key=lambda job: job.position)
    store.startable()
    store.next_queued()
    store.next_due()
    store.hold()
    store.news()
    store.sounds_in_use()


def places(content: bytes, count: int, seed: int = 3) -> Iterator[tuple[int, int]]:
    """`count` bytes and bits of them; every third in the first page, where a few decide over all others."""
    dice = random.Random(seed)
    for number in range(count):
        yield dice.randrange(PAGE if number % 3 == 0 else len(content)), dice.randrange(8)


def flip_bit(path: Path, byte: int, bit: int, *, is_noticed: bool) -> None:
    """`is_noticed`: whether the file seems to have been changed, as by a program; a worn-out disk does not say so."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[byte] ^= 1 << bit
    path.write_bytes(content)
    if not is_noticed:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def use_until_it_is_mended(path: Path) -> str:
    """What had to be done. Raises what a presenter would have seen, but for one sentence that the next start heals."""
    said = "harmless"
    for start in range(2):
        try:
            with JobStore(path) as store:
                if store.recovery is not None:
                    lost = store.recovery.jobs_lost
                    said = "restored" if lost is None else "mended" if lost == 0 else "mended, with jobs lost"
                look_at_everything(store)
                store.create("/decks/another.pptx", RenderSettings())
                return said
        except StoreError:
            if start:
                raise
            said = "said"
    return said


def _main(count: int, seed: int) -> int:
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base" / "jobs.sqlite3"
        with JobStore(base) as store:
            fill_with_everything(store)
        for number, place in enumerate(places(base.read_bytes(), count, seed)):
            data = shutil.copytree(base.parent, Path(folder) / "flipped")
            if number % 2:
                shutil.rmtree(data / "backups")
            # A copy is another file than the one that was looked through; as an old acquaintance it is trusted.
            JobStore(data / base.name).close()
            flip_bit(data / base.name, *place, is_noticed=bool(number // 2 % 2))
            try:
                ends[use_until_it_is_mended(data / base.name)] += 1
            except Exception:  # noqa: BLE001 - whatever it is, it is printed
                ends["wrong"] += 1
                print(f"flip {number} at {place}:", traceback.format_exc(), sep="\n")
            shutil.rmtree(data)
    print(dict(ends))
    return min(ends["wrong"], 1)


if __name__ == "__main__":
    sys.exit(_main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3))
