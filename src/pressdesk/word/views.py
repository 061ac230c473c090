"""Tracked changes, and the ways to see them: all accepted, or all rejected."""

from __future__ import annotations

from dataclasses import dataclass

CHANGES = frozenset(
    [
        "w:ins",
        "w:del",
        "w:moveFrom",
        "w:moveTo",
        "w:rPrChange",
        "w:pPrChange",
        "w:tblPrChange",
        "w:trPrChange",
        "w:tcPrChange",
        "w:sectPrChange",
        "w:numberingChange",
        "w:cellIns",
        "w:cellDel",
        "w:cellMerge",
        "w:tblPrExChange",
        "w:tblGridChange",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to see tracked changes: which of them are left out, with the text they hold.

    ``dropped_mark`` takes away a table row, or a paragraph's end, so that it runs on into the
    next; the end of a moved paragraph stays, as it does in the files that we compare with.
    """

    dropped: frozenset[str]
    shown: frozenset[str]
    dropped_mark: str
    dropped_cell: str


ACCEPTED = View(
    dropped=frozenset(("w:del", "w:moveFrom")),
    shown=frozenset(("w:ins", "w:moveTo")),
    dropped_mark="w:del",
    dropped_cell="w:cellDel",
)
REJECTED = View(
    dropped=frozenset(("w:ins", "w:moveTo")),
    shown=frozenset(("w:del", "w:moveFrom")),
    dropped_mark="w:ins",
    dropped_cell="w:cellIns",
)
