from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from pressdesk.services.texts import RevisionsShown, Texts
from unit.word.packages import W, docx, relations

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.releases import Guard

BY = "w:author='Kari Nes' w:date='2026-11-20T10:00:00Z'"
BODY = (
    "<w:p><w:r><w:t xml:space='preserve'>Vi gir </w:t></w:r>"
    f"<w:del w:id='1' {BY}><w:r><w:delText>200</w:delText></w:r></w:del>"
    f"<w:commentRangeStart w:id='4'/><w:ins w:id='2' {BY}><w:r><w:t>300</w:t></w:r></w:ins>"
    "<w:commentRangeEnd w:id='4'/><w:r><w:br/><w:t>nå.</w:t></w:r></w:p><w:p/>"
)
COMMENTS = {
    "word/_rels/document.xml.rels": relations(("r1", "comments", "comments.xml", False)),
    "word/comments.xml": (
        f"<w:comments xmlns:w='{W}'><w:comment w:id='4'><w:p><w:r><w:t>Rett?</w:t></w:r></w:p>"
        "</w:comment></w:comments>"
    ),
}


@pytest.fixture
def texts() -> Texts:
    """Return the journey; only release files need its guard."""
    return Texts(guard=cast("Guard", None))


@pytest.mark.parametrize(
    ("shown", "paragraph"),
    [
        (RevisionsShown.ACCEPT, "Vi gir 300 nå."),
        (RevisionsShown.REJECT, "Vi gir 200 nå."),
        (RevisionsShown.MARK, "Vi gir [-200-]{+300+} nå."),
    ],
)
def test_a_word_file_says_its_words_its_changes_and_its_comments(
    texts: Texts, tmp_path: Path, shown: RevisionsShown, paragraph: str
) -> None:
    found = texts.read(docx(tmp_path, BODY, **COMMENTS), shown)

    assert found.shape() == {
        "paragraphs": [paragraph],
        "revisions": [
            {
                "kind": "delete",
                "author": "Kari Nes",
                "date": "2026-11-20T10:00:00Z",
                "text": "200",
            },
            {
                "kind": "insert",
                "author": "Kari Nes",
                "date": "2026-11-20T10:00:00Z",
                "text": "300",
            },
        ],
        "comments": [
            {
                "id": "4",
                "author": None,
                "date": None,
                "text": "Rett?",
                "anchor": "300",
                "parent": None,
                "resolved": False,
            }
        ],
    }


@pytest.mark.parametrize("shown", RevisionsShown)
def test_other_sources_have_no_changes_and_no_comments(
    texts: Texts, tmp_path: Path, shown: RevisionsShown
) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text("En\n\nTo\n", encoding="utf-8")

    assert texts.read(path, shown).shape() == {
        "paragraphs": ["En", "To"],
        "revisions": [],
        "comments": [],
    }
