"""Starting the window: QApplication, logging, theme, store and queue, put together in one place.

Importing this module needs Qt and its system libraries; who cannot be sure of them catches ImportError.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from PySide6.QtCore import QEventLoop, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from slidecast_gui import __version__
from slidecast_gui.jobs import JobStore, StoreError
from slidecast_gui.jobs.processes.limits import limits_of
from slidecast_gui.jobs.processes.render_child import RenderChild
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences, load_preferences, save_preferences
from slidecast_gui.system.collector import release_collector
from slidecast_gui.system.ending import EndRequests
from slidecast_gui.system.instance import Instance
from slidecast_gui.system.power import Awake
from slidecast_gui.system.windows import introduce
from slidecast_gui.ui import MainWindow, ProblemWindow, Theme, ThemeChoice, app_icon, bring_forward
from slidecast_gui.ui.crash import CrashReporter
from slidecast_gui.ui.dropping.opened_files import OpenedFiles
from slidecast_gui.ui.settings.voice_listing import listed_voices
from slidecast_gui.ui.translation import install_translations

_log = logging.getLogger(__name__)

_SWITCH_AFTER_S = 0.0005
_FORGET_EVERY_MS = 3_600_000
_SESSION_WAITS_MS = 4500
"""Windows takes a program for hung that has not answered in five seconds."""


def run_window(paths: DataPaths, decks: list[Path], *, start: bool = True) -> int:
    """Opens the window with `decks` in it, rendering where `start` says so; returns the exit status when it is closed.

    Where a window over the same data is open, it is given the decks and comes forward, and this launch ends.
    """
    app = _application()
    instance = Instance(paths.data)
    if not instance.claim(decks, start=start):
        return 0
    CrashReporter(app).install()
    fault_log = _log_faults(paths.logs)
    try:
        program = Program(app, paths, decks, start=start)
        instance.decks_handed.connect(program.take)
        if sys.platform == "darwin":
            # No other system tells it so, and a filter of all events costs a little of each. Added only, as by a drop:
            # a double click on a deck must not make a video of it.
            OpenedFiles(app).opened.connect(lambda opened: program.take(opened, start=False))
        program.leaving.connect(instance.close)
        ending = EndRequests(app)
        ending.asked.connect(program.leave)
        app.aboutToQuit.connect(program.finish)
        program.open()
        release_collector()
        return app.exec()
    finally:
        instance.close()
        if fault_log is not None:
            faulthandler.disable()
            fault_log.close()


class Program(QObject):
    """Opens the store and the window over it, or says why it cannot and tries again when asked.

    `leaving` comes when the window begins to close: from then on it takes no decks.
    """

    leaving = Signal()

    def __init__(self, app: QApplication, paths: DataPaths, decks: Sequence[Path], *, start: bool = True) -> None:
        super().__init__()
        self._app = app
        self._paths = paths
        self._waiting = [(list(decks), start)]
        """Decks that are added when the list of jobs is open, and whether they are to be rendered."""
        self._preferences = load_preferences(paths.preferences)
        self._child = RenderChild(limits=limits_of(self._preferences))
        self._awake = Awake()
        self._theme = Theme(app, ThemeChoice(self._preferences.theme))
        self.window: MainWindow | None = None
        self.problem: ProblemWindow | None = None

    def open(self) -> None:
        """Shows the window, with unfinished jobs going on; a page with the reason where the jobs cannot be read."""
        try:
            store = JobStore(self._paths.database)
        except StoreError as error:
            _log.error("the list of jobs cannot be opened: %s %s", error.sentence, error.detail)
            self._show_problem(error)
            return
        queue = JobQueue(store, self._paths, child=self._child, parent=self._app)
        queue.busy.connect(self._awake.hold)
        queue.idle.connect(self._awake.release)
        state = QSettings(str(self._paths.window_state), QSettings.Format.IniFormat)
        with self._theme.undressed():
            self.window = MainWindow(store, queue, self._theme, self._preferences, listed_voices, state, self._paths)
        self.window.preferences_changed.connect(self._save)
        self.window.closing.began.connect(self.leaving)
        self.window.gone.connect(store.close)
        self.window.gone.connect(self._app.quit)
        self.window.show()
        self._drop_problem()
        self.window.banner.say([told.sentence for told in (store.recovery, store.unwritable) if told is not None])
        queue.recover()
        self._forget_old(store, queue)
        # A window may stay open for months; asked more often than daily, as a computer that sleeps counts no hours.
        hourly = QTimer(queue, interval=_FORGET_EVERY_MS)
        hourly.timeout.connect(lambda: self._forget_old(store, queue))
        self.window.closing.began.connect(hourly.stop)
        hourly.start()
        waiting, self._waiting = self._waiting, []
        for decks, start in waiting:
            self._add(self.window, decks, start=start)

    @Slot(list, bool)
    def take(self, decks: Sequence[Path], start: bool = True) -> None:
        """Decks of a later launch: added, and rendered where `start` says so, as soon as the list of jobs is open."""
        if self.window is None:
            self._waiting.append((list(decks), start))
        else:
            self._add(self.window, decks, start=start)
        shown = self.window or self.problem
        if shown is not None:
            bring_forward(shown)

    @Slot()
    def leave(self) -> None:
        """The system ends this program: renders are stopped and their jobs left for the next launch."""
        if self.window is None:
            self._app.quit()
        else:
            self.window.closing.stop()

    @Slot()
    def finish(self) -> None:
        """The program is about to be gone: what still goes on is stopped as by `leave`, and waited for.

        Windows ends a process when it has been told that the session ends, which Qt tells by no more than `aboutToQuit`
        (https://learn.microsoft.com/windows/win32/shutdown/wm-endsession): renders would count as crashed.
        """
        if self.window is None or self.window.closing.stopped:
            return
        waiting = QEventLoop()
        self.window.gone.connect(waiting.quit)
        QTimer.singleShot(_SESSION_WAITS_MS, waiting, waiting.quit)
        self.leave()
        waiting.exec()

    def _forget_old(self, store: JobStore, queue: JobQueue) -> None:
        days = self._preferences.keep_history_days
        if days is not None and store.unwritable is None:
            queue.forget_older_than(days)

    def _add(self, window: MainWindow, decks: Sequence[Path], *, start: bool) -> None:
        if decks:
            window.add_paths([deck.absolute() for deck in decks], start=start)

    def _show_problem(self, error: StoreError) -> None:
        self._drop_problem()
        self.problem = ProblemWindow(error, self._theme)
        self.problem.again_wanted.connect(self.open)
        self.problem.gone.connect(self._app.quit)
        self.problem.show()

    def _drop_problem(self) -> None:
        """Takes the page with the reason away, without that being the presenter's leaving."""
        if self.problem is not None:
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None

    def _save(self, preferences: Preferences) -> None:
        """What was chosen counts from now on, also where it cannot be kept for the next launch."""
        self._preferences = preferences
        self._child.limits = limits_of(preferences)
        try:
            save_preferences(self._paths.preferences, preferences)
        except OSError as error:
            _log.warning("preferences were not saved: %s", error)
            if self.window is not None:
                sentence = self.tr("Your preferences could not be saved; make the folder “{folder}” writable.")
                self.window.banner.say([sentence.format(folder=self._paths.data)])


def _application() -> QApplication:
    # Each thing that Qt asks of Python waits for the interpreter, this long at most where another thread is busy in it.
    # A repaint asks dozens: with the usual 5 ms the window would stand still while the voices are being loaded.
    sys.setswitchinterval(_SWITCH_AFTER_S)
    QApplication.setApplicationName("Slidecast")
    QApplication.setApplicationVersion(__version__)
    # Wayland and X11 desktops find the window's icon and launcher by this name.
    QApplication.setDesktopFileName("slidecast-gui")
    introduce()
    app = QApplication(sys.argv[:1])
    install_translations(app)
    # Fusion takes palette and style sheet alike on every system; native styles draw over both.
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    # The window tells when it is gone: it may have to wait for renders to stop.
    app.setQuitOnLastWindowClosed(False)
    return app


def _log_faults(folder: Path) -> IO[str] | None:
    """Lets a crash below Python leave its stack in a file; None where no file can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "faults.log").open("a", encoding="utf-8")
    except OSError as error:
        _log.warning("crashes below Python will not be logged: %s", error)
        return None
    faulthandler.enable(file)
    return file
