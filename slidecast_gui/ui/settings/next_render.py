"""The bar with the settings of the next render: three at hand, the rest one click away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slidecast_gui.presets import PresetShelf
from slidecast_gui.settings import RenderSettings
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import SPACE, Theme
from slidecast_gui.ui.settings.preset_desk import PresetDesk
from slidecast_gui.ui.settings.settings_fields import SettingsFields
from slidecast_gui.ui.settings.voice_choice import VoiceChoice
from slidecast_gui.ui.settings.voice_listing import VoiceList


class NextRender(QFrame):
    """Shows and changes `settings`; `changed` tells the new ones. Jobs that wait to be started follow them."""

    changed = Signal(object)

    def __init__(
        self,
        settings: RenderSettings,
        theme: Theme,
        voices: VoiceList,
        presets: PresetShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("nextRender")
        self._theme = theme
        self._fields = SettingsFields(theme, voices, self)
        self.presets = PresetDesk(presets, self._fields, theme, self)
        self._more_button = QPushButton(self.tr("More settings"))
        self._fields.more.hide()
        self._lay_out()
        self.show_settings(settings)
        self._fields.edited.connect(lambda: self.changed.emit(self.settings))
        self._more_button.toggled.connect(self._fold)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def voice(self) -> VoiceChoice:
        """The field that says who speaks; its voices are loaded when they are first needed."""
        return self._fields.main.voice

    @property
    def settings(self) -> RenderSettings:
        """What the next deck is rendered with."""
        return self._fields.settings

    def show_settings(self, settings: RenderSettings) -> None:
        """Shows settings that were chosen elsewhere or before."""
        self._fields.show_settings(settings)

    def unfold(self) -> None:
        """Shows all settings."""
        self._more_button.setChecked(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(3 * SPACE, SPACE + 4, 3 * SPACE, SPACE + 4)
        row.setSpacing(SPACE)
        for name, field, explanation in self._fields.main.rows:
            label = QLabel(name)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            name_field(field, name.replace("&", ""), explanation)
            row.addWidget(label)
            row.addWidget(field)
            if field is self._fields.main.preset:
                row.addWidget(self.presets.button)
            row.addSpacing(SPACE)
        row.addStretch(1)
        self._more_button.setProperty("look", "link")
        self._more_button.setCheckable(True)
        self._more_button.setToolTip(self.tr("Transitions, speed of speech, frame rate and the rest"))
        self._more_button.setAccessibleDescription(self._more_button.toolTip())
        row.addWidget(self._more_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._fields.more)
        outer.addLayout(row)

    def _fold(self, unfolded: bool) -> None:
        self._fields.more.setVisible(unfolded)
        self._more_button.setText(self.tr("Fewer settings") if unfolded else self.tr("More settings"))
        self._restyle()

    def _restyle(self) -> None:
        name = "chevron-down" if self._more_button.isChecked() else "settings"
        icons.before_text(self._more_button, name, self._theme.tones.link)
