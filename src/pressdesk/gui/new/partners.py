"""Who sends the release: a card a partner, in the agreed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.new.form import PartnerEntry
from pressdesk.gui.widgets.badge import Badge, PersonBadge
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import FOCUS_PX, add_look, painting
from pressdesk.gui.widgets.pill import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class InlineEdit(QLineEdit):
    """A field within a card: words on a line, which is only there while it is needed."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        add_look(self, "bare")
        self.setTextMargins(-2, 0, -2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the line under them."""
        super().paintEvent(event)
        if not self.hasFocus() and self.text():
            return
        thick = FOCUS_PX if self.hasFocus() else 1
        token = "focus" if self.hasFocus() else "field_line"
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            line = QRectF(0, self.height() - thick, self.width(), thick)
            painter.fillRect(line, self._look.color(token))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of long words."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)


class PartnerCard(Card):
    """One partner: names, who speaks for it, and its place in the order."""

    edited = Signal(object)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, look: Look, speech: Speech, entry: PartnerEntry, parent: QWidget) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName(f"partner_{entry.key}")
        self._look = look
        self._speech = speech
        self._entry = entry
        self._place, self._count, self._can_remove = 0, 1, False
        self._badge = PersonBadge(look, Badge("", 0), parent=self)
        self.name_edit = InlineEdit(look, f"partner_{entry.key}_name", self)
        self.name_edit.setStyleSheet("font-weight: 600;")
        self.short_edit = InlineEdit(look, f"partner_{entry.key}_short", self)
        self.speaker_edit = InlineEdit(look, f"partner_{entry.key}_speaker", self)
        self.title_edit = InlineEdit(look, f"partner_{entry.key}_title", self)
        self._pen = Pill(look, parent=self)
        self._labels = tuple(make_label("muted") for _ in range(3))
        self.up_button = self._button("move-up")
        self.down_button = self._button("move-down")
        self.remove_button = self._button("close")
        self._arrange()
        for edit in self.edits():
            edit.textEdited.connect(self._on_edited)
        self.up_button.clicked.connect(lambda: self.moved.emit(entry.key, -1))
        self.down_button.clicked.connect(lambda: self.moved.emit(entry.key, 1))
        self.remove_button.clicked.connect(lambda: self.removed.emit(entry.key))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(entry.key, step))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        look.follow(self._dress)
        speech.follow(self.retranslate)

    def edits(self) -> tuple[InlineEdit, ...]:
        """Return the fields in their order."""
        return (self.name_edit, self.short_edit, self.speaker_edit, self.title_edit)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order."""
        return (*self.edits(), self.up_button, self.down_button, self.remove_button)

    def show_entry(self, entry: PartnerEntry, place: int, count: int, *, can_remove: bool) -> None:
        """Show a partner in its place of ``count``."""
        self._entry, self._place, self._count = entry, place, count
        self._can_remove = can_remove
        words = (entry.name, entry.short, entry.speaker, entry.speaker_title)
        for edit, text in zip(self.edits(), words, strict=True):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        self.retranslate()
        self._show_buttons()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _, number = self._speech.gettext, self._place + 1
        names = (
            (self.name_edit, _("Name of partner {number}"), _("Name of the organisation")),
            (self.short_edit, _("Short form of partner {number}"), _("As in the headline")),
            (self.speaker_edit, _("Spokesperson of partner {number}"), _("Who is quoted")),
            (self.title_edit, _("Job title of the spokesperson of partner {number}"), ""),
        )
        for edit, name, hint in names:
            edit.setAccessibleName(name.format(number=number))
            edit.setPlaceholderText(hint)
        for label, text in zip(
            self._labels, (_("Short form:"), _("Spokesperson:"), _("Job title:")), strict=True
        ):
            label.setText(text)
        self._pen.setText(_("holds the pen"))
        self._pen.setToolTip(_("Writes on behalf of all, and sends the release round."))
        self.up_button.show_name(_("Move partner {number} up").format(number=number), "Alt+↑")
        self.down_button.show_name(_("Move partner {number} down").format(number=number), "Alt+↓")
        self.remove_button.show_name(_("Remove partner {number}").format(number=number))
        self._show_badge()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons."""
        super().enterEvent(event)
        self._show_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the buttons again."""
        super().leaveEvent(event)
        self._show_buttons()

    def _button(self, icon: str) -> IconButton:
        button = IconButton(self._look, icon, design_px=14, parent=self)
        button.setObjectName(f"partner_{self._entry.key}_{icon}")
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.hide()
        return button

    def _arrange(self) -> None:
        self._first, self._grid = QHBoxLayout(), QGridLayout()
        self._first.addWidget(self._badge)
        self._first.addWidget(self.name_edit, 1)
        self._first.addWidget(self._pen)
        rows = zip(self._labels, self.edits()[1:], strict=True)
        buttons = (self.up_button, self.down_button, self.remove_button)
        for row, (label, edit) in enumerate(rows):
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(edit, row, 1, 1, 1 if row == 0 else 1 + len(buttons))
        for column, button in enumerate(buttons, 2):
            self._grid.addWidget(button, 0, column)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._first)
        self.content.addLayout(self._grid)

    def _on_edited(self) -> None:
        name, short, speaker, title = (edit.text() for edit in self.edits())
        self._entry = PartnerEntry(
            key=self._entry.key, name=name, short=short, speaker=speaker, speaker_title=title
        )
        self._show_badge()
        self.edited.emit(self._entry)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if any(one is not None and self.isAncestorOf(one) for one in (before, now)):
            self._show_buttons()

    def _show_buttons(self) -> None:
        focus = QApplication.focusWidget()
        is_here = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        self.up_button.setVisible(is_here and self._place > 0)
        self.down_button.setVisible(is_here and self._place < self._count - 1)
        self.remove_button.setVisible(is_here and self._can_remove)
        self._pen.setVisible(self._place == 0)

    def _show_badge(self) -> None:
        called = (self._entry.short or self._entry.name).strip()
        letter = called[:1].upper() or str(self._place + 1)
        self._badge.show_badge(Badge(letter, self._place, called))

    def _dress(self) -> None:
        self._first.setSpacing(self._look.length(5))
        self._grid.setHorizontalSpacing(self._look.length(6))
        self._grid.setVerticalSpacing(0)
        for row in range(len(self._labels)):
            self._grid.setRowMinimumHeight(row, self.up_button.sizeHint().height())
        for label in self._labels:
            label.updateGeometry()


