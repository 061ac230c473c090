"""The words of a list, to look through and to take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from pressdesk.gui.new.editors import ChoiceEditor
from pressdesk.gui.widgets.buttons import Button
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

_ROWS = 6


class WordListBox(QWidget):
    """Shows one list at a time; decides nothing."""

    list_chosen = Signal(str)
    """The layer."""
    removal_wanted = Signal(list)
    """The words."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("word_list_box")
        self._look = look
        self._speech = speech
        self.chooser = ChoiceEditor("settings_word_list", self)
        self._model = QStringListModel(self)
        self.view = QListView(self)
        self.view.setObjectName("settings_words")
        self.view.setModel(self._model)
        add_look(self.view, "framed")
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setTabKeyNavigation(False)
        self.remove = Button(look, parent=self)
        self.remove.setObjectName("settings_remove_words")
        self._count = make_label("muted small", wraps=True)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.chooser, self.view):
            column.addWidget(widget)
        column.addLayout(foot)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.remove.clicked.connect(self._on_remove)
        self.chooser.value_edited.connect(self.list_chosen)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    def words(self) -> tuple[str, ...]:
        """Return the words shown."""
        return tuple(self._model.stringList())

    def show_words(self, words: Sequence[str]) -> None:
        """Show the words of a list; the cursor stays where it was in it."""
        row = self.view.currentIndex().row()
        self._model.setStringList(list(words))
        if words and row >= 0:
            self.view.setCurrentIndex(self._model.index(min(row, len(words) - 1)))
        self._say_count()
        self._offer()

    def show_lists(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer lists, pairs of layer and words."""
        self.chooser.show_choices("", choices)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.chooser.setAccessibleName(_("Which word list is shown"))
        self.view.setAccessibleName(_("Words in the list"))
        self.remove.setText(_("Remove"))
        self.remove.setAccessibleName(_("Remove the selected words from the list"))
        self.remove.setToolTip(_("Delete"))
        self._say_count()

    def _say_count(self) -> None:
        count = self._model.rowCount()
        words = self._speech.ngettext("{count} word", "{count} words", count).format(count=count)
        self._count.setText(words if count else self._speech.gettext("No words yet"))

    def _offer(self) -> None:
        self.remove.setEnabled(self.view.selectionModel().hasSelection())

    def _on_remove(self) -> None:
        chosen = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        words = self._model.stringList()
        if chosen:
            self.removal_wanted.emit([words[row] for row in chosen])

    def _restyle(self) -> None:
        rows = self.view.fontMetrics().lineSpacing() + self._look.length(8)
        self.view.setFixedHeight(rows * _ROWS)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(self._look.length(7))
