"""The script of the chosen slide, to be changed in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from slidecast_gui.ui.look.fields import name_field
from slidecast_gui.ui.storyboard.script_edits import BoardSlide, plain_lines, with_script

_OWN_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class KeepsKeys(QObject):
    """Lets a text field have the arrow keys, which choose slides everywhere else on the page."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A field that takes a key's shortcut gets the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if event.key() in _OWN_KEYS and not control:
                event.accept()
                return True
        return False


class ScriptField(QWidget):
    """Keeps a document for each slide, so that undo goes back in that slide alone. `changed` carries the text."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = QPlainTextEdit()
        self.reset = QPushButton(self.tr("As in the deck"))
        self._note = QLabel()
        self._documents: dict[str, QTextDocument] = {}
        self._slide: BoardSlide | None = None
        self._prepare()
        self._lay_out()

    def forget(self) -> None:
        """Other slides follow: nothing of the present ones can be undone any more."""
        self._slide = None
        self.editor.setDocument(self._new_document(""))
        for document in self._documents.values():
            document.deleteLater()
        self._documents.clear()

    def show_slide(self, slide: BoardSlide) -> None:
        """Shows the script of a slide; what is being typed stays as it is, with its cursor."""
        document = self._documents.get(slide.facts.slide_id)
        if document is None:
            document = self._documents[slide.facts.slide_id] = self._new_document(slide.script)
        self._slide = None
        if document is not self.editor.document():
            self.editor.setDocument(document)
        if plain_lines(document.toRawText()) != slide.script:
            self._replace_text(slide.script)
        self._slide = slide
        self.reset.setVisible(slide.edit.script is not None)
        self._note.setVisible(bool(slide.edit.sound))

    def _prepare(self) -> None:
        explanation = self.tr(
            "What is said on this slide, kept with this video; the notes in the deck stay as they are"
        )
        name_field(self.editor, self.tr("Script of this slide"), explanation)
        self.editor.setPlaceholderText(self.tr("Nothing is said on this slide. Write here what the voice is to say."))
        self.editor.setTabChangesFocus(True)
        # A dropped file is a sound for the slide, not text.
        self.editor.setAcceptDrops(False)
        self.editor.setMinimumHeight(96)
        # All the room that is left, and be it little: what is below it is to be seen without scrolling.
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.editor.installEventFilter(KeepsKeys(self))
        self.editor.textChanged.connect(self._changed)
        name_field(self.reset, self.tr("Script as in the deck"), self.tr("Says the notes of the deck again"))
        self.reset.setProperty("look", "inline")
        self.reset.clicked.connect(self._reset)
        self._note.setText(self.tr("Your own sound is heard on this slide; the script becomes its captions."))
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Script"))
        label.setProperty("role", "section")
        label.setBuddy(self.editor)
        top = QHBoxLayout()
        top.addWidget(label, 1)
        top.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self.editor, 1)
        column.addWidget(self._note)

    @Slot()
    def _changed(self) -> None:
        if self._slide is not None:
            text = self.editor.document().toRawText()
            self.reset.setVisible(with_script(self._slide, text).script is not None)
            self.changed.emit(plain_lines(text))

    @Slot()
    def _reset(self) -> None:
        if self._slide is not None:
            self._replace_text(plain_lines(self._slide.facts.notes))
            self.editor.setFocus()

    def _replace_text(self, text: str) -> None:
        """Through a cursor, so that it can be undone."""
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _new_document(self, text: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self.editor.font())
        document.setPlainText(text)
        document.setModified(False)
        return document
