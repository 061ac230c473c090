"""The journey of proofreading: manuscripts, word lists, what is set aside, what a fix costs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.approvals import ApprovalGiven, Evidence, Scope
from pressdesk.domain.content import Boilerplate, Content, FactBox, Image, Language, Profile
from pressdesk.domain.errors import NotesFull, ValueRefused, WordListDamaged, WordListFull
from pressdesk.domain.hashing import quote_hash
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.ledger import NO_PREVIOUS, EventKind
from pressdesk.domain.manuscript import Role
from pressdesk.domain.proofing_notes import MOST_WORDS, ProofingNotes
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import Decided
from pressdesk.domain.text import Text
from pressdesk.services.approving import costs
from pressdesk.services.manuscripts import manuscript_of_content, manuscript_of_lines
from pressdesk.services.proofing import approved_quotes
from pressdesk.services.reading import SourceBytes, recognised, rows_of
from pressdesk.services.wishes import Wishes
from pressdesk.services.word_lists import MOST_WORDS as LONGEST_LIST
from pressdesk.services.word_lists import Layer, WordList
from pressdesk.settings import Settings
from pressdesk.word.wording import expected_paragraphs
from samples import RELEASE, content, counting_ids, ledger_writer

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.ledger import Event
    from pressdesk.services.journeys import Journeys


@pytest.fixture
def journeys(tmp_path: Path) -> Journeys:
    """Return journeys over a data folder of the test."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path / "data")
    return make_journeys(wishes, lambda _: None, "nb")


def full_content() -> Content:
    """Return a release with every kind of passage."""
    return replace(
        content(),
        place="Bodø",
        blocks=(
            *content().blocks,
            FactBox(
                id=BlockId("b4"), heading=Text.of("Fakta"), items=(Text.of("Tre år"), Text.of(""))
            ),
            Image(id=BlockId("b5"), caption=Text.of("Kari Nes på kaia"), credit=Text.of("Ola Li")),
        ),
        boilerplates=(
            Boilerplate(
                id=BlockId("b6"),
                partner=PartnerId("p1"),
                heading=Text.of("Om Nordlys"),
                paragraphs=(Text.of("Nordlys er et kraftselskap."),),
            ),
        ),
    )


# --- manuscripts ---------------------------------------------------------------------------------


def test_a_working_text_is_read_in_order_with_roles_and_lines() -> None:
    """Every passage says what it is, where it stands, and on which line ``text`` prints it."""
    release = full_content()

    manuscript = manuscript_of_content(release, ["blåfjord"])

    assert [one.place.role for one in manuscript.passages] == [
        Role.TITLE,
        Role.LEAD,
        Role.BODY,
        Role.QUOTE,
        Role.QUOTE,
        Role.FACT,
        Role.FACT,
        Role.CAPTION,
        Role.CAPTION,
        Role.ABOUT,
    ]
    printed = expected_paragraphs(release)
    for passage in manuscript.passages:
        assert printed[passage.place.line - 1].endswith(passage.text)
    assert [one.place.block for one in manuscript.passages][-4:] == ["b4", "b5", "b5", "b6"]
    assert [one.place.paragraph for one in manuscript.passages if one.place.block == "b4"] == [0, 1]
    assert {"Nordlys AS", "Nordlys", "Kari Nes", "Bodø", "blåfjord"} <= manuscript.words


def test_a_loose_release_keeps_its_lines_and_gets_its_roles(shared: Path) -> None:
    """Each line that says something is a passage of its own number; structure says what it is."""
    path = shared / "seed" / "skift-act.txt"
    source = SourceBytes(name=path.name, data=path.read_bytes(), path=path)

    manuscript = manuscript_of_lines(
        rows_of(source),
        language=None,
        profile=Profile.NTB,
        recognised=recognised(source, counting_ids()),
    )

    roles = {one.place.line: one.place.role for one in manuscript.passages}
    assert roles[1] is Role.TITLE
    assert roles[3] is Role.LEAD
    assert roles[5] is Role.FURNITURE
    assert roles[7] is Role.BODY
    assert {roles[line] for line in (11, 13, 17, 19, 21, 23)} == {Role.QUOTE}
    assert manuscript.profile is Profile.NTB
    assert {one.line for one in manuscript.cleaned} >= {5, 7, 15, 23}
    lines = path.read_text("utf-8").split("\n")
    assert all(lines[one.place.line - 1] == one.text for one in manuscript.passages)


