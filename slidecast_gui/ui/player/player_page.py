"""The page on which a finished video is watched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.player.backend import NoMultimedia, load_playback
from slidecast_gui.ui.player.chapter_reading import ReadChapters
from slidecast_gui.ui.player.chapters import Chapter
from slidecast_gui.ui.player.controls import Controls
from slidecast_gui.ui.player.full_screen import FullScreen
from slidecast_gui.ui.player.habits import Habits, load_habits, save_habits
from slidecast_gui.ui.player.header import Header
from slidecast_gui.ui.player.navigation import Navigation
from slidecast_gui.ui.player.refusal import Refusal

if TYPE_CHECKING:
    from slidecast_gui.ui.player.playback import Playback


class PlayerPage(QWidget):
    """Plays one video at a time, by pointer or by keys alone.

    `closed` asks for the list again. `full_screen_changed` asks the window to hide, or to show again, everything that
    is not this page. The other signals carry the path of the video.
    """

    closed = Signal()
    full_screen_changed = Signal(bool)
    open_wanted = Signal(str)
    show_wanted = Signal(str)
    copy_wanted = Signal(str)
    _chapters_read = Signal(object, object)

    def __init__(self, theme: Theme, state: QSettings, parent: QWidget | None = None) -> None:
        """`state` remembers volume and captions. QtMultimedia is loaded with the first video."""
        super().__init__(parent)
        self._state = state
        self._habits = load_habits(state)
        self._path = Path()
        self._has_captions = False
        self.playback: Playback | None = None
        self.header = Header(theme)
        self.controls = Controls(theme)
        self.refusal = Refusal(theme)
        self._stage = QFrame()
        self._stack = QStackedLayout(self._stage)
        self.full_screen = FullScreen(self, self.controls)
        self.navigation = Navigation(self)
        self._keys = self._key_table()
        self._lay_out()
        self._connect()

    @property
    def path(self) -> Path:
        """The video that is shown."""
        return self._path

    def open(self, path: Path, title: str) -> None:
        """Plays a video from its start, or says why it cannot be played here."""
        self._path = path
        self.navigation.chapters = ()
        self.header.show_title(title)
        self.controls.show_chapters(())
        self.controls.show_position(0)
        self._show_captions(there=False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not path.is_file():
            self.stop()
            gone = self.tr("“{file}” is no longer in “{folder}”; render its deck again to have it back.")
            self._refuse(gone.format(file=path.name, folder=path.parent), can_open=False)
            return
        try:
            playback = self._prepared()
        except NoMultimedia as error:
            self._refuse(error.sentence, can_open=True)
            return
        self.navigation.playback = playback
        self._stack.setCurrentWidget(playback.screen)
        self.controls.show()
        self._show_speaker()
        QThreadPool.globalInstance().start(ReadChapters(self._chapters_read, path))
        playback.open(path)

    def stop(self) -> None:
        """Ends playing and lets go of the file; to be called when another page is shown, and before the window goes."""
        self.full_screen.leave()
        if self.playback is not None:
            self.playback.close()

    @Slot()
    def close_page(self) -> None:
        """Back to the list; out of full screen first."""
        if self.full_screen.is_on:
            self.full_screen.leave()
        else:
            self.stop()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Claims the page's keys before a menu's shortcut takes them; every key shows what full screen hides."""
        if event.type() == QEvent.Type.KeyPress:
            self.full_screen.wake()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._does(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pressed anywhere on the page, and not used by the button that has the focus."""
        if self._does(event):
            self._keys[event.key()]()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the picture plays or pauses, a double click fills the screen."""
        if event.type() == QEvent.Type.MouseMove:
            self.full_screen.wake()
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self.navigation.toggle()
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            # The first of the two clicks has paused or played.
            self.navigation.toggle()
            self.full_screen.toggle()
        # Not again for the stage under the picture.
        return True

    def _key_table(self) -> Mapping[int, Callable[[], None]]:
        key = Qt.Key
        return {
            key.Key_Space: self.navigation.toggle,
            key.Key_Left: self.navigation.back,
            key.Key_Right: self.navigation.ahead,
            key.Key_PageUp: self.navigation.to_previous,
            key.Key_PageDown: self.navigation.to_next,
            key.Key_Home: self.navigation.to_start,
            key.Key_C: lambda: self._choose_captions(not self._habits.captions),
            key.Key_M: self.controls.volume.toggle,
            key.Key_F: self.full_screen.toggle,
            key.Key_Escape: self.close_page,
        }

    def _does(self, event: QKeyEvent) -> bool:
        """Whether a key is one of the page's; with Ctrl or Alt it is the window's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() in self._keys

    def _lay_out(self) -> None:
        self.setObjectName("player")
        self.setAccessibleName(self.tr("Video"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage.setObjectName("playerStage")
        self._stage.installEventFilter(self)
        self._stack.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stage, 1)
        column.addWidget(self.controls)

    def _connect(self) -> None:
        self.header.close_wanted.connect(self.close_page)
        self.header.open_wanted.connect(self._open_elsewhere)
        self.header.show_wanted.connect(lambda: self.show_wanted.emit(str(self._path)))
        self.header.copy_wanted.connect(lambda: self.copy_wanted.emit(str(self._path)))
        self.refusal.open_wanted.connect(self._open_elsewhere)
        self.controls.toggle_wanted.connect(self.navigation.toggle)
        self.controls.seek_wanted.connect(self.navigation.seek)
        self.controls.previous_wanted.connect(self.navigation.to_previous)
        self.controls.next_wanted.connect(self.navigation.to_next)
        self.controls.captions_wanted.connect(self._choose_captions)
        self.controls.full_screen_wanted.connect(self.full_screen.toggle)
        self.controls.volume.changed.connect(self._choose_volume)
        self.controls.volume.show_volume(self._habits.volume, muted=self._habits.muted)
        self.full_screen.changed.connect(self._fill_screen)
        self.navigation.moved.connect(self.controls.show_position)
        self._chapters_read.connect(self._show_chapters)

    def _prepared(self) -> Playback:
        """The one player of the page, made when it is first wanted. Raises NoMultimedia."""
        if self.playback is None:
            playback = load_playback(self)
            self._stack.addWidget(playback.screen)
            playback.screen.installEventFilter(self)
            playback.position_changed.connect(self.controls.show_position)
            playback.length_changed.connect(self.controls.show_length)
            playback.playing_changed.connect(self._show_playing)
            playback.captions_found.connect(lambda there: self._show_captions(there=there))
            playback.speaker_changed.connect(self._show_speaker)
            playback.failed.connect(self._show_failure)
            self.playback = playback
            self._use(self._habits)
        return self.playback

    def _use(self, habits: Habits) -> None:
        self._habits = habits
        if self.playback is not None:
            self.playback.set_volume(habits.volume / 100, muted=habits.muted)
            self.playback.show_captions(shown=habits.captions)

    @Slot(bool)
    def _choose_captions(self, shown: bool) -> None:
        if self._has_captions:
            self._use(replace(self._habits, captions=shown))
            self._show_captions(there=True)
            save_habits(self._state, self._habits)

    @Slot()
    def _choose_volume(self) -> None:
        volume = self.controls.volume
        self._use(replace(self._habits, volume=volume.percent, muted=volume.is_muted))
        save_habits(self._state, self._habits)

    def _show_captions(self, *, there: bool) -> None:
        self._has_captions = there
        self.controls.show_captions(shown=self._habits.captions, there=there)

    @Slot(bool)
    def _show_playing(self, playing: bool) -> None:
        self.controls.show_playing(playing=playing)
        self.full_screen.may_hide = playing

    @Slot()
    def _show_speaker(self) -> None:
        there = self.playback is not None and self.playback.has_speaker
        self.controls.volume.forbid("" if there else self.tr("This computer has no loudspeaker"))

    @Slot(object, object)
    def _show_chapters(self, path: Path, chapters: tuple[Chapter, ...]) -> None:
        """Chapters may arrive when another video is shown already."""
        if path == self._path:
            self.navigation.chapters = chapters
            self.controls.show_chapters(chapters)

    @Slot()
    def _show_failure(self) -> None:
        sentence = self.tr("“{file}” cannot be played in this window; open it in the system’s player.")
        self._refuse(sentence.format(file=self._path.name), can_open=True)

    def _refuse(self, sentence: str, *, can_open: bool) -> None:
        self.full_screen.leave()
        self.navigation.playback = None
        self.refusal.say(sentence, can_open=can_open)
        self._stack.setCurrentWidget(self.refusal)
        self.controls.hide()

    @Slot(bool)
    def _fill_screen(self, full: bool) -> None:
        self.header.setVisible(not full)
        self.controls.show_full_screen(full=full)
        self.full_screen_changed.emit(full)

    @Slot()
    def _open_elsewhere(self) -> None:
        """Two players at once would speak over each other."""
        if self.playback is not None:
            self.playback.pause()
        self.open_wanted.emit(str(self._path))
