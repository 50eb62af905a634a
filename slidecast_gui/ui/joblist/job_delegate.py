"""Shows a row of the job model as a card."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from slidecast_gui.jobs import Job, JobStatus
from slidecast_gui.ui.joblist import card_text
from slidecast_gui.ui.joblist.card_layout import BUTTON, CardLayout, card_height, heading_height, lay_out
from slidecast_gui.ui.joblist.card_painter import CardContent, CardPainter, CardState, label_width, pill_width
from slidecast_gui.ui.joblist.job_actions import JobAction, label, offered, plain_text, tip
from slidecast_gui.ui.joblist.job_model import Role
from slidecast_gui.ui.joblist.standing import Standing
from slidecast_gui.ui.look.theme import Theme
from slidecast_gui.ui.look.thumbnails import Thumbnails
from slidecast_gui.ui.wording import state

Index = QModelIndex | QPersistentModelIndex


class JobDelegate(QStyledItemDelegate):
    """Puts a job's facts on a card; knows which of its buttons lies where."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        """`thumbnails` is asked for pictures; the view repaints rows whose picture arrives."""
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._painter = CardPainter(theme)
        self.pointer: QPointF | None = None
        """Where the mouse is in the view, set by the view."""
        self.forbidden = ""
        """Why the list of jobs cannot be written; empty where it can."""
        self._heights = (0, 0)
        self.measure()

    def measure(self) -> None:
        """Takes the present fonts' heights; to be called when the type scale may have changed."""
        self._painter.measure()
        fonts = self._painter.fonts
        self._heights = (card_height(fonts), heading_height(fonts))

    def may(self, action: JobAction) -> bool:
        """Whether the button of an action can be used."""
        return not (self.forbidden and action.writes)

    def action_at(self, rect: QRect, index: Index, point: QPointF) -> JobAction | None:
        """The action whose button lies under `point`; `rect` is the row's."""
        job: Job = index.data(Role.JOB)
        hit = self._layout(rect, self._content(index, job)).button_at(point)
        return None if hit is None else offered(job, index.data(Role.STANDING))[hit]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the card."""
        content = self._content(index, index.data(Role.JOB))
        layout = self._layout(option.rect, content)
        flags = QStyle.StateFlag
        hovered = bool(option.state & flags.State_MouseOver) and self.pointer is not None
        card_state = CardState(
            hovered=hovered,
            selected=bool(option.state & flags.State_Selected),
            focused=bool(option.state & flags.State_HasFocus),
            hot=layout.button_at(self.pointer) if hovered and self.pointer is not None else None,
        )
        self._painter.paint(painter, layout, content, card_state)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every card has one height; the first of a group has its heading above."""
        card, heading = self._heights
        return QSize(480, card + heading if index.data(Role.HEADING) else card)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Explains the button below the pointer, else the job."""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            action = self.action_at(option.rect, index, QPointF(event.pos()))
            if action is not None:
                job: Job = index.data(Role.JOB)
                standing: Standing = index.data(Role.STANDING)
                why = tip(action, job, standing) if self.may(action) else self.forbidden
                QToolTip.showText(event.globalPos(), f"{plain_text(action, job, standing)}\n{why}", view)
                return True
        return super().helpEvent(event, view, option, index)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """A press on a button must not begin a drag or change the selection."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self.action_at(option.rect, index, event.position()) is not None
        return False

    def _layout(self, rect: QRect, content: CardContent) -> CardLayout:
        fonts = self._painter.fonts
        first = label_width(content.label, fonts)
        return lay_out(
            rect,
            fonts,
            headed=bool(content.heading),
            pill_width=pill_width(content.pill, fonts),
            buttons=(first, *[float(BUTTON)] * (len(content.buttons) - 1)),
        )

    def _content(self, index: Index, job: Job) -> CardContent:
        standing: Standing = index.data(Role.STANDING)
        words, picture, tone = state(job, missing=standing.missing, changed=standing.is_outdated)
        outlook: card_text.Outlook = index.data(Role.OUTLOOK)
        text, text_tone = card_text.line(job, standing, outlook)
        actions = offered(job, standing)
        return CardContent(
            heading=index.data(Role.HEADING),
            title=job.name,
            facts=card_text.facts(job, index.data(Role.REMAINING), datetime.now(UTC), outlook),
            line=text,
            line_tone=text_tone,
            pill=words,
            pill_icon=picture,
            pill_tone=tone,
            percent=job.progress if card_text.shows_bar(job) else None,
            percent_alive=job.status is JobStatus.RUNNING,
            buttons=tuple(action.value for action in actions),
            label=label(job, standing),
            usable=tuple(self.may(action) for action in actions),
            thumbnail=self._thumbnails.picture(card_text.pictured_by(job)),
        )