@pytest.mark.parametrize(
    "text",
    [
        "Vi har 10000 medlemmer.",
        "Avtalen er klar.\n– Vi gleder oss, sier Kari Nes.\nMer kommer.",
        "\n".join(["Dette er en setning for seg."] * 40),
    ],
)
def test_sentences_are_no_release(text: str) -> None:
    """Whoever checks some sentences is not told that a fact box is missing."""
    source = SourceBytes(name="a.txt", data=text.encode())

    manuscript = manuscript_of_lines(
        rows_of(source),
        language=None,
        profile=Profile.SPRAKRADET,
        recognised=recognised(source, counting_ids()),
    )

    assert manuscript.content is None
    assert {one.place.role for one in manuscript.passages} <= {Role.BODY, Role.QUOTE}


def test_a_quote_in_another_language_is_known_as_such() -> None:
    """English quotes, and nynorsk ones in a bokmål release; single words of the other form are not."""
    lines = (
        "Vi skal ikke bare bygge mer, men også noe som varer, og det er flere som venter.",
        "– This is the beginning of a partnership that we have worked for, she said to the press.",
        "– Eg veit ikkje kva dei gjer no, og korleis det går frå dag til dag.",
        "Noen skriver ikkje slik, men noe annet er ikke bedre, sier jeg.",
    )

    passages = manuscript_of_lines(lines, language=Language.NB, profile=Profile.SPRAKRADET).passages

    assert [one.language for one in passages] == [None, Language.EN, Language.NN, None]


# --- word lists ----------------------------------------------------------------------------------


def test_a_list_is_a_text_file_that_people_may_edit(tmp_path: Path) -> None:
    """Comments and what is no word stay in the file, and are no words."""
    path = tmp_path / "deep" / "organisation.txt"
    words = WordList(path)
    assert words.words() == ()
    words.add("Skift")
    path.write_text(
        "\ufeff# våre ord\nSkift\r\n\nåa\u030akre\nto ord\n" + "x" * 200 + "\n", "utf-8"
    )

    words.add("ACT")
    words.add("ACT")
    words.remove("Skift")

    assert words.words() == ("ååkre", "ACT")
    assert "# våre ord" in path.read_text("utf-8")
    assert "Skift" not in words.words()
    assert [one.name for one in path.parent.iterdir()] == ["organisation.txt"]


@pytest.mark.parametrize("word", ["", "  ", "to ord", "a\tb", "123", "x" * 101, "a\x1bb"])
def test_what_is_no_word_is_refused(tmp_path: Path, word: str) -> None:
    """A list holds single words."""
    with pytest.raises(ValueRefused):
        WordList(tmp_path / "personal.txt").add(word)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a" * 2_000_001, b"a\n" * (LONGEST_LIST + 1)])
def test_a_hostile_list_is_refused_and_left_alone(tmp_path: Path, data: bytes) -> None:
    """What cannot be read is not written over."""
    path = tmp_path / "personal.txt"
    path.write_bytes(data)

    with pytest.raises(WordListDamaged):
        WordList(path).words()
    with pytest.raises(WordListDamaged):
        WordList(path).add("Skift")

    assert path.read_bytes() == data


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    """Nor is anything else that is no file."""
    with pytest.raises(WordListDamaged):
        WordList(tmp_path).words()


def test_a_full_list_takes_no_more(tmp_path: Path) -> None:
    """And says so, instead of becoming one that cannot be read."""
    path = tmp_path / "personal.txt"
    path.write_text("".join(f"ord{number}a\n" for number in range(LONGEST_LIST)), "utf-8")

    with pytest.raises(WordListFull):
        WordList(path).add("Skift")


