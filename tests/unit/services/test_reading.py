"""Any encoding that people bring is read or refused, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import BulletList, Paragraph, QuoteBlock, Subheading
from pressdesk.domain.errors import (
    EncodingUnclear,
    PressDeskError,
    SourceEmpty,
    SourceMissing,
    SourceNotText,
    SourceTooLarge,
    UnknownSource,
)
from pressdesk.services.reading import SourceBytes, decode, lines_of, read_bytes, recognised
from samples import counting_ids

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (
    "– Vi gleder oss på Røros, sier Åse Ødegård «endelig» i «Næringslivet».\nÆrlig talt … 5 €.\n"
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_common_encodings_are_read(encoding: str) -> None:
    """The words come out the same, whichever way they were saved."""
    source = SourceBytes(name="a.txt", data=WORDS.encode(encoding))

    assert decode(source) == WORDS


def test_latin_1_is_read() -> None:
    """Latin-1 has no curly marks; its letters are those of cp1252."""
    words = "Blåbærsyltetøy og rømmegrøt på Røros, sier Åse."

    assert decode(SourceBytes(name="a.txt", data=words.encode("latin-1"))) == words


REFUSED: list[tuple[str, bytes, type[PressDeskError]]] = [
    ("broken UTF-8", "Vi er på Røros og ".encode() + b"\xc3\x28 blir", EncodingUnclear),
    ("cut UTF-8", "på Røros, blå".encode()[:-1], EncodingUnclear),
    ("UTF-8 in a Latin-1 file", "på".encode() + "på".encode("latin-1"), EncodingUnclear),
    ("Mac Roman", "Blåbær på Røros".encode("mac_roman"), EncodingUnclear),
    ("Polish", "Zażółć gęślą jaźń".encode("cp1250"), EncodingUnclear),
    ("Cyrillic", "Привет, мир".encode("cp1251"), EncodingUnclear),
    ("odd UTF-16", WORDS.encode("utf-16") + b"x", EncodingUnclear),
    ("a replacement character", "R\ufffdros".encode(), EncodingUnclear),
    ("NUL bytes", b"Vi er her\x00\x00\x01", SourceNotText),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", PressDeskError),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x01", PressDeskError),
    ("control characters", b"Vi er\x07 her", SourceNotText),
    ("white space", b" \n\t\r\n", SourceEmpty),
    ("hard spaces", "\u00a0\n".encode(), SourceEmpty),
    ("a web page", b"<!DOCTYPE html><html><p>Hei</p>", UnknownSource),
    ("3 MB", b"a" * 3_000_000, SourceTooLarge),
]


@pytest.mark.parametrize(
    ("data", "error"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED]
)
def test_what_is_unclear_is_refused(data: bytes, error: type[PressDeskError]) -> None:
    """Each bad source gets its own expected failure, and no mangled letters come out."""
    with pytest.raises(error):
        decode(SourceBytes(name="a.txt", data=data))


def test_size_and_presence_are_looked_at_before_reading(tmp_path: Path) -> None:
    """A huge file is refused by its size, a missing one by name, an empty one as empty."""
    huge, empty = tmp_path / "huge.txt", tmp_path / "empty.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    empty.touch()

    for path, error in ((huge, SourceTooLarge), (empty, SourceEmpty), (tmp_path, SourceMissing)):
        with pytest.raises(error):
            read_bytes(path)


def test_lines_are_counted_as_editors_count_them() -> None:
    """Only CR, LF and CRLF end a line; a line separator within a paragraph does not."""
    assert lines_of("a\r\nb\rc\n\nd\u2028e\x0bf") == ("a", "b", "c", "", "d\u2028e\x0bf")


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Nyheter</title></head><body>
<nav><ul><li><a href="/">Hjem</a></li><li>Nyheter</li></ul></nav>
<h1>Granitt bygger på Røros</h1>
<p>Granitt Datasenter og Elvebyen Fjernvarme bygger et <b>varmeanlegg</b> på Røros i år.</p>
<p>Anlegget skal være ferdig i 2028, og det koster 310 millioner kroner.</p>
<h2>Dette skjer videre</h2><ul><li>Graving i april.</li><li>Varme i september.</li></ul>
<p>– Vi gleder oss, sier daglig leder Marianne Holte i Granitt Datasenter.</p>
<script>track()</script><p style="display:none">Logg inn</p></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("name", ["side.html", "SIDE.HTM"])
def test_a_saved_web_page_is_read_with_its_structure(name: str, encoding: str) -> None:
    """Title, subheadings, lists and marks; what leads elsewhere or was hidden is told."""
    found = recognised(SourceBytes(name=name, data=PAGE.encode(encoding)), counting_ids())

    content = found.content
    assert content.title.plain == "Granitt bygger på Røros"
    assert [mark.kind.value for mark in content.lead[0].marks] == ["strong"]
    assert [type(one) for one in content.blocks] == [
        Paragraph,
        Subheading,
        BulletList,
        QuoteBlock,
    ]
    assert [(one.line, one.text) for one in found.cleaned] == [
        (1, "Hjem Nyheter"),
        (8, "<script>"),
        (8, "Logg inn"),
    ]


@pytest.mark.parametrize("markup", ["<html><body><img src=x></body></html>", "<p> </p>"])
def test_a_web_page_without_words_is_empty(markup: str) -> None:
    """As any other source without words."""
    with pytest.raises(SourceEmpty):
        recognised(SourceBytes(name="a.html", data=markup.encode()), counting_ids())
