"""Foreign text comes in clean, whatever it was dressed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.content import Block, BulletList, Paragraph, Subheading
from pressdesk.domain.errors import SourceTooLarge
from pressdesk.domain.recognised import CleanUpKind
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.services.clipboard import cleaned
from samples import counting_ids

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{mso-x:y}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body>
<!--StartFragment--><p class=MsoNormal><b>Vi bygger</b><span style='mso-spacerun:yes'>  </span>i
Bodø.<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]>·<![endif]>Punkt</p>
<!--EndFragment--></body></html>"""


WORD_CHANGES = """<p class=MsoNormal>Avtalen gjelder <del cite="mailto:Kari" datetime="2026-11-20">ti
</del><ins cite="mailto:Kari" datetime="2026-11-20">tolv</ins> år<s>, tror vi</s>.<a
style='mso-comment-reference:KN_1;mso-comment-date:20261120T1200'> Prisen</a><span
class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1"
href="#_msocom_1">[KN1]</a></span></span> er <strike>hemmelig</strike> kjent.<span
style='display:none;mso-hide:all'>Internt: ikke si dette.</span></p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div
id="_com_1" class=msocomtxt><p class=MsoCommentText>Er dette riktig?</p></div></div></div>"""
WORD_LIST = """<p class=MsoNormal>Vi skal:</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>grave</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><b>bygge</b> ferdig</p>
<p class=MsoNormal>Så er vi ferdige.</p>"""


def words(markup: str, plain: str = "") -> list[str]:
    return [text.plain for text in cleaned(plain, markup, "x").paragraphs]


def test_word_markup_becomes_paragraphs() -> None:
    """Styles, comments and Word's own elements are gone; line breaks of the markup are spaces."""
    assert words(WORD) == ["Vi bygger i Bodø.", "Punkt"]


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


def blocks(markup: str) -> list[Block]:
    return list(cleaned("", markup, "x").blocks(counting_ids()))


def shown(block: Block) -> tuple[type[Block], str | tuple[str, ...]]:
    if isinstance(block, BulletList):
        return BulletList, tuple(item.plain for item in block.items)
    assert isinstance(block, Paragraph | Subheading)
    return type(block), block.text.plain


def test_what_was_deleted_in_word_stays_deleted() -> None:
    """Deleted, struck out and hidden words and comments are told; what was inserted is text."""
    found = cleaned("Avtalen gjelder ti tolv år", WORD_CHANGES, "x")

    assert [text.plain for text in found.paragraphs] == [
        "Avtalen gjelder tolv år. Prisen er kjent."
    ]
    assert [(one.kind, one.line, one.text) for one in found.removed] == [
        (CleanUpKind.HIDDEN, 1, "ti"),
        (CleanUpKind.HIDDEN, 1, ", tror vi"),
        (CleanUpKind.HIDDEN, 1, "[KN1]"),
        (CleanUpKind.HIDDEN, 1, "hemmelig"),
        (CleanUpKind.HIDDEN, 1, "Internt: ikke si dette."),
        (CleanUpKind.HIDDEN, 2, "Er dette riktig?"),
    ]


def test_markup_in_which_all_is_deleted_says_nothing() -> None:
    """The plain form of the clipboard does not bring it back."""
    found = cleaned("Slettet avsnitt", "<p><del>Slettet avsnitt</del></p>", "x")

    assert found.paragraphs == ()
    assert [one.text for one in found.removed] == ["Slettet avsnitt"]


def test_a_list_of_word_is_a_list_without_its_signs() -> None:
    """Word writes lists as paragraphs with a bullet or a number before them."""
    assert list(map(shown, blocks(WORD_LIST))) == [
        (Paragraph, "Vi skal:"),
        (BulletList, ("grave", "bygge ferdig")),
        (Paragraph, "Så er vi ferdige."),
    ]


def test_headings_and_lists_keep_their_structure() -> None:
    """Each list is one, with those inside it; a line break in an item or heading is a space."""
    markup = (
        "<h2>Mer <b>plass</b><br>i nettet</h2><p>Tekst</p><ul><li>En<ul><li>inni</li></ul></li>"
        "<li><p>To<br>til</p></li></ul><ol><li>Tre</li></ol><p>– Bra, sier Kari Nes.</p>"
    )

    assert list(map(shown, blocks(markup))) == [
        (Subheading, "Mer plass i nettet"),
        (Paragraph, "Tekst"),
        (BulletList, ("En", "inni", "To til")),
        (BulletList, ("Tre",)),
        (Paragraph, "– Bra, sier Kari Nes."),
    ]


def test_mere_paragraphs_are_no_blocks() -> None:
    """They flow into the line in which they are pasted."""
    assert blocks("<p>En</p><p>To</p>") == []


def test_bold_italics_and_links_are_kept() -> None:
    """By element and by style; a link to nowhere that content knows is words alone."""
    markup = (
        "<b style='font-weight:normal'><p>  A <strong>fet\n</strong><span "
        "style='font-style:italic'>skrå</span> <a href='HTTPS://x.no/å'>her</a> "
        "<a href='javascript:x()'>der</a></p></b>"
    )

    assert cleaned("", markup, "x").paragraphs == (
        Text(
            "A fet skrå her der",
            (
                Mark(start=2, end=6, kind=MarkKind.STRONG),
                Mark(start=6, end=10, kind=MarkKind.EMPHASIS),
                Mark(start=11, end=14, kind=MarkKind.LINK, target="https://x.no/å"),
            ),
        ),
    )


def test_what_markup_decomposed_is_composed() -> None:
    """Also where a mark begins between a letter and its accent."""
    (text,) = cleaned("", "<p>A<b>\u030as</b>e</p>", "x").paragraphs

    assert text.plain == "Åse"


def test_flattened_tables_and_forms_are_told() -> None:
    """A table of one column loses nothing."""
    found = cleaned(
        "",
        "<table><tr><td>A</td><td>B</td></tr></table><table><tr><td>C</td></tr></table>"
        "<form>Navn <input name=n></form>",
        "x",
    )

    assert [text.plain for text in found.paragraphs] == ["A", "B", "C", "Navn"]
    assert [(one.line, one.text) for one in found.removed] == [(1, "<table>"), (4, "<form>")]


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
