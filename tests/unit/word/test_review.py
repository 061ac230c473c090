"""The review document: what is accepted is the new text, what is rejected the old one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import docx_integrity
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from pressdesk.domain.content import (
    Block,
    BulletList,
    Content,
    FactBox,
    Paragraph,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.ids import BlockId, Digest, PersonId, ReleaseId
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.lines import lines
from pressdesk.word.manifest import Manifest, Ticket, bookmark, manifest_in, paragraph_hash
from pressdesk.word.markup import parsed
from pressdesk.word.reading import read, read_marked
from pressdesk.word.review import AskedQuote, Cover, Review, review_document
from pressdesk.word.review_notes import ReviewComment
from pressdesk.word.views import REJECTED
from pressdesk.word.wording import expected_paragraphs
from unit.word.releases import EXPORTED_AT, bokmal

if TYPE_CHECKING:
    from pathlib import Path

TICKET = Ticket(
    release=ReleaseId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z4"),
    round="01J8Z3K5Q6R7S8T9V0W1X2Y3Z5",
    reader=PersonId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z6"),
    revision=Digest("a" * 64),
)
HEAD = "ABEC-XRPC-NJ5B-215W-E37E"
COVER = Cover(
    organisation="Granitt AS", reader="Kari Nes", number=2, deadline="fredag 27. november kl. 12.00"
)
COVER_LINES = 2


def review(content: Content | None = None, **changes: object) -> Review:
    given = Review(
        content=content or bokmal(), cover=COVER, ticket=TICKET, head=HEAD, at=EXPORTED_AT
    )
    return replace(given, **changes)


def written(folder: Path, made: Review) -> Path:
    path = folder / "runde2.docx"
    path.write_bytes(review_document(made))
    return path


def said(path: Path, *, is_rejected: bool = False) -> tuple[str, ...]:
    """Return the page without its cover, its answer boxes and its head code."""
    document = read(path, view=REJECTED) if is_rejected else read(path)
    words = [one.text.plain for one in document.paragraphs if one.text]
    return tuple(words[COVER_LINES:-1])


def quote_ids(content: Content) -> list[BlockId]:
    return [quote.id for quote in content.quotes()]


WORDS = ("varme", "kraft", "ikke", "12 000", "–", "Bodø", "«ny»", "2028.", "samarbeid,", "😀")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


looks = st.sampled_from([None, MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.LINK])


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Return a paragraph, perhaps with a mark over a part of it."""
    text = Text.of(draw(sentences))
    look = draw(looks)
    if look is None:
        return text
    start = draw(st.integers(0, len(text.plain) - 1))
    end = draw(st.integers(start + 1, len(text.plain)))
    target = "https://nettnord.example/a" if look is MarkKind.LINK else None
    return Text(text.plain, (Mark(start=start, end=end, kind=look, target=target),))


lists_of_texts = st.lists(texts(), min_size=1, max_size=4).map(tuple)


def rewritten(draw: st.DrawFn, block: Block) -> Block:
    """Return a block with other words."""
    match block:
        case Paragraph() | Subheading():
            return replace(block, text=draw(texts()))
        case QuoteBlock():
            return replace(block, paragraphs=draw(lists_of_texts))
        case BulletList():
            return replace(block, items=draw(lists_of_texts))
        case FactBox():
            return replace(block, heading=draw(texts()), items=draw(lists_of_texts))
        case _:
            return replace(block, caption=draw(texts()))


@st.composite
def edited(draw: st.DrawFn) -> Content:
    """Return a release after some random work on it, up to its first and last lines."""
    content = bokmal()
    blocks = list(content.blocks)
    for number in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(blocks) - 1))
        match draw(st.sampled_from(["remove", "add", "move", "change", "change"])):
            case "remove" if len(blocks) > 1:
                del blocks[place]
            case "add":
                blocks.insert(place, Paragraph(id=BlockId(f"n{number}"), text=draw(texts())))
            case "move":
                blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(place))
            case _:
                blocks[place] = rewritten(draw, blocks[place])
    content = replace(content, blocks=tuple(blocks))
    if draw(st.booleans()):
        content = replace(content, title=Text.of(draw(sentences)))
    if draw(st.integers(0, 3)) == 0:
        content = replace(content, lead=draw(lists_of_texts))
    last = draw(st.sampled_from(["", "", "contacts", "boilerplates", "links"]))
    return replace(content, **{last: ()}) if last else content


