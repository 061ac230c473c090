"""The desk place: heading, messages, the table, or what to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.domain.errors import DeskDamaged
from pressdesk.gui.desk.asking import SUFFIX, ask_for_folder, ask_for_target, file_stem
from pressdesk.gui.desk.progress import ProgressStrip
from pressdesk.gui.desk.table import DeskTable, TableCard
from pressdesk.gui.widgets.banner import Banner, UndoToast, announce
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.empty_state import Choice, EmptyState
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QShowEvent

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.asking import LastFolder
    from pressdesk.gui.desk.lines import DeskLine, Filter
    from pressdesk.gui.desk.store import Progress
    from pressdesk.gui.surroundings import Surroundings

_MINUTE_MS = 60_000
RETRY, FOLDER, AFRESH = "retry", "folder", "afresh"
_MOST_LETTERS = 60
"""Of a search that is shown in a sentence."""
_LONG_SEARCH = 200
"""So many letters are rather a text than a search."""


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
    afresh_requested = Signal()
    """The damaged desk is to be moved aside."""
    message_closed = Signal()
    undo_changed = Signal(bool)
    """Whether a removal can be undone."""
    text_found = Signal(str)
    """The search holds a whole text, which is to become a release."""
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
        self._explain: Callable[[], None] = self.clear_message
        self._damaged: Path | None = None
        self._removed_title: str | None = None
        self._query = ""
        self.last_folder: LastFolder | None = None
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
        self.make_button = Button(look, ButtonKind.SOFT, parent=self)
        self.make_button.setObjectName("desk_make_of_search")
        self.make_button.hide()
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
        self._list_column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
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
        self.banner.closed.connect(self._on_closed)
        self.make_button.clicked.connect(lambda: self.text_found.emit(self._query))
        self.progress.cancel_requested.connect(self.cancel_requested)

    # what the presenter says

    def show_lines(self, lines: Sequence[DeskLine], summary: str) -> None:
        """Show releases, and a sentence above them."""
        self._summary.setText(summary)
        self._query = ""
        self.table.show_lines(lines)
        self._card.fit()
        self._show_page(self._list_page, has_lines=True)

    def show_nothing_found(self, query: str) -> None:
        """Say that no release fits the search or the filter."""
        tr = self._around.speech.gettext
        self._summary.setText("")
        self._query = query
        shown = query if len(query) <= _MOST_LETTERS else query[:_MOST_LETTERS].rstrip() + "…"
        words = tr("No release fits “{query}”.").format(query=shown)
        self._nothing.setText(words if query else tr("There is no release of this kind."))
        self.table.show_lines(())
        self._show_page(self._list_page, has_lines=False)

    def show_empty_desk(self) -> None:
        """Show what to start from."""
        self._summary.setText("")
        self._query = ""
        self._show_page(self.empty, has_lines=False)

    def show_closed_desk(self) -> None:
        """Show neither releases nor a start: the desk cannot be read."""
        self._summary.setText("")
        self._nothing.setText("")
        self._query = ""
        self._show_page(self._list_page, has_lines=False)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many releases there are of each kind."""
        self.counted.emit(counts)

    def show_trouble(self, error: PressDeskError, *, is_kept: bool) -> None:
        """Say why the desk cannot be used, and offer to try again."""
        is_damaged = isinstance(error, DeskDamaged)
        self._damaged = Path(error.name) if isinstance(error, DeskDamaged) else None

        def explain() -> None:
            tr = self._around.speech.gettext
            words = self._explained(error)
            if is_kept:
                kept = tr("What you brought is kept here, and “Try again” takes it in.")
                words = f"{words} {kept}"
            buttons = [(RETRY, tr("Try again"))]
            if is_damaged:
                buttons += [(FOLDER, tr("Open the folder")), (AFRESH, tr("Start afresh"))]
            self.banner.show_message(words, Tone.WARN, buttons, can_close=False)

        self._say(explain)

    def show_error(self, error: PressDeskError, more: int, *, can_retry: bool) -> None:
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
            retry = self._around.speech.gettext("Try again")
            self.banner.show_message(words, Tone.DANGER, [(RETRY, retry)] if can_retry else ())

        self._say(explain)

    def clear_message(self) -> None:
        """Take the message away."""
        self._explain = self.clear_message
        self.banner.hide()

    def dismiss(self) -> bool:
        """Take the message away as its cross does; return whether there was one that goes."""
        if self.banner.isHidden() or not self.banner.can_close:
            return False
        self.banner.close_message()
        return True

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
        self._removed_title = title
        self.toast.show_done(self._removed_words(title))

    def show_undo(self, *, can_undo: bool) -> None:
        """Say whether a removal can be undone; the offer of the last one is over."""
        self.toast.dismiss()
        self.undo_changed.emit(can_undo)

    def show_put_aside(self, path: Path) -> None:
        """Say where the damaged desk lies now."""
        self._say_done(
            lambda: self._around.speech.gettext(
                "This is a new desk. The damaged one lies in {name}."
            ).format(name=path)
        )

    def show_brought(self, count: int) -> None:
        """Say that several releases came."""
        self._say_done(
            lambda: self._around.speech.ngettext(
                "{count} release was taken in.", "{count} releases were taken in.", count
            ).format(count=count)
        )

    def show_copied(self, name: str) -> None:
        """Say that a copy was written."""
        self._say_done(lambda: self._around.speech.gettext("{name} was written.").format(name=name))

    def choose(self, release: ReleaseId) -> None:
        """Choose a release, and go to it."""
        self.table.choose(release)
        self.table.setFocus()

    def point_at(self, release: ReleaseId) -> None:
        """Choose a release; the keyboard stays where it is."""
        self.table.choose(release)

    def take_focus(self) -> None:
        """Take the keyboard to the releases, or what to start from; never to the search."""
        if not self._card.isHidden():
            self.table.setFocus()
        elif self._pages.currentWidget() is self.empty:
            self.empty.card("template").setFocus()
        else:
            self.setFocus()

    # words, looks, asking

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        tr = self._around.speech.gettext
        self.setAccessibleName(tr("Desk"))
        self._heading.setText(tr("Press releases"))
        self.make_button.setText(tr("Make a release of the text"))
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
        if self._removed_title is not None:
            self.toast.show_words(self._removed_words(self._removed_title))

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
        otherwise = tr("press release")
        name = f"{file_stem(title, otherwise)}.{SUFFIX}"
        kinds = tr("PressDesk files (*.pressdesk)")
        ask_for_target(
            self,
            tr("Save a copy"),
            kinds,
            name,
            lambda path: self.hand_out_requested.emit(release, path),
            last=self.last_folder,
        )

    def ask_for_export(self, release: ReleaseId) -> None:
        """Ask where the Word file of a release is to lie."""
        title = self._around.speech.gettext("Export draft to a folder")
        ask_for_folder(
            self,
            title,
            lambda folder: self.export_requested.emit(release, folder),
            self.last_folder,
        )

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
        elif key == AFRESH:
            self.afresh_requested.emit()
        elif key == FOLDER and self._damaged is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._damaged.parent)))

    def _on_closed(self) -> None:
        self._explain = self.clear_message
        self.message_closed.emit()

    def _say_done(self, words: Callable[[], str]) -> None:
        self._say(lambda: self.banner.show_message(words(), Tone.OK))

    def _removed_words(self, title: str) -> str:
        tr = self._around.speech.gettext
        if not title:
            return tr("The release is removed.")
        return tr("“{title}” is removed.").format(title=title)

    def _say(self, explain: Callable[[], None]) -> None:
        self._explain = explain
        explain()

    def _explained(self, error: PressDeskError) -> str:
        from pressdesk.i18n import explain

        words = explain(error, self._around.speech.language)
        clipboard = self._around.speech.gettext("the clipboard")
        if words.startswith(clipboard):
            return words[:1].upper() + words[1:]
        return words

    def _show_page(self, page: QWidget, *, has_lines: bool) -> None:
        window = self.window()
        focus = window.focusWidget()
        was_here = focus is self or focus is None or self._pages.isAncestorOf(focus)
        self._pages.setCurrentWidget(page)
        self._card.setVisible(has_lines)
        self._hint.setVisible(has_lines)
        self._nothing.setVisible(not has_lines)
        self.make_button.setVisible(not has_lines and len(self._query) > _LONG_SEARCH)
        self._summary.setVisible(bool(self._summary.text()))
        self._heading.setVisible(page is not self.empty)
        if page is self._list_page and not has_lines and self._nothing.text():
            announce(self, self._nothing.text())
        if was_here:  # else Qt would take the keyboard to the search
            self.take_focus()

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