def test_every_layer_makes_a_word_known(journeys: Journeys, tmp_path: Path) -> None:
    """Release, organisation and personal: a word of each is known in a check."""
    path = tmp_path / "a.pressdesk"
    words = {Layer.RELEASE: "blåfjørv", Layer.ORGANISATION: "grønfjørv", Layer.PERSONAL: "rødfjørv"}
    text = Text.of(f"Vi bruker {' og '.join(words.values())} her.")
    release = content()
    release = release.with_block(replace(release.blocks[0], text=text))
    journeys.drafting.create_file(release, path)
    place, proofing = journeys.at(path), journeys.proofing
    before = _spelled(journeys, path)

    for layer, word in words.items():
        proofing.add_word(layer, word, place)
    after = _spelled(journeys, path)

    assert set(words.values()) <= before
    assert not set(words.values()) & after
    assert [proofing.words(layer, place) for layer in Layer] == [(one,) for one in words.values()]
    for layer, word in words.items():
        proofing.remove_word(layer, word, place)
    assert _spelled(journeys, path) == before


def test_a_release_takes_so_many_words(journeys: Journeys, tmp_path: Path) -> None:
    """Then it says that it is full, and removing still works."""
    path = tmp_path / "a.pressdesk"
    journeys.drafting.create_file(content(), path)
    place = journeys.at(path)
    with place.writing() as work:
        (release,) = work.releases()
        many = tuple(f"ord{number}" for number in range(MOST_WORDS))
        work.save_proofing_notes(release, ProofingNotes(words=many))

    with pytest.raises(NotesFull):
        journeys.proofing.add_word(Layer.RELEASE, "Skift", place)
    journeys.proofing.remove_word(Layer.RELEASE, "ord0", place)
    journeys.proofing.add_word(Layer.RELEASE, "Skift", place)

    assert len(journeys.proofing.words(Layer.RELEASE, place)) == MOST_WORDS


# --- what is set aside ---------------------------------------------------------------------------


def test_what_is_set_aside_is_not_told_until_it_is_shown_again(
    journeys: Journeys, tmp_path: Path
) -> None:
    """It is kept with name, time and reason, and the draft's version does not move."""
    path = tmp_path / "a.pressdesk"
    draft = journeys.drafting.create_file(content(), path).draft
    place, proofing = journeys.at(path), journeys.proofing
    manuscript = proofing.manuscript(content(), ProofingNotes())
    victim = proofing.check(manuscript, ProofingNotes()).findings[0]

    notes = proofing.ignore(place, victim, "Avtalt med styret.")
    checked = proofing.check(manuscript, notes)

    assert victim not in checked.findings
    assert checked.ignored == (victim,)
    assert notes.ignored[0].by == "Kari Nes"
    assert place.read().draft.version == draft.version
    assert place.read().proofing == notes
    assert proofing.show_again(place, notes.ignored[0]) == ProofingNotes()
    assert victim in proofing.check(manuscript, proofing.notes(place)).findings


def test_ignoring_one_missing_contact_leaves_the_other(journeys: Journeys) -> None:
    """Findings about the whole are told apart by what they speak of."""
    long = Text.of("Anlegget skal gi varme til hele byen. " * 10)
    release = content()
    release = release.with_block(replace(release.blocks[0], text=long))
    proofing = journeys.proofing
    manuscript = proofing.manuscript(release, ProofingNotes())
    found = proofing.check(manuscript, ProofingNotes()).findings
    abouts = [one for one in found if one.rule == "struktur.om-tekst"]

    assert [one.text for one in abouts] == ["Nordlys", "Fjell"]


