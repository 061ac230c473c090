from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from pressdesk.domain.text import MarkKind
from pressdesk.word.reading import read
from pressdesk.word.scan import scan
from pressdesk.word.views import ACCEPTED, REJECTED, View

if TYPE_CHECKING:
    from pathlib import Path


def words(path: Path, view: View = ACCEPTED) -> list[str]:
    """Return the paragraphs of a file."""
    return [one.text.plain for one in read(path, view=view).paragraphs]


def test_files_of_other_programs_are_read_and_scanned(shared: Path) -> None:
    """Word, Google Docs and Pages: none is refused, and none is read as empty pages only."""
    paths = sorted((shared / "data" / "word").rglob("*.docx"))
    if not paths:
        pytest.skip("no Word files in `shared`")

    assert [path.name for path in paths if not read(path).paragraphs] == []
    assert [path.name for path in paths if "revisions" in path.parts and not scan(path)] == []


@pytest.mark.parametrize(("twin", "view"), [("Accepted", ACCEPTED), ("Rejected", REJECTED)])
def test_tracked_changes_read_as_word_itself_takes_them(
    shared: Path, twin: str, view: View
) -> None:
    folder = shared / "data" / "word" / "revisions"
    twins = sorted(folder.glob(f"*-{twin}.docx"))
    if not twins:
        pytest.skip("no files with tracked changes in `shared`")

    different = [
        path.name
        for path in twins
        if words(path) != words(path.with_name(path.name.replace(f"-{twin}", "")), view)
    ]

    assert different == []


def test_a_file_of_another_library_is_read_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "fil.docx"
    made = docx.Document()
    made.add_heading("Tittelen", level=0)
    made.add_heading("Mellomtittel", level=2)
    body = made.add_paragraph("Et ")
    body.add_run("sterkt").bold = True
    body.add_run(" ord")
    made.add_paragraph("Punkt", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A", "B"
    made.save(str(path))

    found = read(path).paragraphs

    assert [one.text.plain for one in found] == [
        "Tittelen",
        "Mellomtittel",
        "Et sterkt ord",
        "Punkt",
        "A",
        "B",
    ]
    assert [one.style for one in found[:4]] == ["Title", "Heading 2", None, "List Bullet"]
    assert [one.heading_level for one in found[:4]] == [None, 2, None, None]
    assert [one.is_list_item for one in found[:4]] == [False, False, False, True]
    (mark,) = found[2].text.marks
    assert (mark.start, mark.end, mark.kind) == (3, 9, MarkKind.STRONG)
