"""Keeps the presenter's own presets: saves the settings shown as one, exports, imports and removes them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from slidecast_gui.errors import SlidecastError
from slidecast_gui.presets import FILE_ENDING, Preset, PresetShelf
from slidecast_gui.ui import questions
from slidecast_gui.ui.look import icons
from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.settings.preset_choice import shown_name
from slidecast_gui.ui.settings.settings_fields import SettingsFields

_log = logging.getLogger(__name__)

_Arguments = ParamSpec("_Arguments")


def _told(
    method: Callable[Concatenate[PresetDesk, _Arguments], None],
) -> Callable[Concatenate[PresetDesk, _Arguments], None]:
    """Lets a method say what went wrong, instead of raising it into Qt's event loop."""

    @wraps(method)
    def said(desk: PresetDesk, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> None:
        try:
            method(desk, *args, **kwargs)
        except SlidecastError as error:
            _log.warning("%s: %s %s", error.kind, error.sentence, error.detail)
            desk.refused.emit([error.sentence])

    return said


class PresetDesk(QObject):
    """A button with a menu, to stand beside the choice of presets in `fields`.

    `refused` carries sentences about what could not be done, `done` about what was.
    """

    refused = Signal(list)
    done = Signal(str)

    def __init__(self, shelf: PresetShelf, fields: SettingsFields, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._fields = fields
        self._choice = fields.main.preset
        self._theme = theme
        self._parent = parent
        self.button = QToolButton(parent)
        self.save_entry = QAction(self.tr("&Save these settings as a preset…"), self)
        self.export_entry = QAction(self.tr("&Export this preset…"), self)
        self.import_entry = QAction(self.tr("&Import a preset…"), self)
        self.remove_entry = QAction(self.tr("&Remove this preset"), self)
        self._prepare()
        theme.changed.connect(self._restyle)
        self._restyle()
        self._choice.offer(shelf.own())

    @Slot()
    @_told
    def save(self) -> None:
        """Keeps the settings shown under a name that is asked for."""
        shown = self._choice.chosen if self._choice.is_own else None
        name = questions.which_name(self._parent, self.tr("Save as a preset"), shown.name if shown else "")
        if name is None:
            return
        kept = Preset.of(name, self._fields.settings)
        if self._may_replace(kept.name, shown):
            self._shelf.keep(kept)
            self._offer(kept)

    @Slot()
    @_told
    def export(self) -> None:
        """Writes the preset shown to a file."""
        preset = self._choice.chosen
        if preset is None:
            return
        ending = FILE_ENDING.removeprefix(".")
        target = questions.where_to_save(self._parent, _documents() / _as_file(preset), {ending: self.tr("Presets")})
        if target is not None:
            self._shelf.export(preset.name, target)
            self.done.emit(self.tr("The preset was exported to “{file}”.").format(file=target))

    @Slot()
    @_told
    def add(self) -> None:
        """Adds the preset of a file, and follows it."""
        source = questions.which_preset(self._parent, _documents())
        if source is None:
            return
        preset = self._shelf.read(source)
        if self._may_replace(preset.name, None):
            self._shelf.keep(preset)
            self._offer(preset)
            self._choice.picked.emit(preset)

    @Slot()
    @_told
    def remove(self) -> None:
        """Forgets the preset shown; the settings stay as they are."""
        if self._choice.is_own and self._choice.chosen is not None:
            self._shelf.remove(self._choice.chosen.name)
            self._offer(None)

    def _offer(self, chosen: Preset | None) -> None:
        self._choice.offer(self._shelf.own())
        if chosen is not None:
            self._choice.choose(chosen)
        self._choice.show_for(self._fields.settings)

    def _may_replace(self, name: str, shown: Preset | None) -> bool:
        """Whether the name is free, that of the preset which is being saved anew, or given up by the presenter."""
        same = [own for own in self._shelf.own() if own.name.casefold() == name.casefold()]
        if not same or (shown is not None and shown.name == same[0].name):
            return True
        return questions.may_replace(self._parent, same[0].name)

    def _prepare(self) -> None:
        menu = QMenu(self.button)
        for entry, slot in (
            (self.save_entry, self.save),
            (self.remove_entry, self.remove),
            (self.import_entry, self.add),
            (self.export_entry, self.export),
        ):
            entry.triggered.connect(slot)
            menu.addAction(entry)
        menu.insertSeparator(self.import_entry)
        menu.aboutToShow.connect(self._allow)
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_field(self.button, self.tr("Presets"), self.tr("Save, remove, import and export presets"))

    @Slot()
    def _allow(self) -> None:
        self.export_entry.setEnabled(self._choice.chosen is not None)
        self.remove_entry.setEnabled(self._choice.is_own)

    def _restyle(self) -> None:
        self.button.setIcon(icons.icon("more", self._theme.tones))


def _as_file(preset: Preset) -> str:
    """A file's name for a preset, of letters that every system takes."""
    letters = "".join(letter if letter.isalnum() or letter in " -_()" else "-" for letter in shown_name(preset))
    return letters.strip() + FILE_ENDING


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