def test_notes_travel_with_the_file(journeys: Journeys, tmp_path: Path) -> None:
    """Taken into the desk, saved there, taken off and put back, and handed out again."""
    path, out = tmp_path / "a.pressdesk", tmp_path / "b.pressdesk"
    journeys.drafting.create_file(content(), path)
    journeys.proofing.add_word(Layer.RELEASE, "Skift", journeys.at(path))

    with journeys.open_desk() as desk:
        release = desk.take_in(path)
        place = desk.at(release)
        draft = place.read().draft
        journeys.drafting.save(place, draft.contents, read_version=draft.version)
        desk.put_back(desk.remove(release))
        desk.hand_out(release, out)

    assert journeys.proofing.words(Layer.RELEASE, journeys.at(out)) == ("Skift",)


# --- what a fix costs ----------------------------------------------------------------------------


def test_a_fix_in_approved_words_costs_the_speaker(journeys: Journeys) -> None:
    """Only as long as the words are those that were approved; other blocks cost nobody."""
    release = content()
    quote = next(release.quotes())
    events = [_approval(release, quote.id)]
    changed = release.with_block(replace(quote, paragraphs=(Text.of("– Nei, sier Kari Nes."),)))

    assert costs(events, release, quote.id) == ("Kari Nes",)
    assert costs(events, changed, quote.id) == ()
    assert costs(events, release, BlockId("b1")) == ()
    assert costs([], release, quote.id) == ()
    assert approved_quotes(events, release) == {quote.id}


@pytest.mark.parametrize(
    ("rule", "language", "words"),
    [
        ("staving.ukjent", Language.NN, "«feill» står ikkje i ordlista."),
        ("staving.ukjent", Language.NB, "«feill» står ikke i ordlista."),
        ("finnes.ikke", Language.NB, None),
    ],
)
def test_a_rule_has_a_sentence_without_a_finding(
    journeys: Journeys, rule: str, language: Language, words: str | None
) -> None:
    """For what was set aside on another day."""
    assert journeys.proofing.sentence_of(rule, "feill", language) == words


def test_every_rule_has_a_sentence(journeys: Journeys) -> None:
    """In both written forms, whatever the rule puts into it."""
    for rule in journeys.proofing.rules():
        for language in (Language.NB, Language.NN):
            assert journeys.proofing.sentence_of(rule.id, "feill", language)


def test_other_settings_are_taken_over_without_reading_anything_anew(
    journeys: Journeys, tmp_path: Path
) -> None:
    """The list of the organisation and the profile are others; the proofreader stays."""
    shared = tmp_path / "felles.txt"
    shared.write_text("havvarmen\n", "utf-8")
    before = journeys.proofing

    journeys.take(Settings(organisation_words=str(shared), profile="ntb"))

    after = journeys.proofing
    assert after.proofreader is before.proofreader
    assert after.words(Layer.ORGANISATION) == ("havvarmen",)
    assert after.profile is Profile.NTB
    journeys.close()


def test_several_words_leave_a_list_at_once(tmp_path: Path) -> None:
    """With one writing of the file."""
    path = tmp_path / "liste.txt"
    path.write_text("en\n# to\nto\ntre\n", "utf-8")

    WordList(path).remove("en", "tre", "fire")

    assert path.read_text("utf-8") == "# to\nto\n"


def _approval(release: Content, block: BlockId) -> Event:
    quote = next(one for one in release.quotes() if one.id == block)
    given = ApprovalGiven(
        id="a1",
        scope=Scope.QUOTE,
        block=block,
        language="nb",
        content_hash=quote_hash(release, quote),
        speaker="Kari Nes",
        partner=None,
        by="Kari Nes",
        decision=Decided.APPROVED,
        evidence=Evidence.NOTED,
        note="På telefon.",
        round=None,
        response=None,
    )
    return ledger_writer().write(
        release=RELEASE,
        seq=1,
        prev=NO_PREVIOUS,
        kind=EventKind.APPROVAL_GIVEN,
        payload=to_json(given),
    )


def _spelled(journeys: Journeys, path: Path) -> set[str]:
    """Return the words of the release at ``path`` that spelling does not know."""
    manuscript, notes = journeys.proofing.manuscript_at(path, language=None, profile=None)
    found = journeys.proofing.check(manuscript, notes).findings
    return {one.text for one in found if one.kind == "spelling"}
