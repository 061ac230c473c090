"""Documents with tracked changes as trees, their XML, and what they say, worked out simply.

The model knows nothing of how the reader works: it goes through the tree twice, once for each
view, and keeps words with their ends or leaves them out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

GOES = {"ins": "reject", "moveTo": "reject", "del": "accept", "moveFrom": "accept"}
"""In which view what a wrapper holds is not there."""


@dataclass(frozen=True)
class Words:
    """A run."""

    text: str


@dataclass(frozen=True)
class Wrapped:
    """Anything within a wrapper, a change or not."""

    name: str
    inside: tuple[Node, ...]


Node = Words | Wrapped


@dataclass(frozen=True)
class Line:
    """A paragraph, with the changes of its end."""

    nodes: tuple[Node, ...]
    mark: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows of cells, each with its changes."""

    rows: tuple[tuple[tuple[str, ...], tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Cell:
    """A cell."""

    lines: tuple[Line, ...]
    change: tuple[str, ...] = ()


# --- as XML ---------------------------------------------------------------------------------------


@dataclass
class Written:
    """Counts the ids of what it writes."""

    id: int = 0
    parts: list[str] = field(default_factory=list)

    def change(self, name: str) -> str:
        """Return the opening of a change, without its end."""
        self.id += 1
        return f'<w:{name} w:id="{self.id}" w:author="Kari" w:date="2026-11-20T10:00:00Z"'

    def nodes(self, nodes: tuple[Node, ...], *, is_deleted: bool = False) -> str:
        """Return runs and wrappers."""
        return "".join(self.node(one, is_deleted=is_deleted) for one in nodes)

    def node(self, node: Node, *, is_deleted: bool) -> str:
        """Return one of them."""
        if isinstance(node, Words):
            tag = "delText" if is_deleted else "t"
            return f'<w:r><w:{tag} xml:space="preserve">{node.text}</w:{tag}></w:r>'
        inside = self.nodes(node.inside, is_deleted=is_deleted or node.name == "del")
        if node.name in GOES:
            return f"{self.change(node.name)}>{inside}</w:{node.name}>"
        if node.name == "sdt":
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        return f'<w:{node.name} w:element="x">{inside}</w:{node.name}>'

    def line(self, line: Line) -> str:
        """Return a paragraph."""
        mark = "".join(f"{self.change(one)}/>" for one in line.mark)
        return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{self.nodes(line.nodes)}</w:p>"

    def table(self, table: Table) -> str:
        """Return a table."""
        rows = []
        for changes, cells in table.rows:
            marks = "".join(f"{self.change(one)}/>" for one in changes)
            inside = "".join(
                f"<w:tc><w:tcPr>{''.join(f'{self.change(one)}/>' for one in cell.change)}</w:tcPr>"
                f"{''.join(map(self.line, cell.lines))}</w:tc>"
                for cell in cells
            )
            rows.append(f"<w:tr><w:trPr>{marks}</w:trPr>{inside}</w:tr>")
        return f"<w:tbl>{''.join(rows)}</w:tbl>"


def body_of(blocks: tuple[Line | Table, ...]) -> str:
    """Return the document's body."""
    written = Written()
    return "".join(
        written.line(one) if isinstance(one, Line) else written.table(one) for one in blocks
    )


# --- as words -------------------------------------------------------------------------------------


def said(blocks: tuple[Line | Table, ...], view: str) -> list[str]:
    """Return the paragraphs that hold a word, in ``accept`` or ``reject``."""
    text = ""
    for one in blocks:
        if isinstance(one, Line):
            text += _line(one, view)
        else:
            cells = [
                cell
                for changes, cells in one.rows
                if _stays(changes, view)
                for cell in cells
                if _stays(cell.change, view)
            ]
            if cells:
                text += "\n" + "".join(
                    "".join(_line(line, view) for line in cell.lines) + "\n" for cell in cells
                )
    return [line for line in text.split("\n") if line]


def _line(line: Line, view: str) -> str:
    return _nodes(line.nodes, view) + ("\n" if _stays(line.mark, view) else "")


def _nodes(nodes: tuple[Node, ...], view: str) -> str:
    return "".join(
        node.text
        if isinstance(node, Words)
        else (_nodes(node.inside, view) if _stays((node.name,), view) else "")
        for node in nodes
    )


def _stays(changes: tuple[str, ...], view: str) -> bool:
    return all(
        GOES.get({"cellIns": "ins", "cellDel": "del"}.get(one, one)) != view for one in changes
    )


# --- at random ------------------------------------------------------------------------------------

WORDS = st.sampled_from(["en ", "to", " tre", "200", "–", "æøå", "ikke "]).map(Words)
NAMES = st.sampled_from([*GOES, "sdt", "smartTag", "customXml"])


def _wrapped(inside: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    nodes = st.lists(inside, min_size=1, max_size=3).map(tuple)
    return st.builds(Wrapped, NAMES, nodes)


NODES: st.SearchStrategy[Node] = st.recursive(WORDS, _wrapped, max_leaves=5)
MARKS = st.sampled_from([(), (), ("ins",), ("del",), ("ins", "del"), ("moveFrom",), ("moveTo",)])
LINES = st.builds(Line, st.lists(NODES, max_size=3).map(tuple), MARKS)
CELLS = st.builds(
    Cell,
    st.lists(LINES, min_size=1, max_size=2).map(tuple),
    st.sampled_from([(), (), ("cellIns",), ("cellDel",)]),
)
ROWS = st.tuples(
    st.sampled_from([(), ("ins",), ("del",)]), st.lists(CELLS, min_size=1, max_size=2).map(tuple)
)
TABLES = st.builds(Table, st.lists(ROWS, min_size=1, max_size=2).map(tuple))
DOCUMENTS = st.lists(st.one_of(LINES, LINES, TABLES), min_size=1, max_size=6).map(tuple)
