from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import pytest

from pressdesk.domain.text import MarkKind
from pressdesk.word.reading import read, read_marked
from pressdesk.word.scan import scan
from pressdesk.word.views import ACCEPTED, REJECTED, View

if TYPE_CHECKING:
    from pathlib import Path

    from word_partner import Partner


def words(path: Path, view: View = ACCEPTED) -> list[str]:
    """Return the paragraphs of a file that hold a word, as `pressdesk text` prints them."""
    found = (one.text.plain for one in read(path, view=view).paragraphs)
    return [one for one in found if one.strip()]


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
    """Empty lines aside: the twin of the moved paragraph has one where Word has none."""
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


FACTS: dict[str, list[tuple[str, str | None, bool, str]]] = {
    "Comment001": [],
    "Comment003": [
        ("3", None, True, "P1"),
        ("4", "3", True, "ؤ&"),
        ("5", "3", True, ""),
        ("0", None, False, "ح"),
        ("1", "0", False, ""),
        ("2", "0", False, ""),
    ],
    "Comment005": [("0", None, False, "test")],
    "Comment007": [
        ("0", None, False, "First Comment"),
        ("3", "0", False, "1st child"),
        ("4", "0", False, "2nd child"),
        ("5", "0", False, "3rd child"),
        ("1", None, False, "2nd Comment"),
        ("6", "1", False, "1st child"),
        ("7", "6", False, "2nd child"),
        ("2", None, False, "3rd Comment"),
    ],
    "Comment011": [],
}
"""Id, what it answers, whether it is settled, its words: read by eye from the files."""


@pytest.mark.parametrize("name", FACTS)
def test_threads_answers_and_settled_comments_are_what_the_files_say(
    shared: Path, name: str
) -> None:
    path = shared / "data" / "word" / "comments" / f"{name}.docx"
    if not path.is_file():
        pytest.skip("no files with comments in `shared`")

    found = read_marked(path).comments

    assert [(one.id, one.parent, one.is_resolved, one.text) for one in found] == FACTS[name]


def test_a_conversation_of_several_people_knows_its_words_and_its_place(shared: Path) -> None:
    path = shared / "data" / "word" / "comments" / "Comment009.docx"
    if not path.is_file():
        pytest.skip("no files with comments in `shared`")

    found = read_marked(path).comments

    assert [(one.id, one.parent, one.anchor) for one in found] == [
        ("0", None, "these"),
        ("1", "0", "these"),
        ("2", "1", "these"),
        ("3", "1", "these"),
        ("4", "0", "these"),
        ("5", None, "elements"),
        ("6", None, "Style"),
        ("7", "6", "Style"),
        ("8", None, "template"),
    ]
    assert {one.author for one in found} == {"Arman Aghaei", "Regena Zheng"}
    assert found[1].text.startswith("Test\n\nMultiline lvl 1\n")
    assert {one.date for one in found} == {datetime(2011, 1, 27, 14, 52, tzinfo=UTC)}


def test_writer_reads_the_same_words_out_of_foreign_files(
    shared: Path, partner: Partner, tmp_path: Path
) -> None:
    """An independent oracle: all that LibreOffice says is read too, apart from list numbers."""
    paths = sorted((shared / "data" / "word" / "others").glob("*.docx"))
    if not paths:
        pytest.skip("no files of other programs in `shared`")

    for path in paths:
        theirs = partner.edit(path, tmp_path / "ord.txt").read_text(encoding="utf-8-sig")
        assert " ".join(theirs.split()) == " ".join(" ".join(words(path)).split())
