"""The lines of the desk as Qt's tables want them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from pressdesk.gui.widgets.approval_bar import approval_words, spoken_approval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.desk.lines import DeskLine
    from pressdesk.gui.speech import Speech

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
NONE = "–"
"""What stands where nothing is due."""


class Column(IntEnum):
    """The columns from left to right."""

    RELEASE = 0
    PARTNERS = 1
    STAGE = 2
    APPROVED = 3
    DUE = 4
    CHANGED = 5


_TIPS: Mapping[Column, Callable[[DeskLine], str]] = {
    Column.RELEASE: lambda line: line.title,
    Column.PARTNERS: lambda line: ", ".join(line.partners),
    Column.STAGE: lambda line: line.stage_words,
    Column.APPROVED: lambda line: line.stale_words,
    Column.DUE: lambda line: line.due_spoken,
}


class DeskModel(QAbstractTableModel):
    """Holds a tuple of lines; says them cell by cell."""

    def __init__(self, speech: Speech, parent: QObject) -> None:
        super().__init__(parent)
        self._speech = speech
        self.lines: tuple[DeskLine, ...] = ()

    def replace(self, lines: Sequence[DeskLine]) -> None:
        """Show other lines; where the releases are the same, places and selection stay."""
        before, after = [one.release for one in self.lines], [one.release for one in lines]
        if before == after:
            self.lines = tuple(lines)
            if lines:
                last = self.index(len(lines) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def row_of(self, release: ReleaseId) -> int:
        """Return the row of a release; -1 where it is not shown."""
        releases = [one.release for one in self.lines]
        return releases.index(release) if release in releases else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows or says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        column = Column(index.column())
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _TIPS[column](line) if column in _TIPS else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        tr = self._speech.gettext
        return (
            tr("Press release"),
            tr("Partners"),
            tr("Stage"),
            tr("Quotes approved"),
            tr("Next deadline"),
            tr("Changed"),
        )[section]

    def _shown(self, line: DeskLine, column: Column) -> str:
        match column:
            case Column.RELEASE:
                return line.title
            case Column.PARTNERS:
                return ", ".join(line.partners)
            case Column.STAGE:
                return line.stage_words
            case Column.APPROVED:
                return approval_words(self._speech, line.approved, line.quotes)
            case Column.DUE:
                return line.due or NONE
            case Column.CHANGED:
                return line.changed

    def _spoken(self, line: DeskLine, column: Column) -> str:
        if column is Column.RELEASE:
            return line.spoken
        if column is Column.APPROVED:
            said = spoken_approval(self._speech, line.approved, line.quotes)
            is_said = line.stale_words in ("", line.stage_words)
            return said if is_said else f"{said}, {line.stale_words}"
        if column is Column.DUE:
            return line.due_spoken or self._speech.gettext("no deadline")
        return self._shown(line, column)
