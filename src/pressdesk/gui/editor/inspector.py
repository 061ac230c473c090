"""The panel at the right: one tab for each thing that can be said about the text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pressdesk.gui.editor.export_panel import ExportPanel
from pressdesk.gui.editor.facts_panel import FactsPanel
from pressdesk.gui.editor.fields import Page, Rule
from pressdesk.gui.editor.import_panel import ImportPanel
from pressdesk.gui.editor.quote_panel import QuotePanel
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from pressdesk.gui.surroundings import Surroundings


class Tab(StrEnum):
    """The tabs, in their order."""

    QUOTE = "quote"
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
        self.quote = QuotePanel(around, self)
        self.facts = FactsPanel(around, self)
        self.imports = ImportPanel(around, self)
        self.export = ExportPanel(around, self)
        self._pages: dict[Tab, Page] = {
            Tab.QUOTE: self.quote,
            Tab.FACTS: self.facts,
            Tab.IMPORT: self.imports,
            Tab.EXPORT: self.export,
        }
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("inspector_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self._stack = QStackedWidget(self)
        for page in self._pages.values():
            self.tabs.addTab("")
            self._stack.addWidget(page)
        self._row = QHBoxLayout()
        self._row.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(Rule(around.look, self))
        column.addWidget(self._stack, 1)
        for page in self._pages.values():
            page.order_stops(self.tabs)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
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
        place = list(Tab).index(tab)
        if self.tabs.isTabVisible(place) != is_there:
            self.tabs.setTabVisible(place, is_there)
            self.retranslate()  # Qt lays tabs out anew for other words only

    def focus(self) -> None:
        """Go to the first thing in the tab that takes the keyboard."""
        page = self._pages[self.tab]
        first = next(iter(page.stops()), self.tabs)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_open(self, count: int) -> None:
        """Show beside «Import» how many questions are open."""
        if count != self._open:
            self._open = count
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.tabs.setAccessibleName(_("Inspector"))
        words = (_("Quote"), _("Facts"), _("Import"), _("Export"))
        for place, one in enumerate(words):
            is_counted = list(Tab)[place] is Tab.IMPORT and self._open
            self.tabs.setTabText(place, "")
            self.tabs.setTabText(place, f"{one} {self._open}" if is_counted else one)

    def _restyle(self) -> None:
        self._row.setContentsMargins(self._look.length(16), 0, 0, 0)