class PartnerList(QWidget):
    """The cards, and the button for one more."""

    edited = Signal(object)
    moved = Signal(int, int)
    removed = Signal(int)
    added = Signal()

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_partners")
        self._look = look
        self._speech = speech
        self._cards: dict[int, PartnerCard] = {}
        self._problem = make_label("danger small", wraps=True)
        self._problem.setParent(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self.add_button = Button(look, ButtonKind.SOFT, parent=self)
        self.add_button.setObjectName("add_partner")
        self.add_button.clicked.connect(self.added)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._problem)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_partners(self, partners: Sequence[PartnerEntry], *, can_remove: bool) -> None:
        """Show the partners in their order; cards stay with their partners."""
        for key in set(self._cards) - {one.key for one in partners}:
            card = self._cards.pop(key)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, entry in enumerate(partners):
            card = self._cards.get(entry.key) or self._make(entry)
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
            card.show_entry(entry, place, len(partners), can_remove=can_remove)
            card.show()
        self._cards = {one.key: self._cards[one.key] for one in partners}

    def show_problem(self, words: str) -> None:
        """Show what is wrong with the partners."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def card(self, key: int) -> PartnerCard:
        """Return the card of a partner."""
        return self._cards[key]

    def cards(self) -> tuple[PartnerCard, ...]:
        """Return the cards in their order."""
        return tuple(self._cards.values())

    def stops(self) -> list[QWidget]:
        """Return where the keyboard stops, in order."""
        return [*(stop for card in self.cards() for stop in card.stops()), self.add_button]

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.add_button.setText(self._speech.gettext("+ Add partner"))
        name = self._speech.gettext("Add partner")
        self.add_button.setAccessibleName(name)
        self.add_button.setToolTip(f"{name} (Ctrl+Shift+P)")

    def _make(self, entry: PartnerEntry) -> PartnerCard:
        card = PartnerCard(self._look, self._speech, entry, self)
        card.edited.connect(self.edited)
        card.moved.connect(self.moved)
        card.removed.connect(self.removed)
        self._cards[entry.key] = card
        return card

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.length(9))