def test_a_review_document_says_the_release(tmp_path: Path) -> None:
    """All of it, in order, between the cover and the head code."""
    path = written(tmp_path, review())

    assert said(path) == expected_paragraphs(bokmal())
    assert HEAD in read(path).paragraphs[-1].text.plain


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited(), edited())
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    tmp_path: Path, before: Content, after: Content
) -> None:
    """To the letter, whatever was added, removed, moved or changed."""
    path = written(tmp_path, review(after, before=before))

    assert said(path) == expected_paragraphs(after)
    assert said(path, is_rejected=True) == expected_paragraphs(before)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited(), edited())
def test_accepting_gives_bold_words_and_links_as_they_are(
    tmp_path: Path, before: Content, after: Content
) -> None:
    """Through all changes, whatever they cut."""
    path = written(tmp_path, review(after, before=before))

    texts = [one.text for one in read(path).paragraphs if one.text][COVER_LINES:-1]

    assert texts == [line.text for line in lines(after)]


@pytest.mark.soak
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited(), edited())
def test_five_hundred_pairs(tmp_path: Path, before: Content, after: Content) -> None:
    """The same, often, and the validators have nothing to say."""
    path = written(tmp_path, review(after, before=before))

    assert said(path) == expected_paragraphs(after)
    assert said(path, is_rejected=True) == expected_paragraphs(before)
    assert [str(one) for one in docx_integrity.check(path)] == []


def changed() -> Content:
    content = bokmal()
    first = next(one for one in content.blocks if isinstance(one, Paragraph))
    words = first.text.plain.split()
    return content.with_block(
        replace(first, text=Text.of(" ".join([*words[:3], "helt nye ord", *words[4:]])))
    )


def full() -> Review:
    """Return a review with everything in it."""
    content = changed()
    quote = quote_ids(content)[0]
    comments = (
        ReviewComment(
            author="Kari Nes",
            at="2026-11-24T12:00:00Z",
            text="Stemmer dette?\nTo linjer.",
            anchor=quote,
            start=2,
            end=9,
        ),
        ReviewComment(
            author="Ola \x07Li",
            at="2026-11-24T13:00:00Z",
            text="Ja.",
            anchor=quote,
            parent=0,
            start=2,
            end=9,
        ),
        ReviewComment(
            author="Ola Li",
            at="2026-11-24T13:00:00Z",
            text="Tittelen er lang.",
            anchor="title",
            end=400,
            is_resolved=True,
        ),
    )
    asked = (AskedQuote(block=quote, speaker="Kari Nes", code="K7-M2-Q9"),)
    cover = replace(COVER, is_confidential=True, is_listed_partner=True)
    return review(content, before=bokmal(), comments=comments, asked=asked, cover=cover)


def test_the_validators_have_nothing_to_say(tmp_path: Path) -> None:
    """Changes, comments, replies, boxes, bookmarks and manifest are as the standard wants them."""
    path = written(tmp_path, full())

    assert [str(one) for one in docx_integrity.check(path)] == []
    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []


def test_comments_are_read_back(tmp_path: Path) -> None:
    """Threads, resolved marks, authors without control characters, and the words they stand at."""
    first, reply, title = read_marked(written(tmp_path, full())).comments

    assert (first.author, first.text, first.parent) == (
        "Kari Nes",
        "Stemmer dette?\nTo linjer.",
        None,
    )
    assert (reply.author, reply.parent) == ("Ola Li", first.id)
    assert title.is_resolved
    assert title.anchor == changed().title.plain


def test_every_block_has_its_bookmark(tmp_path: Path) -> None:
    """One each, with a name that Word takes."""
    path = written(tmp_path, full())

    names = [cover.name for one in read_marked(path).body for cover in one.bookmarks]

    assert {bookmark(block.id) for block in changed().blocks} <= set(names)
    assert all(len(name) <= 40 for name in names)


def test_the_manifest_comes_back(tmp_path: Path) -> None:
    """Ticket, head code and the hashes of what was sent."""
    found = manifest_in(read_marked(written(tmp_path, full())))

    assert found is not None
    assert (found.ticket, found.head) == (TICKET, HEAD)
    title = next(one for one in found.entries if one.anchor == "title")
    assert title.paragraphs == (paragraph_hash(changed().title.plain),)


@pytest.mark.parametrize("words", ["", "2 a b c d", "1 a b c", str(TICKET).replace("a", "å")])
def test_what_is_no_ticket_is_none(words: str) -> None:
    """Another format, a missing member, strange signs."""
    assert Ticket.parse(words) is None


def test_what_is_no_manifest_is_none() -> None:
    """Another part, or one without a ticket."""
    assert Manifest.of_xml(parsed(b"<other/>")) is None
