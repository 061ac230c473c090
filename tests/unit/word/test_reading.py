from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import WordFileTooLarge
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word import reading
from pressdesk.word.document import LeftOut, LeftOutKind
from pressdesk.word.reading import read
from pressdesk.word.views import ACCEPTED, REJECTED, View
from unit.word.packages import W, docx, paragraph, relations

if TYPE_CHECKING:
    from pathlib import Path

LINKS = relations(
    ("rId1", "hyperlink", "https://a.example/x", True),
    ("rId2", "hyperlink", "javascript:alert(1)", True),
    ("rId3", "hyperlink", "MAILTO:kari@a.example", True),
    ("rId4", "footnotes", "footnotes.xml", False),
    ("rId5", "endnotes", "endnotes.xml", False),
    ("rId6", "styles", "styles.xml", False),
    ("rId7", "header", "header1.xml", False),
    ("rId8", "comments", "comments.xml", False),
)
OFF = "<w:b w:val='0'/>"
SHOWN = "<w:vanish w:val='0'/>"
HIDDEN_STYLE = "<w:rStyle w:val='Skjult'/>"
STRONG_STYLE = "<w:rStyle w:val='Sterk'/>"
DECOMPOSED, OEL = "A\u030a og ", "o\u0308l"


def words(folder: Path, body: str, view: View = ACCEPTED, **more: str | bytes) -> list[str]:
    """Return the paragraphs of a document with that body."""
    return [one.text.plain for one in read(docx(folder, body, **more), view=view).paragraphs]


