"""Pictures of the real window with real rows, in both themes: `python tests/screenshots.py FOLDER [--decks FOLDER]`.

Runs on whatever platform Qt is told (`QT_QPA_PLATFORM=offscreen`, or xcb under xvfb-run). Every state is made by the
store, the queue and a real child process that stands for the renderer; only the days of past jobs are set by hand.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QDeadlineTimer, QSettings
from PySide6.QtWidgets import QApplication

from slidecast_gui.app import _application, _voices
from slidecast_gui.deck import DECK_ENDINGS, read_deck
from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import JobStatus, JobStore, this_owner
from slidecast_gui.jobs.child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths, resource
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import Renderer, SlideArtist
from slidecast_gui.ui import MainWindow, Theme, ThemeChoice
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.look.tones import DARK, LIGHT

NAMES = (
    "Quarterly review",
    "Onboarding for new colleagues",
    "Photosynthesis, lecture 4",
    "Safety briefing 2024",
    "Keynote Lisbon",
    "How the harbour works",
    "Budget proposal",
    "Research methods",
    "Thesis defence",
)
FAILED = "The deck is protected with a password; open it in PowerPoint, remove the password, and add it again."
WARNINGS = (("Replaced the font “Gotham” by “Montserrat”.", None), ("The equation was left out.", 7))


class Scene:
    """The window, its store and its queue, in a folder of their own."""

    def __init__(self, app: QApplication, theme: Theme, pictures: Sequence[Path]) -> None:
        self.app = app
        self.folder = Path(tempfile.mkdtemp(prefix="slidecast-shots-"))
        self.paths = DataPaths(self.folder, self.folder / "cache")
        self.pictures = pictures
        self.store = JobStore(self.paths.database)
        child = RenderChild([sys.executable, __file__, "--child"])
        self.queue = JobQueue(self.store, self.paths, child=child)
        state = QSettings(str(self.paths.window_state), QSettings.Format.IniFormat)
        self.window = MainWindow(self.store, self.queue, theme, Preferences(), _voices, state)

    def deck(self, number: int) -> Path:
        path = self.folder / "Talks" / f"{NAMES[number % len(NAMES)]}.pptx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"only its name is shown")
        return path

    def past(self, number: int, status: JobStatus, ago: timedelta) -> str:
        """A job that ended `ago`, by the way every job takes through the store."""
        video = self.deck(number).with_suffix(".mp4")
        video.write_bytes(b"\0" * (400_000 + 97_000 * number))
        job = self.store.create(self.deck(number), RenderSettings(), JobStatus.QUEUED)
        mine = self.store.claim(job.job_id, this_owner(), str(video))
        assert mine is not None
        self.store.deck_read(mine, "", 12 + 3 * number, "0" * 64)
        if status is JobStatus.DONE:
            self.store.thumbnail_made(mine, str(self.pictures[number % len(self.pictures)]))
        if number == 2:
            for text, slide in WARNINGS:
                self.store.warned(mine, text, slide)
        self.store.beat(mine, Stage.SLIDES, 34, 5)
        files = (str(video),)
        end = Finished(Outcome(status.value), str(video), created_files=files, duration_s=143.0 + 61 * number)
        if status is JobStatus.FAILED:
            end = Finished(Outcome.FAILED, error=FAILED, error_kind="encrypted", error_detail="EncryptedPackage stream")
        self.store.finish(mine, end)
        moment = datetime.now(UTC) - ago
        with sqlite3.connect(self.paths.database) as database:
            times = [(moment + timedelta(seconds=s)).strftime("%Y-%m-%dT%H:%M:%S.%fZ") for s in (0, 0, 8 + number)]
            columns = "created_at = ?, started_at = ?, completed_at = ?"
            database.execute(f"UPDATE job SET {columns} WHERE job_id = ?", (*times, job.job_id))
        database.close()
        return job.job_id

    def history(self, failed: bool = False) -> None:
        ended = [JobStatus.DONE] * 6
        if failed:
            ended[1] = JobStatus.FAILED
        for number, status in enumerate(ended):
            self.past(number, status, timedelta(hours=19 * number, minutes=7 * number + 3))
        self.past(6, JobStatus.CANCELLED, timedelta(days=9))
        self.window.model.reload()
        self.window.summarise()

    def wait(self, until: Callable[[], bool] = lambda: False, ms: int = 700) -> None:
        deadline = QDeadlineTimer(ms)
        while not until() and not deadline.hasExpired():
            self.app.processEvents()

    def shot(self, folder: Path, name: str) -> None:
        self.wait()
        ratio = self.window.devicePixelRatioF()
        suffix = f"@{ratio:g}x" if ratio != 1 else ""
        self.window.grab().save(str(folder / f"{name}{suffix}.png"))

    def close(self) -> None:
        """Stops what runs first, so that the window does not ask."""
        gone: list[bool] = []
        self.window.gone.connect(lambda: gone.append(True))
        self.queue.stop()
        self.wait(lambda: self.window.closing.stopped, 9000)
        self.window.close()
        self.wait(lambda: bool(gone), 2000)
        self.window.deleteLater()
        self.wait(ms=20)
        self.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def empty(scene: Scene) -> None:
    pass


def ready(scene: Scene) -> None:
    scene.queue.add([scene.deck(number) for number in range(6, 9)], RenderSettings(), start=False)


def rendering(scene: Scene) -> None:
    scene.history()
    ids = scene.queue.add([scene.deck(number) for number in (7, 8)], RenderSettings(), start=True)
    scene.queue.add([scene.deck(6)], RenderSettings(), start=False)
    scene.wait(lambda: scene.store.get(ids[0]).progress > 60, 9000)
    scene.window.jobs_page.list.choose(ids[0])


def history(scene: Scene) -> None:
    scene.history()
    scene.window.jobs_page.list.choose(scene.store.history()[2].job_id)


def failed(scene: Scene) -> None:
    scene.history(failed=True)
    scene.window.jobs_page.list.choose(scene.store.history()[1].job_id)
    scene.window.banner.say(["“notes.docx” is a Word document; only presentations and PDF files can be rendered."])


def settings(scene: Scene) -> None:
    ready(scene)
    scene.window.jobs_page.next_render.unfold()


def nothing_found(scene: Scene) -> None:
    scene.history()
    scene.window.jobs_page.chips.choose(Filter.FAILED)


def dropping(scene: Scene) -> None:
    scene.history()
    scene.window.drop_target.veil.cover()


STATES = (empty, ready, rendering, history, failed, settings, nothing_found, dropping)


def draw_pictures(decks: Path, folder: Path) -> list[Path]:
    """First slides of real decks, as jobs keep them."""
    made = []
    for path in sorted(decks.iterdir())[:12]:
        if path.suffix not in DECK_ENDINGS[:2]:
            continue
        deck = read_deck(path, folder)
        artist = SlideArtist(deck, (640, 360), Renderer.BUILTIN, folder, lambda: False)
        for slide in deck.shown[: 1 if len(made) else 6]:
            made.append(folder / f"{len(made)}.png")
            artist.draw(slide).image.save(made[-1])
        artist.close()
    return made


def play_child() -> None:
    """Stands for the renderer: gets on to two thirds in a moment, then waits to be told to stop."""
    import time

    sys.stdin.readline()
    print(json.dumps({"event": "deck", "title": "", "slides": 24, "sha256": "0" * 64}), flush=True)
    for step in range(8, 68, 5):
        progress = {"event": "progress", "stage": "slides", "fraction": step / 100, "slide": step // 3}
        print(json.dumps(progress), flush=True)
        time.sleep(0.35)
    sys.stdin.readline()
    print(json.dumps({"event": "finished", "status": "cancelled"}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--decks", type=Path, default=resource("samples"))
    parser.add_argument("--only", nargs="*", default=[state.__name__ for state in STATES])
    parser.add_argument("--size", default="1180x760")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = _application()
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as scratch:
        pictures = draw_pictures(arguments.decks, Path(scratch))
        for choice, tones in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
            theme.choose(choice)
            for state in STATES:
                if state.__name__ not in arguments.only:
                    continue
                scene = Scene(app, theme, pictures)
                scene.window.resize(*map(int, arguments.size.split("x")))
                scene.window.show()
                state(scene)
                scene.shot(arguments.folder, f"{state.__name__.replace('_', '-')}-{tones.name}")
                scene.close()


if __name__ == "__main__":
    play_child() if sys.argv[1:] == ["--child"] else main()
