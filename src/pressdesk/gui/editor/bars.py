"""The bar above the editor and the line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pressdesk.gui.fonts import FontRole
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.widgets.stage_line import StageLine, Step

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from pressdesk.gui.surroundings import Surroundings


_TITLE_LETTERS, _FEWEST_LETTERS = 12, 7
"""What is left of a title, at least: before the stages are shortened, and where the one thing to
do next would have no button otherwise."""


class TopBar(QWidget):
    """What is edited, whether it is saved, where it stands, and the one thing to do next."""

    back_wanted = Signal()
    export_wanted = Signal()
    preflight_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "bar")
        self._look = around.look
        self._speech = around.speech
        self._back = IconButton(around.look, "chevron-left", parent=self)
        self._back.setObjectName("editor_back")
        self.title = ElidedLabel("", self)
        self.title.setObjectName("editor_title")
        add_look(self.title, "title")
        self.saved = ElidedLabel("", self)
        self.saved.setObjectName("editor_saved")
        self.saved.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._steps: tuple[Step, ...] = ()
        self.stage = StageLine(around.look, around.speech, self)
        self.preflight_button = Button(around.look, parent=self)
        self.preflight_button.setObjectName("editor_preflight")
        self.export_button = Button(around.look, parent=self)
        self.export_button.setObjectName("editor_export")
        self.review_button = Button(around.look, ButtonKind.PRIMARY, parent=self)
        self.review_button.setObjectName("editor_review")
        self.more_button = IconButton(around.look, "more", parent=self)
        self.more_button.setObjectName("editor_more")
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more_button)
        self.more_button.setMenu(self.menu)
        self._has_open_round = False
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._back)
        self._row.addWidget(self.title)
        self._row.addWidget(self.saved)
        self._row.addStretch(1)
        self._row.addWidget(self.stage)
        self._row.addStretch(1)
        self._row.addWidget(self.preflight_button)
        self._row.addWidget(self.export_button)
        self._row.addWidget(self.more_button)
        self._row.addWidget(self.review_button)
        for button in self._buttons():
            action = self.menu.addAction("")
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown there, not heard
            action.triggered.connect(button.click)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._back.clicked.connect(self.back_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.preflight_button.clicked.connect(self.preflight_wanted)
        self.review_button.clicked.connect(self.review_wanted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_stages(self, steps: Sequence[Step]) -> None:
        """Show where the release is on its way."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self.stage.show_steps(self._steps)
            self._fit_title()

    def show_review(self, *, has_open_round: bool) -> None:
        """Offer to send the text round, or to see the round that is open."""
        if has_open_round != self._has_open_round:
            self._has_open_round = has_open_round
            self.retranslate()

    def show_title(self, title: str) -> None:
        """Show what is edited."""
        self.title.setText(title)
        self._fit_title()

    def show_saved(self, words: str, *, is_wrong: bool) -> None:
        """Show whether it is saved, in words that say it."""
        self.saved.setText(f"● {words}")
        self.saved.setAccessibleName(words)
        add_look(self.saved, "danger" if is_wrong else "faint")
        self._fit_title()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self._back.show_name(_("Back to the desk"))
        self.export_button.setText(_("Export draft"))
        self.export_button.setToolTip("Ctrl+E")
        self.preflight_button.setText(_("Preflight"))
        self.preflight_button.setToolTip("Ctrl+Shift+E")
        words = _("Show the round") if self._has_open_round else _("Send for review")
        self.review_button.setText(words)
        self.review_button.setToolTip("Ctrl+Shift+R")
        self.more_button.show_name(_("More to do"))
        self.menu.setAccessibleName(_("More to do"))
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title give way first."""
        super().resizeEvent(event)
        self._fit_title()

    def minimumSizeHint(self) -> QSize:
        """Return room for what is never left out: the rest gives way to the menu «…»."""
        kept = (self._back, self.saved, self.more_button)
        least = self._least_title(_FEWEST_LETTERS)
        return QSize(self._needed(kept) + least, super().minimumSizeHint().height())

    def _buttons(self) -> tuple[Button, ...]:
        """Return the buttons that may go into the menu, as they stand."""
        return (self.preflight_button, self.export_button, self.review_button)

    def _fit_title(self) -> None:
        """Leave to the title what the others do not need, and a few letters at least.

        Where even that is too much, buttons go into the menu, and the stages go.
        """
        room = self.width() - self._needed((self._back, self.saved))
        least = self._least_title()
        shown = self._fitting(room - least)
        if not shown.issuperset(self._buttons()):
            room -= self._row.spacing() + self.more_button.sizeHint().width()
            shown = self._fitting(room - least)
            if self.review_button not in shown:
                least = self._least_title(_FEWEST_LETTERS)
                shown = self._fitting(room - least)
            if not shown.issuperset(self._buttons()):  # else the stages have made room for all
                shown.add(self.more_button)
        lost = QApplication.focusWidget()
        for one in (self.stage, *self._buttons(), self.more_button):
            one.setVisible(one in shown)
        if lost in (*self._buttons(), self.more_button) and lost not in shown:
            heir = self.more_button if self.more_button in shown else self.review_button
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        kept = [self._back, self.saved, *shown]
        self.title.setMaximumWidth(max(least, self.width() - self._needed(kept)))
        self._fill_menu()

    def _fitting(self, room: int) -> set[QWidget]:
        """Return what there is room for, the most important first."""
        shown: set[QWidget] = set()
        for one in (self.review_button, self.preflight_button, self.stage, self.export_button):
            needed = one.minimumSizeHint() if one is self.stage else one.sizeHint()
            if needed.width() + self._row.spacing() <= room:
                shown.add(one)
                room -= needed.width() + self._row.spacing()
        return shown

    def _fill_menu(self) -> None:
        """Offer in the menu what has no button now."""
        for button, action in zip(self._buttons(), self.menu.actions(), strict=True):
            action.setText(button.text())
            action.setShortcut(QKeySequence(button.toolTip()))
            action.setVisible(button.isHidden())
            action.setEnabled(button.isEnabled())

    def _least_title(self, letters: int = _TITLE_LETTERS) -> int:
        return self.title.fontMetrics().averageCharWidth() * letters

    def _needed(self, widgets: Sequence[QWidget]) -> int:
        """Return the width that these need, with the air around them and around the title."""
        margins = self._row.contentsMargins()
        gaps = (len(widgets) + 2) * self._row.spacing()
        taken = sum(one.sizeHint().width() for one in widgets)
        return margins.left() + margins.right() + gaps + taken

    def _restyle(self) -> None:
        self.setFixedHeight(max(self._look.length(52), self._look.icon_size(46)))
        side = self._look.length(14)
        self._row.setContentsMargins(side - 4, 0, side + 4, 0)
        self._row.setSpacing(side)
        self._fit_title()


class StatusLine(QWidget):
    """Figures about the text, and a way through what still has to be written."""

    next_wanted = Signal()
    previous_wanted = Signal()
    offer_taken = Signal()
    """What is offered beside the readers is wanted: to try again."""
    outline_wanted = Signal()
    inspector_wanted = Signal()
    """The pane that there is no room for is wanted, or wanted away again."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "status")
        self._look = around.look
        self._speech = around.speech
        self._count = 0
        self._labels = [ElidedLabel("", self) for _ in range(4)]
        self._left = QLabel(self)
        self._previous = IconButton(around.look, "chevron-left", design_px=13, parent=self)
        self._previous.setObjectName("placeholder_previous")
        self._next = IconButton(around.look, "chevron-right", design_px=13, parent=self)
        self._next.setObjectName("placeholder_next")
        self._offer = Button(around.look, ButtonKind.QUIET, parent=self)
        self._offer.setObjectName("readers_offer")
        self._offer.setAccessibleName("LanguageTool")
        self._offer.hide()
        self._outline = IconButton(around.look, "list", design_px=14, parent=self)
        self._outline.setObjectName("show_outline")
        self._inspector = IconButton(around.look, "info", design_px=14, parent=self)
        self._inspector.setObjectName("show_inspector")
        for button in (self._outline, self._inspector):
            button.setCheckable(True)
            button.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._outline)
        for label in self._labels[:3]:
            self._row.addWidget(label)
        self._row.addStretch(1)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        for widget in (self._left, self._previous, self._next):
            steps.addWidget(widget)
        self._row.addLayout(steps)
        readers = QHBoxLayout()
        readers.setSpacing(2)
        readers.addWidget(self._labels[3])
        readers.addWidget(self._offer)
        self._row.addLayout(readers)
        self._row.addWidget(self._inspector)
        self._offer.clicked.connect(self.offer_taken)
        self._outline.clicked.connect(self.outline_wanted)
        self._inspector.clicked.connect(self.inspector_wanted)
        for word in (*self._labels, self._left):
            word.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._next.clicked.connect(self.next_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def show_figures(self, figures: Sequence[str], placeholders: int) -> None:
        """Show four figures, the last at the right, and how much is still to be written."""
        for label, words in zip(self._labels, figures, strict=True):
            label.setText(words)
        self._count = placeholders
        words = self._speech.ngettext(
            "{count} placeholder left", "{count} placeholders left", placeholders
        )
        self._left.setText(words.format(count=placeholders))
        for widget in (self._left, self._previous, self._next):
            widget.setVisible(placeholders > 0)

    def show_offer(self, words: str) -> None:
        """Offer something beside the readers, "" for nothing."""
        self._offer.setText(words)
        self._offer.setAccessibleName(f"LanguageTool: {words}" if words else "LanguageTool")
        self._offer.setAccessibleDescription(self._labels[3].text())
        self._offer.setVisible(bool(words))

    def show_panes(self, *, has_outline: bool, has_inspector: bool, asked: Collection[str]) -> None:
        """Offer the panes that there is no room for; ``asked`` are those shown all the same."""
        self._outline.setVisible(not has_outline)
        self._inspector.setVisible(not has_inspector)
        self._outline.setChecked("outline" in asked)
        self._inspector.setChecked("inspector" in asked)

    def figures(self) -> tuple[str, ...]:
        """Return the words shown."""
        return tuple(label.text() for label in (*self._labels, self._left))

    def retranslate(self) -> None:
        """Say it in the language of the window; the figures come with the next text."""
        self._previous.show_name(self._speech.gettext("Previous placeholder"), "Shift+F8")
        self._next.show_name(self._speech.gettext("Next placeholder"), "F8")
        self._outline.show_name(self._speech.gettext("Outline"), "Ctrl+1")
        self._inspector.show_name(self._speech.gettext("Inspector"), "Ctrl+3")

    def _restyle(self) -> None:
        self.setFixedHeight(max(self._look.length(30), self._look.icon_size(28)))
        side = self._look.length(18)
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(self._look.length(22))
        font = self._look.font(FontRole.SMALL)
        labels: tuple[QLabel, ...] = (*self._labels, self._left)
        for label in labels:
            label.setFont(font)
        self._offer.setFont(font)
        for figure in self._labels:
            add_look(figure, "muted small")
        add_look(self._left, "warn small")
