"""The window: it holds the pages together and passes on what one part says to those whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from slidecast_gui.jobs import JobStatus, JobStore
from slidecast_gui.jobs.queue import JobQueue
from slidecast_gui.paths import DataPaths
from slidecast_gui.preferences import Preferences
from slidecast_gui.presets import PresetShelf
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui import window_state
from slidecast_gui.ui.about_dialog import AboutDialog
from slidecast_gui.ui.asking import Asking
from slidecast_gui.ui.banner import Banner
from slidecast_gui.ui.choosing import Choosing
from slidecast_gui.ui.closing import Closing
from slidecast_gui.ui.commands import Commands
from slidecast_gui.ui.details.details_desk import DetailsDesk
from slidecast_gui.ui.dropping.drop_target import DropTarget
from slidecast_gui.ui.dropping.empty_page import EmptyPage
from slidecast_gui.ui.dropping.recents import Recents
from slidecast_gui.ui.finding import Finding
from slidecast_gui.ui.forbidding import Forbidding
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.job_model import JobModel
from slidecast_gui.ui.jobs_page import JobsPage
from slidecast_gui.ui.list_files import ListFiles
from slidecast_gui.ui.log_folder import LogFolder
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.menus import Menus
from slidecast_gui.ui.outside.announcing import Announcing
from slidecast_gui.ui.pages import Pages
from slidecast_gui.ui.queueing.queue_controls import QueueControls
from slidecast_gui.ui.removals import Removals
from slidecast_gui.ui.settings.estimates import LOOKED_INTO
from slidecast_gui.ui.settings.job_settings import JobSettings
from slidecast_gui.ui.settings.preferences_desk import PreferencesDesk
from slidecast_gui.ui.settings.voice_listing import VoiceList
from slidecast_gui.ui.shortcuts_dialog import ShortcutsDialog
from slidecast_gui.ui.storyboarding import Storyboarding
from slidecast_gui.ui.theatre import Theatre
from slidecast_gui.ui.top_bar import TopBar
from slidecast_gui.ui.turns import Changes
from slidecast_gui.ui.worded import worded

_SUMMARISE_AFTER_MS = 60
"""Many rows may change at once (a folder dropped): what is counted over all of them is counted once."""
_VOICES_AFTER_MS = 1000
"""Nobody looks for a voice before the window has been seen, and at first there is enough to do."""
_PREPARES_AFTER_MS = 1500
"""When the window has been painted and has listed its voices, and before most hands have found a deck to drop."""
_TOLD_MS = 4000


class MainWindow(QMainWindow):
    """Everything a presenter sees. `preferences_changed` carries what is to be remembered; `gone` ends the program."""

    preferences_changed = Signal(object)
    gone = Signal()

    def __init__(
        self,
        store: JobStore,
        queue: JobQueue,
        theme: Theme,
        preferences: Preferences,
        voices: VoiceList,
        state: QSettings,
        paths: DataPaths,
        parent: QWidget | None = None,
    ) -> None:
        """`state` remembers geometry; `paths` are those of the store and the queue.

        `voices` lists who can speak, and is called in another thread.
        """
        super().__init__(parent)
        self._store = store
        self._state = state
        self._theme = theme
        self.model = JobModel(store, self)
        self.thumbnails = Thumbnails(QSize(256, 144), 500, self)
        self.portraits = Thumbnails(QSize(640, 360), 8, self)
        self.commands = Commands(store, queue, self)
        self.asking = Asking(self.commands, theme, self)
        self.closing = Closing(queue, self)
        self.menus = Menus(self.menuBar(), theme)
        self.recents = Recents(self.menus.recent, state, self)
        self.top_bar = TopBar(theme)
        self.banner = Banner(theme)
        self.empty_page = EmptyPage(theme)
        presets = PresetShelf(paths.presets)
        pictures = self.thumbnails, self.portraits
        self.jobs_page = JobsPage(self.model, preferences.render, theme, *pictures, voices, presets)
        self.pages = Pages()
        self.choosing = Choosing(
            store, self.model, self.jobs_page, self.pages, self.menus, self.commands, self.banner, self
        )
        self.finding = Finding(self.model, self.jobs_page, self.top_bar, self.pages, self.banner, self.summarise, self)
        self.drop_target = DropTarget(self, theme)
        self.desk = PreferencesDesk(preferences, queue, theme, self)
        self.job_settings = JobSettings(queue, theme, voices, presets, self)
        self.announcing = Announcing(
            self, store, queue, self.commands, self.model, self.jobs_page, self.menus, theme, paths.sounds
        )
        self.status = self.announcing.status
        self.removals = Removals(queue, theme, self)
        self.theatre = Theatre(self, self.pages, self.commands, theme, state)
        self.storyboard = Storyboarding(self.pages, store, queue, paths, self.commands, theme)
        self._details = DetailsDesk(
            self.jobs_page.details, self.jobs_page.list, queue, self.commands, self.storyboard, self
        )
        self._middle = QWidget()
        self._messages = QWidget()
        self._log = LogFolder(paths.logs, self.banner, self)
        self._voices = QTimer(self, singleShot=True, interval=_VOICES_AFTER_MS)
        self._voices.timeout.connect(self.jobs_page.next_render.voice.load)
        self._changes = Changes(self._job_changed, self)
        self._summary = QTimer(self, singleShot=True, interval=_SUMMARISE_AFTER_MS)
        self._lay_out()
        self._connect_parts()
        self._connect_queue(queue)
        self._controls = QueueControls(queue, self.menus.queue, self.jobs_page.hold, self)
        self._files = ListFiles(store, queue, self.menus.list, self.banner, self)
        self.menus.details.setChecked(window_state.restore(state, self, self.jobs_page))
        writing = (self.top_bar, self.empty_page, self.menus, self.jobs_page, self.desk)
        self._forbidding = Forbidding(store, queue, writing, self.banner, self)
        self._forbidding.allowed.connect(self._table_changed)
        self.finding.find()
        self.summarise()
        self.jobs_page.list.choose_first()
        QTimer.singleShot(_PREPARES_AFTER_MS, self, self._prepare)

    def add_paths(self, paths: Sequence[Path], *, start: bool = False) -> None:
        """Adds decks with the settings shown."""
        self.banner.say([])
        self.commands.add(paths, self.jobs_page.next_render.settings, start=start)

    @worded
    def summarise(self) -> None:
        """Counts what is counted over all jobs: chips, Render button, status bar, which page is shown."""
        self._summary.stop()
        counts = self._store.counts()
        empty = not sum(counts.values())
        waiting = self._store.queue_page(LOOKED_INTO)
        ready, known = self.commands.ready_among(waiting)
        self._show_page(self.empty_page if empty else self.jobs_page)
        self.top_bar.show_tools(shown=not empty)
        self.announcing.summarise(waiting, counts[JobStatus.QUEUED], known, ready)
        self.top_bar.offer(ready, self.announcing.outlook)
        self.jobs_page.details.lead(leads=not ready)
        self.jobs_page.chips.count(self.model.counts())
        self.menus.queue.offer_retry(any_failed=counts[JobStatus.FAILED] > 0)
        self.statusBar().setHidden(empty or self.theatre.is_full_screen)
        if not empty and not self._voices.isActive():
            # Not anew with every change: while decks are rendered these come faster than its time is over.
            self._voices.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaves at once, or when everything that runs has stopped."""
        if not self.closing.may_close():
            event.ignore()
            return
        window_state.save(self._state, self, self.jobs_page)
        self.thumbnails.stop()
        self.portraits.stop()
        self.model.stop()
        self._files.stop()
        self.removals.finish()
        self.announcing.finish()
        self._changes.stop()
        self.theatre.stop()
        self.storyboard.stop()
        event.accept()
        self.gone.emit()

    def _lay_out(self) -> None:
        self.setWindowTitle("Slidecast")
        self.pages.addWidget(self.empty_page)
        self.pages.addWidget(self.jobs_page)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        message = QVBoxLayout(self._messages)
        message.setContentsMargins(3 * SPACE, 0, 3 * SPACE, SPACE)
        for part in (self.announcing.news.banner, self.banner, self.removals.banner, self.announcing.countdown):
            message.addWidget(part)
        column.addWidget(self._messages)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(self._middle)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _connect_parts(self) -> None:
        page, menus, bar = self.jobs_page, self.menus, self.top_bar
        self._summary.timeout.connect(self.summarise)
        self.pages.away_changed.connect(self._away_changed)
        self.storyboard.job_added.connect(self._job_changed)
        self.theatre.full_screen_changed.connect(self._messages.setHidden)
        self.announcing.list_wanted.connect(self.pages.go_home)
        for wanted in (bar.add_wanted, self.empty_page.add_wanted, menus.add_decks):
            wanted.connect(self.asking.ask_decks)
        for wanted in (self.empty_page.sample_wanted, menus.sample):
            wanted.connect(self.commands.add_sample)
        for wanted in (bar.render_wanted, menus.render_all):
            wanted.connect(self._render)
        menus.add_folder.connect(self.asking.ask_folder)
        self.asking.paths_chosen.connect(self.add_paths)
        menus.job_action.connect(lambda action: self.commands.run(JobAction(action), page.list.chosen))
        menus.edit.undo_wanted.connect(self.removals.undo)
        self.removals.changed.connect(menus.edit.offer_undo)
        menus.theme_chosen.connect(self.desk.choose_theme)
        menus.preferences.connect(self.desk.open)
        self.desk.changed.connect(self.preferences_changed)
        menus.details_toggled.connect(page.details.setVisible)
        menus.about.connect(lambda: AboutDialog(self._theme, self).exec())
        menus.shortcuts_wanted.connect(lambda: ShortcutsDialog(self.menuBar(), self._theme, self).open())
        menus.quit_wanted.connect(self.close)
        for wanted in (menus.log, page.details.log_wanted):
            wanted.connect(self._log.show)
        menus.close_wanted.connect(self._close_page)
        menus.full_screen.connect(self._fill_screen)
        menus.minimise.connect(self.showMinimized)
        menus.zoom.connect(lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowMaximized))
        menus.edit.select_all_wanted.connect(page.list.selectAll)
        menus.edit.find_wanted.connect(bar.ask)
        self.finding.found.connect(self.choosing.follow_soon)
        self.finding.found.connect(self._summary.start)
        page.next_render.changed.connect(self._settings_changed)
        page.next_render.presets.refused.connect(self.banner.say)
        page.next_render.presets.done.connect(lambda sentence: self.banner.say([sentence], good=True))
        self.drop_target.dropped.connect(self.add_paths)
        self.recents.chosen.connect(lambda path: self.add_paths([path]))
        self.commands.found.connect(self.recents.note)
        self.announcing.estimates.changed.connect(self._summary.start)
        self.announcing.estimates.changed.connect(self.model.tell_queue)
        self.model.take_talks(self.announcing.estimates.talk)
        self.model.take_usual(page.next_render.settings)
        page.next_render.changed.connect(self.model.take_usual)
        self.model.moved.connect(self.commands.reorder)
        self.commands.refused.connect(self.banner.say)
        self.commands.told.connect(lambda sentence: self.statusBar().showMessage(sentence, _TOLD_MS))
        self.commands.settings_wanted.connect(self.job_settings.ask)
        self.commands.added.connect(self.finding.show_added)
        self.closing.began.connect(self.commands.finish)
        self.closing.began.connect(self.desk.close)
        self.closing.began.connect(self._show_stopping)
        self.closing.done.connect(self.close)

    def _connect_queue(self, queue: JobQueue) -> None:
        for told in (queue.job_added, queue.job_changed, queue.job_removed):
            told.connect(self._changes.take)
        queue.table_changed.connect(self._table_changed)

    def _show_page(self, page: QWidget) -> None:
        """Shows a page; a new one gets the keyboard, where the presenter would go on."""
        if self.pages.set_home(page) or self.isHidden():
            (self.jobs_page.list if page is self.jobs_page else page).setFocus()

    @worded
    def _job_changed(self, job_id: str) -> None:
        """A row of the table is new, different or gone."""
        self.model.refresh(job_id)
        self.announcing.note(job_id)
        if any(job.job_id == job_id for job in self.jobs_page.list.chosen):
            self.choosing.follow_soon()
        self._summary.start()

    @worded
    def _table_changed(self) -> None:
        """Another process has removed rows."""
        self.model.reload()
        self.choosing.follow()
        self._summary.start()

    def _away_changed(self, away: bool) -> None:
        """Another page lies over the list, or no longer."""
        self.top_bar.setHidden(away)
        self.menus.show_list(shown=not away)
        # What was edited there changes what the deck becomes.
        self._summary.start()
        self.choosing.follow()

    def _close_page(self) -> None:
        """What lies over the list, else the window."""
        if self.pages.is_away:
            self.pages.go_home()
        else:
            self.close()

    def _fill_screen(self) -> None:
        """The video, where one is watched, else the window; the same key goes back."""
        if self.theatre.is_open:
            self.theatre.player.full_screen.toggle()
        else:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @worded
    def _render(self) -> None:
        if self.top_bar.render_button.hasFocus():
            # It is about to be grey, and the keyboard would go on to whatever comes after it.
            self.jobs_page.list.setFocus()
        self.commands.render_ready()

    @worded
    def _settings_changed(self, settings: RenderSettings) -> None:
        """Decks not started yet follow what is shown, and the next launch finds it again."""
        self.commands.apply_settings(self.desk.preferences.render, settings)
        self.desk.keep_settings(settings)

    @Slot()
    def _prepare(self) -> None:
        """Has done while nobody waits for it what else would be done in the turns of the first drop."""
        # The first widget of Qt's own making that is asked for has PySide6 set up every class that it might be of.
        self.jobs_page.list.viewport()
        self.announcing.prepare()

    def _show_stopping(self) -> None:
        """Nothing more can be asked for; the window says why it is still there."""
        self._middle.setEnabled(False)
        self.setAcceptDrops(False)
        self.menuBar().setEnabled(False)
        self._voices.stop()
        self.finding.stop()
        self.choosing.stop()
        self._summary.stop()
        self._summary.timeout.disconnect()
        self.status.setText(self.tr("Stopping…"))
