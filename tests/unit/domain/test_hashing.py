"""What an approval is tied to: the words and who says them, in which language, as what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressdesk.domain.content import Boilerplate, Content, Language, QuoteBlock, Spokesperson
from pressdesk.domain.hashing import HashedKind, boilerplate_hash, content_hash, quote_hash
from pressdesk.domain.ids import BlockId, PersonId
from pressdesk.domain.text import EMPTY, Mark, MarkKind, Text

WORDS = (Text("– Vi kutter 10\u00a0000 tonn, sier Åse Dahl i «Nordvind»."), Text("– Det er 4 %."))
SPEAKER = Spokesperson(
    id=PersonId("h1"), name="Åse Dahl", title="klyngeleder", organisation="Nordvind klynge"
)
BASE = content_hash(HashedKind.QUOTE, Language.NB, WORDS, SPEAKER)


def hash_of(paragraphs: tuple[str, ...]) -> str:
    return content_hash(HashedKind.QUOTE, Language.NB, [Text(one) for one in paragraphs], SPEAKER)


def test_the_hash_is_frozen() -> None:
    """Another hash would void every approval that was ever given: a new version, not a fix."""
    assert BASE == "c28787b079f074b5f471ef3dbed3f0fa1aa2afefa4d9c8d8bbe06fd643960e9f"


def test_typography_voids_no_approval() -> None:
    """Dash, hard spaces, quotation marks, invisible characters, empty paragraphs."""
    other = (
        "-Vi kutter\t10\u202f000 tonn, sier A\u030ase Dahl i “Nord\u00advind”. ".replace(
            "A\u030a", "Å"
        ),
        "\u00a0",
        "— Det er 4%.",
    )

    assert hash_of(other) == BASE


def test_marks_and_the_speaker_s_id_are_not_words() -> None:
    """Strong type is looks; approvals are matched by what the speaker is called."""
    marked = replace(WORDS[1], marks=(Mark(start=0, end=3, kind=MarkKind.STRONG),))
    same = replace(SPEAKER, id=PersonId("h2"), name="Åse\u00a0Dahl")

    assert content_hash(HashedKind.QUOTE, Language.NB, (WORDS[0], marked), same) == BASE


@pytest.mark.parametrize(
    "speaker",
    [
        None,
        replace(SPEAKER, name="Åse Dahle"),
        replace(SPEAKER, title="daglig leder"),
        replace(SPEAKER, title=None),
        replace(SPEAKER, organisation="Nordvind"),
        replace(SPEAKER, organisation=None),
        replace(SPEAKER, title="Nordvind klynge", organisation="klyngeleder"),
    ],
)
def test_who_is_said_to_have_said_it_matters(speaker: Spokesperson | None) -> None:
    """Name, title and organisation, each in its place."""
    assert content_hash(HashedKind.QUOTE, Language.NB, WORDS, speaker) != BASE


def test_an_empty_title_is_no_title() -> None:
    """A field left empty and a field left out say the same."""
    hashes = {
        content_hash(HashedKind.QUOTE, Language.NB, WORDS, replace(SPEAKER, title=title))
        for title in ("", None)
    }

    assert len(hashes) == 1


def test_language_and_kind_matter() -> None:
    """The same words in nynorsk, or as a boilerplate, were not approved."""
    hashes = {
        content_hash(kind, language, WORDS, SPEAKER) for kind in HashedKind for language in Language
    }

    assert len(hashes) == 6


paragraphs = st.lists(
    st.text(st.sampled_from("abcÅø12 ,.«–-%"), min_size=1, max_size=10), min_size=1, max_size=3
).map(tuple)


@given(paragraphs, st.data())
def test_a_word_always_voids_an_approval_and_putting_it_back_restores_it(
    words: tuple[str, ...], data: st.DataObject
) -> None:
    """An inserted word is another hash; taken out again, it is the old one."""
    place = data.draw(st.integers(0, len(words) - 1))
    cut = data.draw(st.integers(0, len(words[place])))
    bent = words[place][:cut] + " ikke " + words[place][cut:]
    changed = (*words[:place], bent, *words[place + 1 :])

    restored = (*words[:place], bent.replace(" ikke ", "", 1), *words[place + 1 :])

    assert hash_of(changed) != hash_of(words)
    assert hash_of(restored) == hash_of(words)


@given(paragraphs)
def test_how_words_are_divided_into_paragraphs_matters(words: tuple[str, ...]) -> None:
    """Joining two paragraphs is an edit."""
    assume(sum(bool(Text(one)) for one in words) > 1)

    assert hash_of((" ".join(words),)) != hash_of(words)


def test_quotes_and_boilerplates_of_a_content_are_hashed_with_its_language() -> None:
    """By the speaker that the content names; the heading of a boilerplate is not approved text."""
    quote = QuoteBlock(id=BlockId("b1"), paragraphs=WORDS, speaker=SPEAKER.id)
    about = Boilerplate(id=BlockId("o1"), partner=None, heading=Text("Om oss"), paragraphs=WORDS)
    content = Content(
        language=Language.NB,
        title=Text("Hei"),
        blocks=(quote,),
        spokespersons=(SPEAKER,),
        boilerplates=(about,),
    )

    assert quote_hash(content, quote) == BASE
    assert quote_hash(replace(content, language=Language.NN), quote) != BASE
    assert boilerplate_hash(content, about) == content_hash(
        HashedKind.BOILERPLATE, Language.NB, WORDS
    )
    assert boilerplate_hash(content, replace(about, heading=EMPTY)) == boilerplate_hash(
        content, about
    )
