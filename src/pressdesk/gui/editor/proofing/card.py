"""The open card: real buttons, the explanation on demand, and questions asked in place."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.gui.editor.fields import let_grow
from pressdesk.gui.editor.proofing.painting import GAP_PX, SIDE_PX, paint_sign
from pressdesk.gui.editor.proofing.rows import CardRow, Step
from pressdesk.gui.editor.proofing.words import (
    MOST_OPEN,
    fix_spoken,
    fix_words,
    layer_words,
    step_words,
    waiting_words,
)
from pressdesk.gui.sheet import Wave
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import painting
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.gui.theme_look import Look

_SOFT_STEPS = (Step.REMOVE, Step.GO, Step.RESTORE, Step.ALIKE)


class _Sign(QWidget):
    """The line that stands under the words in the text; its sense is said in words too."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding_sign")
        self.wave = Wave.STYLE
        self._look = look

    def sizeHint(self) -> QSize:
        """Return the size of the sign."""
        side = self._look.icon_size(20)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            paint_sign(painter, QRectF(self.rect()), self._look, self.wave)


class OpenCard(QWidget):
    """Shows one finding with all that can be done about it."""

    fix_wanted = Signal(str)
    step_wanted = Signal(str)
    ignored = Signal(str)
    """The reason."""
    word_wanted = Signal(str)
    """The layer."""
    resized = Signal()
    left = Signal()
    """Escape: back to the list."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open_finding")
        self._around = around
        self._row: CardRow | None = None
        self._layer = Layer.RELEASE
        self._card = Card(around.look, parent=self)
        self._card.setObjectName("finding_card")
        let_grow(self._card)
        self._title = make_label("strong", wraps=True)
        self._sign = _Sign(around.look, self)
        self._sort = make_label("muted small", wraps=True)
        self._excerpt = make_label("muted", wraps=True)
        self._excerpt.setTextFormat(Qt.TextFormat.RichText)
        self._note = make_label("warn", wraps=True)
        self._waiting = make_label("faint small")
        self._why = make_label("muted", wraps=True)
        self._source = make_label("faint small", wraps=True)
        for label in (self._title, self._note, self._why, self._source):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        self._question = QWidget(self)
        self._question_flow = FlowLayout(self._question)
        self._question.hide()
        self._arrange()
        around.look.follow(self._restyle)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        content = self._card.content
        content.addLayout(head)
        for widget in (
            self._sort,
            self._excerpt,
            self._note,
            self._why,
            self._source,
            self._waiting,
            self._buttons,
            self._question,
        ):
            content.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._card)

    # --- what is shown

    @property
    def key(self) -> str:
        """The finding that is shown."""
        return self._row.key if self._row is not None else ""

    def show_row(self, row: CardRow, layer: Layer) -> None:
        """Show a finding; ``layer`` is the list that words went to last."""
        self._layer = layer
        if row == self._row:
            return
        is_same = self._row is not None and self._row.key == row.key
        self._row = row
        self._title.setText(row.title)
        self._sort.setText(row.sort)
        self._sign.wave = row.wave
        self._sign.update()
        self._show_excerpt()
        for label, words in (
            (self._note, row.note),
            (self._waiting, waiting_words(self._around.speech, row)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        is_explained = is_same and self._why.isVisibleTo(self)
        self._why.setText(row.explanation)
        self._source.setText(row.source)
        self._show_why(is_shown=is_explained)
        if not is_same:
            self._end_question()
        self._fill()
        self.setAccessibleName(row.spoken)
        self.resized.emit()

    def height_at(self, width: int) -> int:
        """Return how high the card is in a list of that width."""
        for one in self.findChildren(QWidget):
            one.ensurePolished()  # letters have their weight from then on
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else self.height()

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, as it is read."""
        place = self._question if self._question.isVisibleTo(self) else self._buttons
        found = [one for one in place.findChildren(QWidget) if isinstance(one, Button | QLineEdit)]
        return [one for one in found if one.isVisibleTo(self)]

    def _show_excerpt(self) -> None:
        row = self._row
        if row is None:
            return
        ink = self._around.look.theme.ink
        one = row.excerpt
        words = (
            f'{escape(one.before)}<span style="font-weight:600; color:{ink}">'
            f"{escape(one.words)}</span>{escape(one.after)}"
        )
        self._excerpt.setText(words if one.before + one.after else escape(one.words))
        self._excerpt.setVisible(bool(str(one).strip()))

    def _fill(self) -> None:
        row, saying = self._row, self._around.speech
        if row is None:
            return
        has_keyboard = any(one.hasFocus() for one in self._buttons.findChildren(Button))
        _clear(self._flow)
        for number, fix in enumerate((row.fixes or ())[:MOST_OPEN]):
            button = self._button(fix_words(saying, fix), f"fix_{number}", ButtonKind.SOFT)
            button.setAccessibleName(fix_spoken(saying, fix))
            button.clicked.connect(lambda _=False, fix=fix: self.fix_wanted.emit(fix))
        for step in row.steps:
            kind = ButtonKind.SOFT if step in _SOFT_STEPS else ButtonKind.QUIET
            words = step_words(saying, step, row.alike)
            button = self._button(words, f"step_{step}", kind)
            button.clicked.connect(lambda _=False, step=step: self.ask(step))
        if row.explanation:
            button = self._button(saying.gettext("Why?"), "explain", ButtonKind.QUIET)
            button.setCheckable(True)
            button.setChecked(self._why.isVisibleTo(self))
            button.clicked.connect(self._explain)
        if has_keyboard:
            self._focus_first()
        self._order()

    def _button(
        self, words: str, name: str, kind: ButtonKind, flow: FlowLayout | None = None
    ) -> Button:
        place = self._question if flow is self._question_flow else self._buttons
        button = Button(self._around.look, kind, parent=place)
        button.setObjectName(name)
        button.setText(words.replace("&", "&&"))
        if self._row is not None:
            button.setAccessibleDescription(f"{self._row.title}. {self._row.excerpt}")
        (flow or self._flow).addWidget(button)
        button.show()
        return button

    # --- questions in place

    def ask(self, step: Step) -> None:
        """Do what a button says, or ask what it needs to know."""
        if step is Step.IGNORE:
            self._ask_reason()
        elif step is Step.WORD:
            self._ask_layer()
        else:
            self.step_wanted.emit(step.value)

    def _ask_reason(self) -> None:
        _ = self._around.speech.gettext
        self._begin_question()
        line = QLineEdit(_("It is right as it stands"), self._question)
        line.setObjectName("ignore_reason")
        line.setAccessibleName(_("Why is this ignored?"))
        line.setMaxLength(500)
        policy = line.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        line.setSizePolicy(policy)
        self._question_flow.addWidget(line)
        line.show()
        line.returnPressed.connect(lambda: self.ignored.emit(line.text()))
        done = self._button(_("Ignore"), "ignore_done", ButtonKind.SOFT, self._question_flow)
        done.clicked.connect(lambda: self.ignored.emit(line.text()))
        self._add_cancel()
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_layer(self) -> None:
        self._begin_question()
        layers = sorted(Layer, key=lambda one: one is not self._layer)
        for layer in layers:
            kind = ButtonKind.SOFT if layer is self._layer else ButtonKind.QUIET
            words = layer_words(self._around.speech, layer)
            button = self._button(words, f"layer_{layer}", kind, self._question_flow)
            spoken = self._around.speech.gettext("Add to word list: {list}").format(list=words)
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _=False, layer=layer: self.word_wanted.emit(layer.value))
        self._add_cancel()
        self._focus_first()

    def _begin_question(self) -> None:
        _clear(self._question_flow)
        self._question.show()
        self._buttons.hide()
        self.resized.emit()

    def _add_cancel(self) -> None:
        words = self._around.speech.gettext("Cancel")
        button = self._button(words, "question_cancel", ButtonKind.QUIET, self._question_flow)
        button.clicked.connect(self._on_cancel)
        self._order()
        self.resized.emit()

    def _end_question(self) -> None:
        if self._question.isVisibleTo(self):
            self._buttons.show()
            self._question.hide()
            self.resized.emit()

    def _on_cancel(self) -> None:
        self._end_question()
        self._order()
        self._focus_first()

    def _explain(self) -> None:
        self._show_why(is_shown=not self._why.isVisibleTo(self))
        self.resized.emit()

    def _show_why(self, *, is_shown: bool) -> None:
        for label in (self._why, self._source):
            label.setVisible(is_shown and bool(label.text()))

    def _focus_first(self) -> None:
        for one in self.stops()[:1]:
            one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        stops = self.stops()
        viewport = self.parentWidget()
        view = viewport.parentWidget() if viewport is not None else None
        chain: Sequence[QWidget] = (*((view,) if view is not None else ()), *stops)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def event(self, event: QEvent) -> bool:
        """Say that what is in the card needs other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes a question away, then leads back to the list; arrows go among buttons."""
        if event.key() == Qt.Key.Key_Escape:
            if self._question.isVisibleTo(self):
                self._on_cancel()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def _restyle(self) -> None:
        look = self._around.look
        side = look.length(SIDE_PX)
        self._column.setContentsMargins(side, 0, side, look.length(GAP_PX))
        for flow in (self._flow, self._question_flow):
            flow.setSpacing(look.length(6))
            flow.setContentsMargins(0, look.length(5), 0, 0)
        self._card.show_edge("accent")
        self._show_excerpt()
        self.resized.emit()


def _clear(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