def run(text: str, looks: str = "") -> str:
    """Return one run."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_come_in_order_with_empty_ones_where_they_stand(tmp_path: Path) -> None:
    assert words(tmp_path, paragraph("En") + "<w:p/>" + paragraph("To")) == ["En", "", "To"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag w:element='x'>{}</w:smartTag>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<w:hyperlink r:id='rId1'>{}</w:hyperlink>",
        "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
        "<w:ins w:id='1' w:author='A'>{}</w:ins>",
        "<w:moveTo w:id='1' w:author='A'>{}</w:moveTo>",
        "<w:bdo w:val='rtl'>{}</w:bdo>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice>"
        "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<w:del w:id='9' w:author='A'><w:r><w:delText>borte</w:delText></w:r></w:del>{}",
        "<w:moveFrom w:id='9' w:author='A'><w:r><w:t>borte</w:t></w:r></w:moveFrom>{}",
        "<w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>{}",
    ],
)
def test_words_in_any_wrapper_are_read_once(tmp_path: Path, wrapped: str) -> None:
    body = f"<w:p>{run('Avtalen ')}{wrapped.format(run('gjelder'))}{run(' nå.')}</w:p>"

    assert words(tmp_path, body) == ["Avtalen gjelder nå."]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<w:ins w:id='1' w:author='A'>{}</w:ins>",
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>{}</w:tc></w:sdtContent>"
        "</w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice>"
        "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_paragraphs_in_any_wrapper_are_read_once(tmp_path: Path, wrapped: str) -> None:
    body = paragraph("Før") + wrapped.format(paragraph("Inni")) + paragraph("Etter")

    assert words(tmp_path, body) == ["Før", "Inni", "Etter"]


def test_table_cells_come_row_by_row(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in ("ab", "cd")
    )

    assert words(tmp_path, f"<w:tbl>{rows}</w:tbl>") == ["a", "b", "c", "d"]


def test_a_text_box_is_read_once_and_after_its_line(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('I boksen')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><x>{box}</x></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><y>{box}</y></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = f"<w:p>{run('Linjen')}<w:r>{drawing}</w:r>{run(' går videre')}</w:p>" + paragraph("Ny")

    assert words(tmp_path, body) == ["Linjen går videre", "I boksen", "Ny"]


def test_special_characters_become_characters(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/>"
        "<w:t>d</w:t><w:sym w:font='Symbol' w:char='F0B7'/><w:sym w:font='X' w:char='F123'/>"
        "<w:sym w:font='X' w:char='2192'/><w:sym w:font='X' w:char='tull'/></w:r></w:p>"
    )

    assert words(tmp_path, body) == ["a\tb\u2011cd•\ufffd→\ufffd"]


def test_outer_spaces_count_only_where_word_keeps_them(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t> en </w:t></w:r><w:r><w:t xml:space='preserve'> to </w:t></w:r></w:p>"

    assert words(tmp_path, body) == ["en to "]


def test_control_characters_and_decomposed_letters_are_cleaned(tmp_path: Path) -> None:
    assert words(tmp_path, paragraph("A\u030angstro\u0308m\u2028x\x85y\u0080z")) == [
        "Ångström x yz"
    ]


def test_line_breaks_are_spaces_that_can_be_found_again(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('Kari ')}<w:r><w:rPr><w:b/></w:rPr><w:t>Nor</w:t><w:br/><w:t>dmann</w:t>"
        "<w:cr/><w:t>tlf.</w:t></w:r></w:p>"
    )
    (only,) = read(docx(tmp_path, body)).paragraphs

    assert only.text.plain == "Kari Nor dmann tlf."
    assert only.line_breaks == (8, 14)
    assert only.lines() == (
        Text("Kari Nor", (Mark(start=5, end=8, kind=MarkKind.STRONG),)),
        Text("dmann", (Mark(start=0, end=5, kind=MarkKind.STRONG),)),
        Text("tlf.", (Mark(start=0, end=4, kind=MarkKind.STRONG),)),
    )


def test_marks_join_over_runs_and_links_go_to_safe_places_only(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('En ', '<w:b/>')}{run('to', '<w:b/><w:i/>')}{run(' tre', OFF)}"
        f"<w:hyperlink r:id='rId1'>{run(' fire')}</w:hyperlink>"
        f"<w:hyperlink r:id='rId2'>{run(' fem')}</w:hyperlink>"
        f"<w:hyperlink r:id='rId3'>{run(' seks')}</w:hyperlink>"
        f"<w:hyperlink w:anchor='bokmerke'>{run(' sju')}</w:hyperlink></w:p>"
    )
    (only,) = read(docx(tmp_path, body, **{"word/_rels/document.xml.rels": LINKS})).paragraphs

    assert only.text == Text(
        "En to tre fire fem seks sju",
        (
            Mark(start=0, end=5, kind=MarkKind.STRONG),
            Mark(start=3, end=5, kind=MarkKind.EMPHASIS),
            Mark(start=9, end=14, kind=MarkKind.LINK, target="https://a.example/x"),
            Mark(start=18, end=23, kind=MarkKind.LINK, target="mailto:kari@a.example"),
        ),
    )


def test_marks_stay_in_place_when_letters_are_composed(tmp_path: Path) -> None:
    body = f"<w:p>{run(DECOMPOSED)}{run(OEL, '<w:b/>')}</w:p>"
    (only,) = read(docx(tmp_path, body)).paragraphs

    assert only.text == Text("Å og öl", (Mark(start=5, end=7, kind=MarkKind.STRONG),))


def test_a_field_gives_its_result_and_its_link(tmp_path: Path) -> None:
    def step(name: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{name}'/></w:r>"

    link = "<w:r><w:instrText> HYPERLINK &quot;https://b.example&quot; </w:instrText></w:r>"
    body = (
        f"<w:p>{step('begin')}{link}{step('separate')}{run('siden')}{step('end')}{run(' her')}"
        f"{step('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{step('begin')}"
        f"<w:r><w:instrText>X</w:instrText></w:r>{step('separate')}{run('skjult kode')}{step('end')}"
        f"{step('separate')}{run(', ja')}{step('end')}{step('end')}{step('end')}</w:p>"
    )
    (only,) = read(docx(tmp_path, body)).paragraphs

    assert only.text == Text(
        "siden her, ja", (Mark(start=0, end=5, kind=MarkKind.LINK, target="https://b.example"),)
    )


def styles_part() -> str:
    """Return styles as a Norwegian Word writes them, with some of the house's own."""

    def style(id_: str, name: str, rest: str = "", kind: str = "paragraph") -> str:
        return (
            f"<w:style w:type='{kind}' w:styleId='{id_}'><w:name w:val='{name}'/>{rest}</w:style>"
        )

    return (
        f"<w:styles xmlns:w='{W}'>"
        + "".join(
            (
                style("Normal", "Normal").replace("w:styleId", "w:default='1' w:styleId"),
                style("Tittel", "Title"),
                style("Overskrift1", "heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>"),
                style("Egen", "ACT Mellomtittel", "<w:basedOn w:val='Overskrift1'/>"),
                style("Ingress", "Ingress", "<w:basedOn w:val='Normal'/>"),
                style("Ring1", "Ring", "<w:basedOn w:val='Ring2'/>"),
                style("Ring2", "Ring 2", "<w:basedOn w:val='Ring1'/>"),
                style(
                    "Punkt", "List Bullet", "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>"
                ),
                style("Skjult", "Skjult", "<w:rPr><w:vanish/></w:rPr>", "character"),
                style("Sterk", "Strong", "<w:rPr><w:b/></w:rPr>", "character"),
            )
        )
        + "</w:styles>"
    )


