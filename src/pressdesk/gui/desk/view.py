"""The desk place: heading, messages, the table, or what to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.gui.desk.asking import SUFFIX, ask_for_folder, ask_for_target, file_stem
from pressdesk.gui.desk.progress import ProgressStrip
from pressdesk.gui.desk.table import DeskTable, TableCard
from pressdesk.gui.widgets.banner import Banner, UndoToast, announce
from pressdesk.gui.widgets.empty_state import Choice, EmptyState
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QShowEvent

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.lines import DeskLine, Filter
    from pressdesk.gui.desk.store import Progress
    from pressdesk.gui.surroundings import Surroundings

_MINUTE_MS = 60_000
RETRY = "retry"


class DeskPlace(QWidget):
    """Shows the releases; says by signals what is asked for."""

    open_requested = Signal(str)
    remove_requested = Signal(str)
    undo_requested = Signal()
    hand_out_requested = Signal(str, object)
    """A release, and the path of the copy."""
    export_requested = Signal(str, object)
    """A release, and the folder for the Word file."""
    start_requested = Signal(str)
    """``template``, ``file`` or ``sample``: a card of the empty desk was pressed."""
    retry_requested = Signal()
    cancel_requested = Signal()
    counted = Signal(object)
    """How many releases there are of each kind: a mapping."""
    minute_passed = Signal()
    """The words for times may be others now."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_place")
        self._around = around
        look, speech = around.look, around.speech
        self._error: PressDeskError | None = None
        self._explain: Callable[[], None] = self.clear_message
        self._heading = make_label("heading")
        self._summary = make_label("muted", wraps=True)
        self.banner = Banner(look, speech, self)
        self.progress = ProgressStrip(look, speech, self)
        self.table = DeskTable(look, speech, self)
        self._card = TableCard(look, self.table, self)
        self._hint = make_label("faint", wraps=True)
        self.empty = EmptyState(look, self)
        self._nothing = make_label("muted", wraps=True)
        self._nothing.setObjectName("desk_nothing_found")
        self.toast = UndoToast(look, speech, self)
        self._pages = QStackedWidget(self)
        self._list_page = QWidget(self._pages)
        self._column = QVBoxLayout(self)
        self._list_column = QVBoxLayout(self._list_page)
        self._lay_out()
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self.minute_passed)
        self._connect()
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def _lay_out(self) -> None:
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.addWidget(self._card)
        self._list_column.addWidget(self._nothing)
        self._list_column.addWidget(self._hint)
        self._list_column.addStretch(1)
        self._nothing.hide()
        self._pages.addWidget(self._list_page)
        self._pages.addWidget(self.empty)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._summary)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.progress)
        self._column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.table.opened.connect(self.open_requested)
        self.table.remove_requested.connect(self.remove_requested)
        self.table.menu_requested.connect(self._on_menu)
        self.toast.undo_requested.connect(self.undo_requested)
        self.empty.chosen.connect(self.start_requested)
        self.banner.action_requested.connect(self._on_banner)
        self.progress.cancel_requested.connect(self.cancel_requested)

    # what the presenter says

    def show_lines(self, lines: Sequence[DeskLine], summary: str) -> None:
        """Show releases, and a sentence above them."""
        self._summary.setText(summary)
        self.table.show_lines(lines)
        self._card.fit()
        self._show_page(self._list_page, has_lines=True)

    def show_nothing_found(self, query: str) -> None:
        """Say that no release fits the search or the filter."""
        tr = self._around.speech.gettext
        self._summary.setText("")
        words = tr("No release fits “{query}”.").format(query=query)
        self._nothing.setText(words if query else tr("There is no release of this kind."))
        self.table.show_lines(())
        self._show_page(self._list_page, has_lines=False)

    def show_empty_desk(self) -> None:
        """Show what to start from."""
        self._summary.setText("")
        self._show_page(self.empty, has_lines=False)

    def show_closed_desk(self) -> None:
        """Show neither releases nor a start: the desk cannot be read."""
        self._summary.setText("")
        self._nothing.setText("")
        self._show_page(self._list_page, has_lines=False)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many releases there are of each kind."""
        self.counted.emit(counts)

    def show_trouble(self, error: PressDeskError) -> None:
        """Say why the desk cannot be used, and offer to try again."""

        def explain() -> None:
            retry = self._around.speech.gettext("Try again")
            self.banner.show_message(
                self._explained(error), Tone.WARN, [(RETRY, retry)], can_close=False
            )

        self._say(explain)

    def show_error(self, error: PressDeskError, more: int) -> None:
        """Say what went wrong; ``more`` others did too."""

        def explain() -> None:
            words = self._explained(error)
            if more:
                also = self._around.speech.ngettext(
                    "{count} other file was not taken in either.",
                    "{count} other files were not taken in either.",
                    more,
                )
                words = f"{words} {also.format(count=more)}"
            self.banner.show_message(words, Tone.DANGER)

        self._say(explain)

    def clear_message(self) -> None:
        """Take the message away."""
        self._explain = self.clear_message
        self.banner.hide()

    def show_busy(self, progress: Progress) -> None:
        """Show that something is being brought in."""
        tr = self._around.speech.gettext
        words = tr("Reading {name} …").format(name=progress.name)
        self.progress.show_progress(words, progress.done, progress.total)

    def show_idle(self) -> None:
        """Show that nothing goes on."""
        self.progress.hide()

    def show_removed(self, title: str) -> None:
        """Say that a release was removed, and offer to undo it."""
        tr = self._around.speech.gettext
        self.toast.show_done(
            tr("“{title}” is removed.").format(title=title)
            if title
            else tr("The release is removed.")
        )

    def show_brought(self, count: int) -> None:
        """Say that several releases came."""
        words = self._around.speech.ngettext(
            "{count} release was taken in.", "{count} releases were taken in.", count
        )
        self.banner.show_message(words.format(count=count), Tone.OK)

    def show_copied(self, name: str) -> None:
        """Say that a copy was written."""
        words = self._around.speech.gettext("{name} was written.").format(name=name)
        self.banner.show_message(words, Tone.OK)

    def choose(self, release: ReleaseId) -> None:
        """Go to a release."""
        self.table.choose(release)
        self.table.setFocus()

    # words, looks, asking

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.setAccessibleName(tr("Desk"))
        self._heading.setText(tr("Press releases"))
        self._hint.setText(
            tr(
                "Drag a Word file, a text or a PressDesk file here to open it. "
                "Ctrl V takes a copied text in."
            )
        )
        self.empty.show_choices(
            tr("Start your first press release"),
            tr("Everything is saved on this machine as you write."),
            (
                Choice(
                    key="template",
                    icon="template",
                    title=tr("From a template"),
                    explanation=tr("Choose what the news is, the partners and who speaks."),
                ),
                Choice(
                    key="file",
                    icon="import",
                    title=tr("From a Word or text file"),
                    explanation=tr("Title, lead and quotes are recognised. The file is kept."),
                ),
                Choice(
                    key="sample",
                    icon="eye",
                    title=tr("Look at a sample"),
                    explanation=tr("A finished joint release to try things on."),
                ),
            ),
        )
        if not self.banner.isHidden():
            self._explain()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times fresh."""
        super().showEvent(event)
        self._minutes.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the times rest."""
        super().hideEvent(event)
        self._minutes.stop()

    def ask_for_copy(self, release: ReleaseId) -> None:
        """Ask where a copy of a release is to lie."""
        tr = self._around.speech.gettext
        title = next((one.title for one in self.table.lines() if one.release == release), "")
        name = f"{file_stem(title, tr('press release'))}.{SUFFIX}"
        kinds = tr("PressDesk files (*.pressdesk)")
        ask_for_target(
            self,
            tr("Save a copy"),
            kinds,
            name,
            lambda path: self.hand_out_requested.emit(release, path),
        )

    def ask_for_export(self, release: ReleaseId) -> None:
        """Ask where the Word file of a release is to lie."""
        title = self._around.speech.gettext("Export draft to a folder")
        ask_for_folder(self, title, lambda folder: self.export_requested.emit(release, folder))

    def make_menu(self, release: ReleaseId) -> QMenu:
        """Return the menu of one release."""
        tr, look = self._around.speech.gettext, self._around.look
        menu = QMenu(self)
        menu.setObjectName("desk_menu")
        menu.setAccessibleName(tr("What to do with the release"))
        for icon, words, do in (
            ("open", tr("&Open"), lambda: self.open_requested.emit(release)),
            ("save", tr("Save a &copy …"), lambda: self.ask_for_copy(release)),
            ("export", tr("&Export draft …"), lambda: self.ask_for_export(release)),
            ("delete", tr("&Remove"), lambda: self.remove_requested.emit(release)),
        ):
            if icon == "delete":
                menu.addSeparator()
            menu.addAction(look.icon(icon), words, do)
        return menu

    def _on_menu(self, release: ReleaseId, place: QPoint) -> None:
        menu = self.make_menu(release)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _on_banner(self, key: str) -> None:
        if key == RETRY:
            self.retry_requested.emit()

    def _say(self, explain: Callable[[], None]) -> None:
        self._explain = explain
        explain()

    def _explained(self, error: PressDeskError) -> str:
        from pressdesk.i18n import explain

        return explain(error, self._around.speech.language)

    def _show_page(self, page: QWidget, *, has_lines: bool) -> None:
        self._pages.setCurrentWidget(page)
        self._card.setVisible(has_lines)
        self._hint.setVisible(has_lines)
        self._nothing.setVisible(not has_lines)
        self._summary.setVisible(bool(self._summary.text()))
        self._heading.setVisible(page is not self.empty)
        if page is self._list_page and not has_lines and self._nothing.text():
            announce(self, self._nothing.text())

    def _restyle(self) -> None:
        look = self._around.look
        self._column.setContentsMargins(
            look.length(34), look.length(24), look.length(34), look.length(12)
        )
        self._column.setSpacing(look.length(4))
        self._column.setStretchFactor(self._pages, 1)
        self._list_column.setSpacing(look.length(12))
        self._summary.setContentsMargins(0, 0, 0, look.length(6))
        self._list_column.setContentsMargins(0, look.length(6), 0, 0)
