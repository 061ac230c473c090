"""What became of approved words: the first difference that counts, and how many more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from pressdesk.domain.canonical import canonical_json, sha256
from pressdesk.domain.changed_words import (
    LONGEST_SHOWN,
    ApprovedWords,
    WordChange,
    change,
    kept_contents,
    words_of,
    words_with_hash,
)
from pressdesk.domain.content import Boilerplate, Spokesperson
from pressdesk.domain.content_json import content_to_json
from pressdesk.domain.hashing import boilerplate_hash
from pressdesk.domain.ids import BlockId, Digest, PartnerId, PersonId
from pressdesk.domain.ledger import NO_PREVIOUS, EventKind
from pressdesk.domain.payloads import RevisionSaved
from pressdesk.domain.text import EMPTY, Text
from pressdesk.textops.normalise import normal_form
from samples import RELEASE, content, ledger_writer
from unit.domain.reviews import QUOTE, hash_of

KARI = Spokesperson(
    id=PersonId("s1"), name="Kari Nes", title="daglig leder", organisation="Nordlys"
)


def said(*paragraphs: str, speaker: Spokesperson | None = KARI) -> ApprovedWords:
    return ApprovedWords(paragraphs=paragraphs, speaker=speaker)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("– Vi blir raskere.", "– Vi blir bedre.", WordChange(old="raskere", new="bedre")),
        ("– Vi vil det.", "– Vi vil ikke det.", WordChange(old="", new="ikke")),
        ("– Vi vil ikke det.", "– Vi vil det.", WordChange(old="ikke", new="")),
        (
            "– Vi blir raskere, og prisen på varme synker med 10 prosent.",
            "– Vi blir bedre, og prisen på varme synker med 20 prosent.",
            WordChange(old="raskere", new="bedre", others=1),
        ),
        ("– Vi  vil det.", "-\u00a0Vi vil det.", None),
        ("– Vi vil «det».", "– Vi vil “det”.", None),
    ],
)
def test_the_first_difference_is_told(old: str, new: str, expected: WordChange | None) -> None:
    """As it was, as it is, and how many more there are; typography is no difference."""
    assert change(said(old), said(new)) == expected


def test_another_title_is_a_difference_too() -> None:
    """The attribution is part of what was approved."""
    promoted = replace(KARI, title="styreleder")

    found = change(said("– Ja."), said("– Ja.", speaker=promoted))

    assert found == WordChange(old="daglig leder", new="styreleder", is_attribution=True)


def test_a_long_difference_is_cut() -> None:
    """A sentence about a gap stays one sentence."""
    found = change(said("– Ja."), said("– Ja. " + "Ord for ord. " * 100))

    assert found is not None
    assert len(found.new) <= LONGEST_SHOWN
    assert found.new.endswith("…")


@examples(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=3),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=3),
)
def test_a_difference_is_only_told_where_the_words_differ(old: list[str], new: list[str]) -> None:
    """Equal in normal form: nothing. Whatever else is typed, nothing breaks."""
    found = change(said(*old), said(*new))

    forms = [[form for one in words if (form := normal_form(one))] for words in (old, new)]
    assert forms[0] != forms[1] or found is None


def test_approved_words_are_found_by_their_hash() -> None:
    """In whatever version holds them; a partner's text too; nothing for a hash of none."""
    text = Boilerplate(
        id=BlockId("b9"), partner=PartnerId("p1"), heading=EMPTY, paragraphs=(Text.of("Vi er."),)
    )
    release = replace(content(), boilerplates=(text,))
    body = canonical_json(content_to_json(release))
    saved = RevisionSaved(number=1, name="", contents=(("nb", sha256(body)),))
    event = ledger_writer().write(
        release=RELEASE,
        seq=1,
        prev=NO_PREVIOUS,
        kind=EventKind.REVISION_SAVED,
        payload=saved.to_json(),
    )
    kept = list(kept_contents([event], {sha256(body): body}))

    quote = words_with_hash(hash_of(release), kept)
    about = words_with_hash(boilerplate_hash(release, text), kept)

    assert quote == words_of(release, QUOTE)
    assert about == words_of(release, BlockId("b9")) == said("Vi er.", speaker=None)
    assert words_with_hash(Digest("0" * 64), kept) is None
    assert words_of(release, BlockId("b1")) is None
