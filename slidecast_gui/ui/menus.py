"""The menus and their shortcuts. Actions are made here once; buttons and the context menu use the same ones."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from slidecast_gui.jobs import Job
from slidecast_gui.ui.edit_menu import EditMenu
from slidecast_gui.ui.forbidding import forbid
from slidecast_gui.ui.joblist import job_actions
from slidecast_gui.ui.joblist.job_actions import JobAction
from slidecast_gui.ui.joblist.standing import AS_LEFT, Standing
from slidecast_gui.ui.list_menu import ListMenu
from slidecast_gui.ui.look.theme import Theme, ThemeChoice
from slidecast_gui.ui.menu_entries import MenuEntries
from slidecast_gui.ui.queueing.queue_menu import QueueMenu


class Menus(QObject):
    """File, Edit, Job, Queue, View and Help, and Window where the system has one. Signals say what was chosen."""

    add_decks = Signal()
    add_folder = Signal()
    render_all = Signal()
    job_action = Signal(str)
    theme_chosen = Signal(str)
    details_toggled = Signal(bool)
    sample = Signal()
    preferences = Signal()
    log = Signal()
    about = Signal()
    quit_wanted = Signal()
    close_wanted = Signal()
    full_screen = Signal()
    minimise = Signal()
    zoom = Signal()
    shortcuts_wanted = Signal()

    def __init__(self, bar: QMenuBar, theme: Theme) -> None:
        super().__init__(bar)
        self._bar = bar
        self._theme = theme
        self._entries = MenuEntries(theme, self)
        self._jobs: dict[JobAction, QAction] = {}
        self._adding: list[QAction] = []
        self._forbidden = ""
        self._list_shown = True
        self._themes: dict[ThemeChoice, QAction] = {}
        self.details = QAction(self.tr("D&etails"), self, checkable=True)
        self._file_menu(bar.addMenu(self.tr("&File")))
        self.edit = EditMenu(bar.addMenu(self.tr("&Edit")), theme)
        self.job_menu = bar.addMenu(self.tr("&Job"))
        self._fill_job_menu()
        self.edit.put_first(self._jobs[JobAction.COPY])
        self.queue = QueueMenu(bar.addMenu(self.tr("&Queue")), theme)
        self._view_menu(bar.addMenu(self.tr("&View")))
        if sys.platform == "darwin":
            self._window_menu(bar.addMenu(self.tr("&Window")))
        self._help_menu(bar.addMenu(self.tr("&Help")))
        theme.changed.connect(self._show_theme)
        self._show_theme()
        self.offer([])

    def action(self, action: JobAction) -> QAction:
        """The menu entry of an action."""
        return self._jobs[action]

    def offer(self, jobs: Sequence[Job], standing: Callable[[Job], Standing] = lambda _job: AS_LEFT) -> None:
        """Enables what can be done with at least one of the selected jobs."""
        possible = {action for job in jobs for action in job_actions.possible(job, standing(job))}
        for action, entry in self._jobs.items():
            entry.setEnabled(action in possible and not (self._forbidden and action.writes))
            if len(jobs) == 1:
                self._word(entry, action, jobs[0], standing(jobs[0]))
            else:
                self._word(entry, action, None)

    def show_list(self, *, shown: bool) -> None:
        """Another page than the list has keys of its own for what is done with the job it shows."""
        self._list_shown = shown
        self._ready.setEnabled(shown and not self._forbidden)
        self.edit.show_list(shown=shown)

    def forbid(self, sentence: str) -> None:
        """Nothing can be added, rendered or changed, and the sentence says why; an empty one allows what is offered."""
        self._forbidden = sentence
        for entry in self._adding:
            forbid(entry, sentence)
        self.show_list(shown=self._list_shown)
        self.recent.setEnabled(not sentence)
        self.list.forbid(sentence)
        self.queue.forbid(sentence)
        for menu in self._bar.findChildren(QMenu):
            menu.setToolTipsVisible(True)
        self.offer([])

    def theme_entry(self, choice: ThemeChoice) -> QAction:
        """The menu entry of a theme."""
        return self._themes[choice]

    def _file_menu(self, menu: QMenu) -> None:
        add, keys = partial(self._entries.add, menu), QKeySequence.StandardKey
        decks = add(self.tr("&Add decks…"), "add", self.add_decks.emit, keys.Open)
        folder = add(self.tr("Add &folder…"), "folder", self.add_folder.emit, "Ctrl+Shift+D")
        self.recent = menu.addMenu(self.tr("Add re&cent"))
        menu.addSeparator()
        ready = add(self.tr("&Render all that are ready"), "start", self.render_all.emit, "Ctrl+Return")
        self._adding += [decks, folder, ready]
        self._ready = ready
        menu.addSeparator()
        self.list = ListMenu(menu, self._theme)
        menu.addSeparator()
        # The standard key of macOS; on Windows there is none, and most Linux programs take this one as well.
        self.preferences_entry = add(self.tr("&Preferences…"), "settings", self.preferences.emit, "Ctrl+,")
        self.preferences_entry.setMenuRole(QAction.MenuRole.PreferencesRole)
        add(self.tr("C&lose"), "close", self.close_wanted.emit, keys.Close)
        leave = add(self.tr("&Quit"), "quit", self.quit_wanted.emit, keys.Quit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_job_menu(self) -> None:
        for action in JobAction:
            entry = self._entries.add(
                self.job_menu,
                "",
                action.value,
                lambda _checked=False, action=action: self.job_action.emit(action),
                job_actions.keys(action),
            )
            self._word(entry, action, None)
            self._jobs[action] = entry
            if action in (JobAction.SETTINGS, JobAction.AGAIN, JobAction.COPY):
                self.job_menu.addSeparator()

    def _word(self, entry: QAction, action: JobAction, job: Job | None, standing: Standing = AS_LEFT) -> None:
        entry.setText(job_actions.menu_text(action, job, standing))
        tip = self._forbidden if self._forbidden and action.writes else job_actions.tip(action, job, standing)
        entry.setStatusTip(tip)
        entry.setToolTip(tip)

    def _view_menu(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        words = {
            ThemeChoice.SYSTEM: self.tr("&Follow the system"),
            ThemeChoice.LIGHT: self.tr("&Light"),
            ThemeChoice.DARK: self.tr("&Dark"),
        }
        for choice, text in words.items():
            entry = menu.addAction(text)
            entry.setCheckable(True)
            entry.triggered.connect(lambda _checked=False, choice=choice: self.theme_chosen.emit(choice))
            group.addAction(entry)
            self._themes[choice] = entry
        menu.addSeparator()
        self.details.setShortcut(QKeySequence("Ctrl+I"))
        self.details.toggled.connect(self.details_toggled)
        menu.addAction(self.details)
        full = "Ctrl+Meta+F" if sys.platform == "darwin" else "F11"
        self._entries.add(menu, self.tr("F&ull screen"), "full-screen", self.full_screen.emit, full)

    def _window_menu(self, menu: QMenu) -> None:
        """What a macOS program has there."""
        self._entries.add(menu, self.tr("&Minimise"), "", self.minimise.emit, "Ctrl+M")
        self._entries.add(menu, self.tr("&Zoom"), "", self.zoom.emit)

    def _help_menu(self, menu: QMenu) -> None:
        add, keys = partial(self._entries.add, menu), QKeySequence.StandardKey
        self._adding.append(add(self.tr("&Try the sample"), "sample", self.sample.emit))
        add(self.tr("&Keyboard shortcuts"), "", self.shortcuts_wanted.emit, keys.HelpContents)
        add(self.tr("Show &log folder"), "folder", self.log.emit)
        entry = add(self.tr("&About Slidecast"), "info", self.about.emit)
        entry.setMenuRole(QAction.MenuRole.AboutRole)

    def _show_theme(self) -> None:
        self._themes[self._theme.choice].setChecked(True)