@pytest.mark.parametrize(
    ("properties", "style", "level", "is_list_item"),
    [
        ("", None, None, False),
        ("<w:pStyle w:val='Normal'/>", None, None, False),
        ("<w:pStyle w:val='FinsIkke'/>", None, None, False),
        ("<w:pStyle w:val='Tittel'/>", "Title", None, False),
        ("<w:pStyle w:val='Overskrift1'/>", "Heading 1", 1, False),
        ("<w:pStyle w:val='Egen'/>", "Heading 1", 1, False),
        ("<w:pStyle w:val='Ingress'/>", "Ingress", None, False),
        ("<w:pStyle w:val='Ring1'/>", "Ring", None, False),
        ("<w:pStyle w:val='Punkt'/>", "List Bullet", None, True),
        (
            "<w:pStyle w:val='Punkt'/><w:numPr><w:numId w:val='0'/></w:numPr>",
            "List Bullet",
            None,
            False,
        ),
        ("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", None, None, True),
        ("<w:outlineLvl w:val='2'/>", None, 3, False),
        ("<w:outlineLvl w:val='9'/>", None, None, False),
    ],
)
def test_a_paragraph_knows_its_style_level_and_list(
    tmp_path: Path, properties: str, style: str | None, level: int | None, *, is_list_item: bool
) -> None:
    more = {"word/_rels/document.xml.rels": LINKS, "word/styles.xml": styles_part()}
    body = paragraph("x", f"<w:pPr>{properties}</w:pPr>")
    (only,) = read(docx(tmp_path, body, **more)).paragraphs

    assert (only.style, only.heading_level, only.is_list_item) == (style, level, is_list_item)


def test_hidden_text_is_left_out_and_said(tmp_path: Path) -> None:
    more = {"word/_rels/document.xml.rels": LINKS, "word/styles.xml": styles_part()}
    body = (
        f"<w:p>{run('Synlig')}{run(' skjult', '<w:vanish/>')}"
        f"{run(' også', HIDDEN_STYLE)}{run(' igjen', SHOWN)}"
        f"{run(' sterk', STRONG_STYLE)}</w:p>"
    )
    document = read(docx(tmp_path, body, **more))

    assert document.paragraphs[0].text == Text(
        "Synlig igjen sterk", (Mark(start=12, end=18, kind=MarkKind.STRONG),)
    )
    assert LeftOut(kind=LeftOutKind.HIDDEN_TEXT, count=2) in document.left_out


