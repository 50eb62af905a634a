"""Choosing who speaks. The voices are asked for in the background: their engines take a moment to load."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRunnable, QThreadPool, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from slidecast_gui.ui.look.choice import Choice
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.settings.voice_listing import ListedVoice, VoiceList

_log = logging.getLogger(__name__)

AUTO = "auto"
NONE = "none"


class VoiceChoice(Choice):
    """Automatic, no narration, then every voice by the name of its language."""

    found = Signal(object)

    def __init__(self, theme: Theme, voices: VoiceList, parent: QWidget | None = None) -> None:
        """`voices` is called once, in another thread, when the choice is first shown."""
        super().__init__(theme, parent)
        self._voices: VoiceList | None = voices
        self.addItem(self.tr("Automatic"), AUTO)
        self.addItem(self.tr("No narration"), NONE)
        self.setMaxVisibleItems(18)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.found.connect(self._fill)

    def load(self) -> None:
        """Starts asking for the voices, the first time."""
        voices, self._voices = self._voices, None
        if voices is not None:
            QThreadPool.globalInstance().start(_Ask(self.found, voices))

    def select(self, value: object) -> bool:
        """Chooses a voice; one that is not listed (yet) is listed by its id, because it was chosen before."""
        if not super().select(value):
            self.addItem(str(value).partition(":")[2] or str(value), value)
        return super().select(value)

    @Slot(object)
    def _fill(self, voices: Sequence[ListedVoice]) -> None:
        chosen = self.value
        self.blockSignals(True)
        while self.count() > 2:
            self.removeItem(2)
        for voice in sorted(voices, key=lambda voice: _spoken_name(voice).casefold()):
            self.addItem(_spoken_name(voice), voice.voice_id)
        self.select(chosen)
        self.blockSignals(False)


class _Ask(QRunnable):
    """Lists the voices. The signal belongs to the choice: one of a runnable's own may never be delivered."""

    def __init__(self, found: SignalInstance, voices: VoiceList) -> None:
        super().__init__()
        self._found = found
        self._voices = voices

    def run(self) -> None:
        """Tells the voices; none where no engine can be used, so that the window works without them."""
        try:
            voices = tuple(self._voices())
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            _log.warning("no voices can be listed: %s", error)
            voices = ()
        try:
            self._found.emit(voices)
        except RuntimeError:
            _log.debug("the window was closed before its voices were listed")


def _spoken_name(voice: ListedVoice) -> str:
    """A voice as presenters look for it: the language in their own words, then the voice's name."""
    language = QLocale(voice.language)
    if language.language() == QLocale.Language.C:
        return voice.name
    words = QLocale.languageToString(language.language())
    return voice.name if words.casefold() in voice.name.casefold() else f"{words} – {voice.name}"
