"""Pictures of the real window with real rows, in both themes: `python tests/screenshots.py FOLDER [--decks FOLDER]`.

Runs on whatever platform Qt is told: `QT_QPA_PLATFORM=offscreen`, or xcb under `xvfb-run -s "-screen 0 2560x1440x24"`,
where the video is seen as well. Decks are real ones under other names, renders and rehearsals real ones; past jobs
went through the store, with a video that was rendered once and days that are set by hand.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QDeadlineTimer, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from slidecast_gui.app import _application
from slidecast_gui.deck import read_deck
from slidecast_gui.endings import DECK_ENDINGS
from slidecast_gui.events import Finished, Outcome, Stage
from slidecast_gui.jobs import JobStatus, JobStore, StoreError, StoreErrorKind, this_owner
from slidecast_gui.jobs.deck_hash import deck_sha256
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.jobs.work import run_job, take
from slidecast_gui.paths import DataPaths, resource
from slidecast_gui.preferences import Preferences
from slidecast_gui.settings import RenderSettings
from slidecast_gui.slides import Renderer, SlideArtist
from slidecast_gui.ui import MainWindow, ProblemWindow, Theme, ThemeChoice
from slidecast_gui.ui.about_dialog import AboutDialog
from slidecast_gui.ui.joblist.filter_chips import Filter
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.look.tones import DARK, LIGHT
from slidecast_gui.ui.remove_dialog import RemoveDialog
from slidecast_gui.ui.settings.voice_listing import listed_voices

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


@dataclass(frozen=True, slots=True)
class Real:
    """What the states are made of: decks, first slides of them as pictures, and a video."""

    decks: Sequence[Path]
    pictures: Sequence[Path]
    video: Path


class Scene:
    """The window, its store and its queue, in a folder of their own."""

    def __init__(self, app: QApplication, theme: Theme, real: Real) -> None:
        self.app = app
        self.real = real
        self.folder = Path(tempfile.mkdtemp(prefix="slidecast-shots-"))
        self.paths = DataPaths(self.folder, self.folder / "cache")
        self.store = JobStore(self.paths.database)
        self.queue = JobQueue(self.store, self.paths)
        state = QSettings(str(self.paths.window_state), QSettings.Format.IniFormat)
        self.theme = theme
        self.window = MainWindow(self.store, self.queue, theme, Preferences(), listed_voices, state, self.paths)
        self.shown: QWidget = self.window
        """What a picture is made of."""

    def deck(self, number: int) -> Path:
        path = self.folder / "Talks" / f"{NAMES[number % len(NAMES)]}.pptx"
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            shutil.copy(self.real.decks[number % len(self.real.decks)], path)
        return path

    def past(self, number: int, status: JobStatus, ago: timedelta) -> str:
        """A job that ended `ago`, by the way every job takes through the store."""
        video = self.deck(number).with_suffix(".mp4")
        shutil.copy(self.real.video, video)
        job = self.store.create(self.deck(number), RenderSettings(), JobStatus.QUEUED)
        mine = self.store.claim(job.job_id, this_owner(), str(video))
        assert mine is not None
        as_rendered = "" if number == 1 else deck_sha256(self.deck(number))
        self.store.deck_read(mine, "", 12 + 3 * number, as_rendered or "0" * 64)
        if status is JobStatus.DONE:
            self.store.thumbnail_made(mine, str(self.real.pictures[number % len(self.real.pictures)]))
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
        shown = self.shown
        ratio = shown.devicePixelRatioF()
        suffix = f"@{ratio:g}x" if ratio != 1 else ""
        if self.app.platformName() == "xcb":
            # From the screen: a video is not among what a widget can paint of itself.
            place = shown.frameGeometry()
            picture = shown.screen().grabWindow(0, place.x(), place.y(), place.width(), place.height())
        else:
            picture = shown.grab()
        picture.save(str(folder / f"{name}{suffix}.png"))

    def close(self) -> None:
        """Stops what runs first, so that the window does not ask."""
        gone: list[bool] = []
        self.window.gone.connect(lambda: gone.append(True))
        if self.shown is not self.window:
            self.shown.close()
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
    ids = scene.queue.add([scene.deck(number) for number in (7, 8)], RenderSettings(size="4k"), start=True)
    scene.queue.add([scene.deck(6)], RenderSettings(), start=False)
    scene.wait(lambda: scene.store.get(ids[0]).progress > 40, 20_000)
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


def storyboard(scene: Scene) -> None:
    (job_id,) = scene.queue.add([scene.deck(4)], RenderSettings(), start=False)
    page = scene.window.storyboard.page
    scene.window.storyboard.open(scene.store.get(job_id))
    scene.wait(lambda: bool(page.session.slides.slides), 20_000)
    scene.wait(lambda: all(slide.picture and slide.seconds is not None for slide in page.session.slides.slides), 60_000)
    page.choose(3)


def recording(scene: Scene) -> None:
    storyboard(scene)
    page = scene.window.storyboard.page
    page.board.panel.script.editor.setPlainText("What is said here is kept with this video.")
    page.choose(2)
    page.board.panel.skip.click()
    page.choose(3)
    page.board.panel.sound.record.click()


def player(scene: Scene) -> None:
    scene.history()
    scene.window.theatre.watch(scene.store.history()[0])
    scene.wait(ms=4000)


def preferences(scene: Scene) -> None:
    scene.history()
    scene.window.desk.open()
    assert scene.window.desk.dialog is not None
    over(scene, scene.window.desk.dialog)


def job_settings(scene: Scene) -> None:
    scene.history()
    scene.window.commands.run(JobAction.AGAIN, scene.store.history()[:1])
    dialog = scene.app.activeModalWidget()
    assert dialog is not None
    over(scene, dialog)


def remove(scene: Scene) -> None:
    scene.history()
    over(scene, RemoveDialog(scene.store.history()[:1], scene.theme, scene.window))


def about(scene: Scene) -> None:
    scene.history()
    over(scene, AboutDialog(scene.theme, scene.window))


def problem(scene: Scene) -> None:
    sentence = "The list of jobs was written by a newer Slidecast; install that version, or start with an empty list."
    scene.shown = ProblemWindow(StoreError(StoreErrorKind.NEWER, sentence, "schema 9, known up to 3"), scene.theme)
    scene.window.hide()
    scene.shown.show()


def over(scene: Scene, dialog: QWidget) -> None:
    """Shows a dialog where a window manager would put it, and makes a picture of it and what it lies over."""
    dialog.show()
    scene.wait(ms=100)
    dialog.move(scene.window.geometry().center() - dialog.rect().center())
    if scene.app.platformName() != "xcb":
        scene.shown = dialog


STATES = (empty, ready, rendering, history, failed, settings, nothing_found, dropping)
PAGES = (storyboard, recording, player, preferences, job_settings, remove, about, problem)


def prepare(folder: Path, scratch: Path) -> Real:
    """Some decks of a folder, the first slides of them, and the video of the shortest."""
    decks = [path for path in sorted(folder.iterdir()) if path.suffix in DECK_ENDINGS[:2]][:12]
    pictures: list[Path] = []
    for path in decks:
        deck = read_deck(path, scratch)
        artist = SlideArtist(deck, (640, 360), Renderer.BUILTIN, scratch, lambda: False)
        for slide in deck.shown[: 1 if pictures else 6]:
            pictures.append(scratch / f"{len(pictures)}.png")
            artist.draw(slide).image.save(pictures[-1])
        artist.close()
    return Real(decks, pictures, render_once(resource("samples", "welcome-to-slidecast.pptx"), scratch))


def render_once(deck: Path, scratch: Path) -> Path:
    """A video, by the real child."""
    paths = DataPaths(scratch / "data", scratch / "cache")
    with JobStore(paths.database) as store:
        job = store.create(deck, RenderSettings(size="720p", output=str(scratch)), JobStatus.QUEUED)
        mine = take(store, job.job_id, this_owner())
        assert mine is not None
        return Path(run_job(store, paths, mine, lambda _event: None, threading.Event()).video)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--decks", type=Path, default=resource("samples"))
    parser.add_argument("--only", nargs="*", default=[state.__name__ for state in (*STATES, *PAGES)])
    parser.add_argument("--size", default="1180x760")
    parser.add_argument("--points", type=float, help="the size of the system's font")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = _application()
    if arguments.points:
        font = app.font()
        font.setPointSizeF(arguments.points)
        app.setFont(font)
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as scratch:
        real = prepare(arguments.decks, Path(scratch))
        for choice, tones in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
            theme.choose(choice)
            for state in (*STATES, *PAGES):
                if state.__name__ not in arguments.only:
                    continue
                scene = Scene(app, theme, real)
                scene.window.resize(*map(int, arguments.size.split("x")))
                scene.window.show()
                state(scene)
                scene.shot(arguments.folder, f"{state.__name__.replace('_', '-')}-{tones.name}")
                scene.close()


if __name__ == "__main__":
    main()