def test_notes_follow_the_body_in_the_order_of_their_references(tmp_path: Path) -> None:
    def note(kind: str, id_: int, text: str, rest: str = "") -> str:
        return f"<w:{kind} w:id='{id_}'{rest}>{paragraph(text)}</w:{kind}>"

    footnotes = (
        note("footnote", 0, "skilje", " w:type='separator'")
        + note("footnote", 1, "fot 1")
        + note("footnote", 2, "fot 2")
        + note("footnote", 3, "uten henvisning")
    )
    more = {
        "word/_rels/document.xml.rels": LINKS,
        "word/footnotes.xml": f"<w:footnotes xmlns:w='{W}'>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes xmlns:w='{W}'>{note('endnote', 1, 'slutt')}</w:endnotes>",
    }
    body = (
        f"<w:p>{run('A')}<w:r><w:endnoteReference w:id='1'/></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        f"<w:p>{run('B')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    )

    assert words(tmp_path, body, **more) == ["A", "B", "slutt", "fot 2", "fot 1"]


def test_what_is_left_out_is_counted_and_addresses_are_listed(tmp_path: Path) -> None:
    more = {
        "word/_rels/document.xml.rels": LINKS,
        "word/comments.xml": f"<w:comments xmlns:w='{W}'><w:comment w:id='1'/></w:comments>",
        "word/header1.xml": f"<w:hdr xmlns:w='{W}'>{paragraph('Topp')}<w:p/></w:hdr>",
    }
    body = (
        f"<w:p><w:ins w:id='1'>{run('ny')}</w:ins><w:del w:id='2'/>"
        "<w:r><w:drawing><a/></w:drawing></w:r><w:r><w:object/></w:r></w:p><w:altChunk r:id='x'/>"
    )
    document = read(docx(tmp_path, body, **more))

    assert document.headers == ("Topp",)
    assert document.left_out == (
        LeftOut(kind=LeftOutKind.COMMENT),
        LeftOut(kind=LeftOutKind.REVISION, count=2),
        LeftOut(kind=LeftOutKind.PICTURE),
        LeftOut(kind=LeftOutKind.EMBEDDED_OBJECT),
        LeftOut(kind=LeftOutKind.INSERTED_FILE),
        LeftOut(kind=LeftOutKind.EXTERNAL_RELATION, detail="https://a.example/x"),
        LeftOut(kind=LeftOutKind.EXTERNAL_RELATION, detail="javascript:alert(1)"),
        LeftOut(kind=LeftOutKind.EXTERNAL_RELATION, detail="MAILTO:kari@a.example"),
    )
    assert not document.is_complete()


def test_more_changes_or_comments_than_people_make_are_refused(tmp_path: Path) -> None:
    many = "<w:p>" + "<w:ins w:id='1'/>" * (reading.REVISIONS + 1) + "</w:p>"
    with pytest.raises(WordFileTooLarge):
        words(tmp_path, many)

    comments = "<w:comment w:id='1'/>" * (reading.COMMENTS + 1)
    more = {
        "word/_rels/document.xml.rels": LINKS,
        "word/comments.xml": f"<w:comments xmlns:w='{W}'>{comments}</w:comments>",
    }
    with pytest.raises(WordFileTooLarge):
        words(tmp_path, paragraph("x"), **more)


MARK = "<w:pPr><w:rPr><w:{} w:id='1' w:author='A'/></w:rPr></w:pPr>"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (
            paragraph("En ", MARK.format("del")) + paragraph("to"),
            ["En to"],
            ["En ", "to"],
        ),
        (
            paragraph("En ", MARK.format("ins")) + paragraph("to"),
            ["En ", "to"],
            ["En to"],
        ),
        (
            f"<w:p>{MARK.format('del')}<w:del w:id='2'><w:r><w:delText>En</w:delText></w:r></w:del>"
            f"</w:p>{paragraph('to')}",
            ["to"],
            ["En", "to"],
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc><w:p><w:del w:id='2'><w:r>"
            "<w:delText>rad</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>" + paragraph("x"),
            ["x"],
            ["rad", "x"],
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id='1'/></w:tcPr>{paragraph('ny')}</w:tc>"
            f"<w:tc>{paragraph('gammel')}</w:tc></w:tr></w:tbl>",
            ["ny", "gammel"],
            ["gammel"],
        ),
        (
            f"{paragraph('En', MARK.format('del'))}<w:tbl><w:tr><w:tc>{paragraph('celle')}</w:tc>"
            "</w:tr></w:tbl>",
            ["En", "celle"],
            ["En", "celle"],
        ),
    ],
)
def test_changes_can_be_seen_accepted_and_rejected(
    tmp_path: Path, body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert words(tmp_path, body) == accepted
    assert words(tmp_path, body, REJECTED) == rejected


def test_ruby_text_stands_beside_its_base_and_is_not_repeated(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{run('furigana')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"

    assert words(tmp_path, f"<w:p>{run('a')}<w:r>{ruby}</w:r>{run('b')}</w:p>") == ["a漢b"]


def test_formulas_are_read_as_their_characters(tmp_path: Path) -> None:
    body = (
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>A=</m:t></m:r><m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr>"
        "<m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
        "</m:oMath></m:oMathPara></w:p>"
    )

    assert words(tmp_path, body) == ["A=r2"]
