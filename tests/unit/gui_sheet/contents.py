"""Contents of every shape, for properties of the sheet."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from hypothesis import strategies as st

from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import LINK_SCHEMES, Mark, MarkKind, Text

ACT, SKIFT = PartnerId("act"), PartnerId("skift")
PAULSEN, HAUGLAND = PersonId("paulsen"), PersonId("haugland")

_LETTERS = "aå–« \t\u00a0\u2009é😀\ufdd0\ufdd1\ufffc\ufeff\u00ad[]"


def _is_text(letters: str) -> bool:
    try:
        Text(letters)
    except ValueError:
        return False
    return True


_any_letters = st.text(max_size=12).map(lambda words: unicodedata.normalize("NFC", words))
_odd_letters = st.text(_LETTERS, max_size=12)
_plain = st.one_of(_odd_letters, _any_letters).filter(_is_text)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Return a text with marks in any order, over one another too."""
    plain = draw(_plain)
    if not plain:
        return Text(plain)
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(plain) - 1))
        end = draw(st.integers(start + 1, len(plain)))
        kind = draw(st.sampled_from(MarkKind))
        target = draw(st.sampled_from(LINK_SCHEMES)) + draw(st.text(max_size=4))
        marks.append(
            Mark(start=start, end=end, kind=kind, target=target if kind == "link" else None)
        )
    return Text(plain, tuple(marks))


def _many(least: int = 0) -> st.SearchStrategy[tuple[Text, ...]]:
    return st.lists(texts(), min_size=least, max_size=3).map(tuple)


_owners = st.sampled_from([None, ACT, SKIFT])


def _blocks(block_id: BlockId) -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Paragraph, id=st.just(block_id), text=texts()),
        st.builds(Subheading, id=st.just(block_id), text=texts()),
        st.builds(
            QuoteBlock,
            id=st.just(block_id),
            paragraphs=_many(1),
            speaker=st.sampled_from([None, PAULSEN, HAUGLAND]),
            is_speaker_confirmed=st.booleans(),
            owner=_owners,
            is_indirect=st.booleans(),
        ),
        st.builds(BulletList, id=st.just(block_id), items=_many()),
        st.builds(FactBox, id=st.just(block_id), heading=texts(), items=_many()),
        st.builds(Image, id=st.just(block_id), caption=texts(), credit=texts(), alt=texts()),
    )


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Return any content with two partners and two people."""
    ids = draw(st.lists(st.text("ABC123", min_size=1, max_size=8), unique=True, max_size=8))
    border = draw(st.integers(0, len(ids)))
    is_embargo = draw(st.booleans())
    return Content(
        language=draw(st.sampled_from(Language)),
        title=draw(texts()),
        lead=draw(_many()),
        place=draw(st.none() | st.text(max_size=5)),
        release_mode=ReleaseMode.EMBARGO if is_embargo else None,
        embargo=datetime(2026, 11, 26, 7, 0, 0, 1, tzinfo=UTC) if is_embargo else None,
        blocks=tuple(draw(_blocks(BlockId(one))) for one in ids[:border]),
        partners=(
            Partner(id=ACT, name="Arctic Cluster Team", short="ACT"),
            Partner(id=SKIFT, name="Skift – Næringslivets Klimaledere", short="Skift"),
        ),
        spokespersons=(
            Spokesperson(
                id=PAULSEN, name="Monica Paulsen", title="klyngeleder", organisation="ACT"
            ),
            Spokesperson(id=HAUGLAND, name="Bjørn Kjærand Haugland", organisation="Skift"),
        ),
        contacts=(Contact(partner=ACT, name="Kari"),) if draw(st.booleans()) else (),
        boilerplates=tuple(
            Boilerplate(
                id=BlockId(one),
                partner=draw(_owners),
                heading=draw(texts()),
                paragraphs=draw(_many()),
            )
            for one in ids[border:]
        ),
        links=(Link(label=draw(texts()), target="https://act.no"),) if draw(st.booleans()) else (),
    )
