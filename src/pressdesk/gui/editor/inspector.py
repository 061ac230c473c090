"""The panel at the right: one tab for each thing that can be said about the text."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.gui.editor.comments.panel import CommentsPanel
from pressdesk.gui.editor.export_panel import ExportPanel
from pressdesk.gui.editor.facts_panel import FactsPanel
from pressdesk.gui.editor.fields import Page, Rule
from pressdesk.gui.editor.import_panel import ImportPanel
from pressdesk.gui.editor.proofing.panel import FindingsPanel
from pressdesk.gui.editor.quote_panel import QuotePanel
from pressdesk.gui.editor.tab_row import RING_PX, TabRow
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings


class Tab(StrEnum):
    """The tabs, in their order."""

    FINDINGS = "findings"
    QUOTE = "quote"
    COMMENTS = "comments"
    FACTS = "facts"
    IMPORT = "import"
    EXPORT = "export"


class Inspector(QWidget):
    """Holds the tabs; those that have nothing to tell are not there."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "inspector")
        self._look = around.look
        self._speech = around.speech
        self._open = 0
        self._findings: int | None = None
        self._comments = 0
        self.findings = FindingsPanel(around, self)
        self.quote = QuotePanel(around, self)
        self.comments = CommentsPanel(around, self)
        self.facts = FactsPanel(around, self)
        self.imports = ImportPanel(around, self)
        self.export = ExportPanel(around, self)
        self._pages: dict[Tab, Page | FindingsPanel] = {
            Tab.FINDINGS: self.findings,
            Tab.QUOTE: self.quote,
            Tab.COMMENTS: self.comments,
            Tab.FACTS: self.facts,
            Tab.IMPORT: self.imports,
            Tab.EXPORT: self.export,
        }
        self.tab_row = TabRow(around, self)
        self.tabs = self.tab_row.tabs
        self.tabs.setObjectName("inspector_tabs")
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self.tabs.addTab("")
            self._stack.addWidget(page)
        self._row = QHBoxLayout()
        self._row.addWidget(self.tab_row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(Rule(around.look, self))
        column.addWidget(self._stack, 1)
        for page in self._pages.values():
            page.order_stops(self.tab_row.last_stop)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, by))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.findings.count_changed.connect(self.show_findings)
        self.comments.count_changed.connect(self.show_comments)
        self.set_there(Tab.IMPORT, is_there=False)
        self.set_there(Tab.EXPORT, is_there=False)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return list(Tab)[self.tabs.currentIndex()]

    def show_tab(self, tab: Tab) -> None:
        """Show a tab."""
        self.set_there(tab, is_there=True)
        self.tabs.setCurrentIndex(list(Tab).index(tab))

    def set_there(self, tab: Tab, *, is_there: bool) -> None:
        """Offer a tab, or not."""
        self.tab_row.set_there(list(Tab).index(tab), is_there=is_there)

    def focus(self) -> None:
        """Go to the first thing in the tab that takes the keyboard."""
        page = self._pages[self.tab]
        first = next(iter(page.stops()), self.tabs)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, by: int) -> None:
        """Go to the next tab; the keyboard goes along unless it is on the tabs."""
        on_tabs = self.tab_row.isAncestorOf(QApplication.focusWidget() or self)
        self.tab_row.step(by)
        if on_tabs:
            self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus()

    def show_open(self, count: int) -> None:
        """Show beside «Import» how many questions are open."""
        if count != self._open:
            self._open = count
            self.retranslate()

    def show_findings(self, count: int | None) -> None:
        """Show beside «Proofing» how many findings there are."""
        if count != self._findings:
            self._findings = count
            self.retranslate()

    def show_comments(self, count: int) -> None:
        """Show beside «Comments» how many are open."""
        if count != self._comments:
            self._comments = count
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.tabs.setAccessibleName(_("Inspector"))
        counts = {
            Tab.IMPORT: self._open,
            Tab.FINDINGS: self._findings or 0,
            Tab.COMMENTS: self._comments,
        }
        words = (
            _("Proofing"),
            _("Quote"),
            _("Comments"),
            _("Facts"),
            _("Import"),
            _("Export"),
        )
        for place, one in enumerate(words):
            self.tabs.show_words(place, one, counts.get(list(Tab)[place], 0))
        self.tab_row.retranslate()

    def _restyle(self) -> None:
        side = self._look.length(16)
        self._row.setContentsMargins(side - RING_PX, 0, side // 2 + 1, 0)
        QTimer.singleShot(0, self, self.tab_row.fit)  # the letters have their size by then
