"""Foreign text comes in clean, whatever it was dressed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.errors import SourceTooLarge
from pressdesk.services.clipboard import cleaned

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{mso-x:y}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body>
<!--StartFragment--><p class=MsoNormal><b>Vi bygger</b><span style='mso-spacerun:yes'>  </span>i
Bodø.<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]>·<![endif]>Punkt</p>
<!--EndFragment--></body></html>"""


def words(markup: str, plain: str = "") -> list[str]:
    return [text.plain for text in cleaned(plain, markup, "x").paragraphs]


def test_word_markup_becomes_paragraphs() -> None:
    """Styles, comments and Word's own elements are gone; line breaks of the markup are spaces."""
    assert words(WORD) == ["Vi bygger i Bodø.", "·Punkt"]


def test_scripts_and_pictures_are_dropped_and_told() -> None:
    """What people may miss is named, what they never saw is not."""
    found = cleaned(
        "", "<p>En<script>evil()</script></p><img src=http://x/y.png alt='Kart'><p>To</p>", "x"
    )

    assert [text.plain for text in found.paragraphs] == ["En", "To"]
    assert [one.text for one in found.removed] == ["<script>", "<img> Kart"]


def test_hidden_text_stays_out() -> None:
    """Comments of Word and text that is not displayed do not slip in."""
    markup = (
        "<p>Synlig<span style='display: none'>skjult</span> her</p><p style='mso-hide:all'>x</p>"
    )

    assert words(markup) == ["Synlig her"]


def test_blocks_lists_tables_and_breaks_are_paragraphs() -> None:
    """Each line that people saw is one."""
    markup = "<h2>Topp</h2><ul><li>En</li><li>To</li></ul><table><tr><td>A</td><td>B</td></tr></table>x<br>y"

    assert words(markup) == ["Topp", "En", "To", "A", "B", "x", "y"]


def test_residue_of_web_pages_goes_as_it_does_at_import() -> None:
    """With the line and the words, so that it can be put back."""
    found = cleaned("Første\n\nDel:\nAndre", None, "x")

    assert [text.plain for text in found.paragraphs] == ["Første", "Andre"]
    assert [(one.line, one.text) for one in found.removed] == [(3, "Del:")]


def test_control_characters_and_invisible_ones_go() -> None:
    """Hard spaces stay: they mean something."""
    found = cleaned("A\x00B\u200bC\u00a0D\x0bE", None, "x")

    assert [text.plain for text in found.paragraphs] == ["ABC\u00a0D", "E"]


def test_too_much_is_refused() -> None:
    """Six million bytes help nobody."""
    with pytest.raises(SourceTooLarge):
        cleaned("ord " * 1_500_000, None, "The clipboard")


def test_markup_swollen_by_pictures_gives_way_to_the_words() -> None:
    """A picture within the markup does not keep the text out."""
    markup = f"<p>Hei</p><img src='data:{'A' * 6_000_000}'>"

    assert words(markup, "Hei der") == ["Hei der"]


def test_markup_that_declares_an_encoding_is_read() -> None:
    """As browsers of old send it."""
    assert words('<?xml version="1.0" encoding="utf-8"?><p>Å</p>') == ["Å"]


@given(st.text(alphabet="<>/pdivscrt= '\"ab!-&;\n", max_size=200))
def test_no_markup_breaks_it(markup: str) -> None:
    """Whatever comes, there are texts or the plain words."""
    found = cleaned("ord", markup, "x")

    assert all(text.plain.strip() for text in found.paragraphs)
