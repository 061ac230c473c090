"""The place where two texts are compared: what is compared on top, one text below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from pressdesk.gui.compare.painting import Spot, write, write_beside
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.comparing import Comparison

LEVELS = (
    ("word", N_("By word")),
    ("sentence", N_("By sentence")),
    ("paragraph", N_("By paragraph")),
)
FORMS = (N_("In one text"), N_("Side by side"))
_MOST_BESIDE = 1_500
"""Paragraphs that are shown side by side; more of them would keep the window waiting."""
_COUNTS = {
    "changed": N_("Changed: {count}"),
    "moved": N_("Moved: {count}"),
    "added": N_("Added: {count}"),
    "removed": N_("Removed: {count}"),
}
_LONGEST = 60
_CHOICE_CHARACTERS, _LEVEL_CHARACTERS = 20, 14


class CompareView(QWidget):
    """Shows two texts as one; says what the user asked for by signals."""

    old_chosen = Signal(int)
    new_chosen = Signal(int)
    """The number of a source; one behind the last is a file that is to be asked for."""
    level_chosen = Signal(str)
    swap_requested = Signal()
    close_requested = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_view")
        add_look(self, "ground")
        self._around = around
        self._comparison: Comparison | None = None
        self._sources: tuple[str, ...] = ()
        self._chosen: tuple[int | None, int | None] = (None, None)
        self._message = ""
        self.spots: tuple[Spot, ...] = ()
        self._spot = -1
        self.old_choice, self.new_choice, self.level_choice, self.form_choice = (
            self._make_choice(f"compare_{name}") for name in ("old", "new", "level", "form")
        )
        self.form_choice.setMinimumContentsLength(_LEVEL_CHARACTERS)
        self.level_choice.setMinimumContentsLength(_LEVEL_CHARACTERS)
        look = around.look
        self.swap_button = Button(look, parent=self)
        self.previous_button = Button(look, parent=self)
        self.next_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.close_button = Button(look, parent=self)
        for button, name in (
            (self.swap_button, "compare_swap"),
            (self.previous_button, "compare_previous"),
            (self.next_button, "compare_next"),
            (self.close_button, "compare_close"),
        ):
            button.setObjectName(name)
        self._arrow = make_label("muted", "→")
        self.summary = make_label("strong", wraps=True)
        self.summary.setObjectName("compare_summary")
        self.where = QLabel(self)
        self.where.setObjectName("compare_where")
        self.where.setWordWrap(True)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextEdit(self)
        self.text.setObjectName("compare_text")
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setUndoRedoEnabled(False)
        self._lay_out()
        self._connect()
        look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def _make_choice(self, name: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setObjectName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_CHOICE_CHARACTERS)
        return choice

    def _lay_out(self) -> None:
        self._bar = QFrame(self)
        add_look(self._bar, "bar")
        self._frame = QVBoxLayout(self._bar)
        row = self._row = FlowLayout()
        self._frame.addLayout(row)
        for widget in (
            self.old_choice,
            self._arrow,
            self.new_choice,
            self.swap_button,
            self.level_choice,
            self.form_choice,
            self.previous_button,
            self.next_button,
            self.close_button,
        ):
            row.addWidget(widget)
        self._body = QVBoxLayout()
        self._body.addWidget(self.summary)
        self._body.addWidget(self.where)
        self._body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.old_choice.activated.connect(self.old_chosen)
        self.new_choice.activated.connect(self.new_chosen)
        self.level_choice.activated.connect(
            lambda number: self.level_chosen.emit(LEVELS[number][0])
        )
        self.form_choice.activated.connect(self._repaint)
        self.swap_button.clicked.connect(self.swap_requested)
        self.previous_button.clicked.connect(lambda: self.go_to_change(-1))
        self.next_button.clicked.connect(lambda: self.go_to_change(1))
        self.close_button.clicked.connect(self.close_requested)

    # what is shown

    def show_sources(self, sources: Sequence[str], old: int | None, new: int | None) -> None:
        """Show what can be chosen, and what is."""
        self._sources, self._chosen = tuple(sources), (old, new)
        ask = self._around.speech.gettext("Choose a file …")
        for choice, chosen in ((self.old_choice, old), (self.new_choice, new)):
            choice.clear()
            choice.addItems([*self._sources, ask])
            choice.setCurrentIndex(-1 if chosen is None else chosen)
        self.swap_button.setEnabled(None not in (old, new))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs, from the first change on."""
        self._comparison, self._message = comparison, ""
        self._repaint()

    def show_message(self, words: str) -> None:
        """Show a sentence and no text: there is nothing to compare yet, or it failed."""
        self._comparison, self._message = None, words
        self._repaint()

    def go_to_change(self, by: int) -> None:
        """Go to the next change, or to the one before; round at the ends."""
        if not self.spots:
            return
        self._spot = (self._spot + by) % len(self.spots) if self._spot >= 0 else min(by, 0)
        self._spot %= len(self.spots)
        spot = self.spots[self._spot]
        cursor = self.text.textCursor()
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self._say_where()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.swap_button.setText(tr("Swap"))
        self.previous_button.setText(tr("Previous change"))
        self.next_button.setText(tr("Next change"))
        self.close_button.setText(tr("Close"))
        self.previous_button.setToolTip("Shift+F9")
        self.next_button.setToolTip("F9")
        for widget, name in (
            (self.old_choice, tr("Old text")),
            (self.new_choice, tr("New text")),
            (self.level_choice, tr("What counts as one change")),
            (self.form_choice, tr("How the texts are shown")),
            (self.text, tr("The two texts as one")),
        ):
            widget.setAccessibleName(name)
        self.old_choice.setPlaceholderText(tr("Old text"))
        self.new_choice.setPlaceholderText(tr("New text"))
        for choice, items in (
            (self.level_choice, [tr(words) for _, words in LEVELS]),
            (self.form_choice, [tr(words) for words in FORMS]),
        ):
            chosen = max(choice.currentIndex(), 0)
            choice.clear()
            choice.addItems(items)
            choice.setCurrentIndex(chosen)
        self.show_sources(self._sources, *self._chosen)
        self._repaint()

    def _repaint(self, _chosen: int = 0) -> None:
        self._spot = -1
        if self._comparison is None:
            self.text.clear()
            self.spots = ()
        else:
            document = self.text.document()
            look, speech = self._around.look, self._around.speech
            is_beside = (
                self.form_choice.currentIndex() == 1
                and len(self._comparison.blocks) <= _MOST_BESIDE
            )
            fill = write_beside if is_beside else write
            self.spots = fill(document, self._comparison, look, speech)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setVisible(self._comparison is not None)
        self.summary.setText(self._summary())
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(self.spots))
        self._say_where()

    def _summary(self) -> str:
        if self._comparison is None:
            return self._message
        tr = self._around.speech.gettext
        counts = {kind.value: count for kind, count in self._comparison.counts.items()}
        found = [
            tr(words).format(count=counts[kind])
            for kind, words in _COUNTS.items()
            if kind in counts
        ]
        return " · ".join(found) or tr("The two texts say the same.")

    def _say_where(self) -> None:
        self.where.setVisible(bool(self.spots))
        if not self.spots:
            return
        tr = self._around.speech.gettext
        if self._spot < 0:
            words = self._around.speech.ngettext(
                "{count} change. F9 goes to it.",
                "{count} changes. F9 goes to the next.",
                len(self.spots),
            )
            self.where.setText(words.format(count=len(self.spots)))
            return
        spot = self.spots[self._spot]
        told = {"number": self._spot + 1, "count": len(self.spots)}
        old, new = _short(spot.old), _short(spot.new)
        if spot.old == spot.new:
            words = tr("Change {number} of {count}: moved: “{new}”")
        elif old and new:
            words = tr("Change {number} of {count}: “{old}” became “{new}”")
        elif old:
            words = tr("Change {number} of {count}: taken out: “{old}”")
        else:
            words = tr("Change {number} of {count}: put in: “{new}”")
        self.where.setText(words.format(**told, old=old, new=new))

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(18)
        self._frame.setContentsMargins(side, look.length(10), side, look.length(10))
        self._row.setSpacing(look.length(10))
        self._arrow.setMinimumHeight(self.old_choice.sizeHint().height())
        self._body.setContentsMargins(
            look.length(18), look.length(12), look.length(18), look.length(18)
        )
        self._body.setSpacing(look.length(8))
        self._repaint()


def _short(words: str) -> str:
    words = " ".join(words.replace("\n", " ¶ ").split()) or words
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
