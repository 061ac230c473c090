"""The desk with what stands round it: the bar on top, and the list at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.gui.desk.lines import Filter
from pressdesk.gui.desk.view import DeskPlace
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look
from pressdesk.gui.widgets.search_field import SearchField
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.gui.surroundings import Surroundings

_SIDE_PX, _TOP_PX, _SEARCH_PX = 220, 52, 300


class TopBar(QFrame):
    """Name and organisation, the search, and what to begin with."""

    new_requested = Signal()
    open_requested = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        add_look(self, "bar")
        self._around = around
        look, speech = around.look, around.speech
        self._name = make_label("title", "PressDesk")
        self._organisation = ElidedLabel("", self)
        self._organisation.setObjectName("organisation")
        add_look(self._organisation, "faint")
        self.search = SearchField(look, speech, self)
        self.search.setObjectName("desk_search")
        self.open_button = Button(look, parent=self)
        self.open_button.setObjectName("open_file")
        self.open_button.clicked.connect(self.open_requested)
        self.new_button = Button(look, ButtonKind.PRIMARY, parent=self)
        self.new_button.setObjectName("new_release")
        self.new_button.clicked.connect(self.new_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addWidget(self._organisation, 1)
        self._row.addWidget(self.search)
        self._row.addWidget(self.open_button)
        self._row.addWidget(self.new_button)
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def show_organisation(self, name: str) -> None:
        """Show for whom the user works."""
        self._organisation.setText(name)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.search.show_hint(
            tr("Search press releases"), tr("Search all releases …"), tr("Ctrl K")
        )
        self.open_button.setText(tr("Open …"))
        self.new_button.setText(tr("New joint press release"))

    def _restyle(self) -> None:
        look = self._around.look
        self._row.setContentsMargins(look.length(18), 0, look.length(18), 0)
        self._row.setSpacing(look.length(14))
        self.setMinimumHeight(look.length(_TOP_PX))
        self.search.setMinimumWidth(look.icon_size(150))
        self.search.setMaximumWidth(look.icon_size(_SEARCH_PX))
        self._row.setStretch(2, 3)


class DeskPage(QWidget):
    """Top bar, sidebar and desk."""

    filter_chosen = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_page")
        self._around = around
        self._counts: Mapping[Filter, int] = {}
        self.top_bar = TopBar(around, self)
        self._side = QFrame(self)
        self._side.setObjectName("desk_side")
        add_look(self._side, "side")
        self.sidebar = SidebarList(around.look, self._side)
        self.sidebar.setObjectName("desk_sidebar")
        self.desk = DeskPlace(around, self)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addWidget(self.sidebar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side)
        middle.addWidget(self.desk, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        self.sidebar.chosen.connect(self.filter_chosen)
        self.desk.counted.connect(self._on_counted)
        around.look.follow(self._restyle)
        around.speech.follow(self.retranslate)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes round."""
        main = self.desk.table if self.desk.table.isVisible() else self.desk.empty.card("template")
        return (self.top_bar.search, self.sidebar, main)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.sidebar.setAccessibleName(tr("Kinds of press releases"))
        names = {
            Filter.ALL: tr("Press releases"),
            Filter.DRAFTS: tr("Drafts"),
            Filter.EMBARGO: tr("Embargo"),
        }
        items = [
            SidebarItem(
                key=kind.value,
                text=name,
                mark=str(self._counts[kind]) if kind in self._counts else "",
            )
            for kind, name in names.items()
        ]
        self.sidebar.show_items(items, self.sidebar.current_key() or Filter.ALL.value)

    def _on_counted(self, counts: Mapping[Filter, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self.retranslate()

    def _restyle(self) -> None:
        look = self._around.look
        self._side.setFixedWidth(look.length(_SIDE_PX))
        self._side_column.setContentsMargins(look.length(10), look.length(14), look.length(10), 0)
