"""What cards, keys and deeds lead to; no window, no thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from gui.findings.hands import (
    Jobs,
    Keeping,
    Proofs,
    Sheet,
    View,
    checking,
    finding,
    paragraphs,
    set_aside,
)
from pressdesk.domain.errors import WordListDamaged
from pressdesk.domain.finding import FindingKind
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proofing_notes import MOST_WORDS, ProofingNotes
from pressdesk.gui.editor.proofing.deeds import BroughtBack, SetAside, WordAdded
from pressdesk.gui.editor.proofing.listing import LATER, MOST_CARDS
from pressdesk.gui.editor.proofing.presenter import FindingsPresenter
from pressdesk.gui.editor.proofing.rows import CardRow, Filter, HeadingRow, MoreRow, Step
from pressdesk.i18n import catalogue
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.finding import Finding


class Saying:
    """English."""

    language = "en"

    def gettext(self, message: str, /) -> str:
        """Return the message."""
        return catalogue("en").gettext(message)

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Return one or many."""
        return catalogue("en").ngettext(one, many, count)


@dataclass
class Suggestions:
    """Keeps questions until somebody answers."""

    asked: list[tuple[Finding, Callable[[tuple[str, ...]], None]]] = field(default_factory=list)

    def ask(self, finding: Finding, answer: Callable[[tuple[str, ...]], None]) -> None:
        """Keep a question."""
        self.asked.append((finding, answer))

    def answer(self) -> None:
        """Answer all that is asked, and what is asked because of it."""
        while self.asked:
            finding, answer = self.asked.pop(0)
            answer(Proofs().suggest(finding))


class Desk:
    """A presenter with a text that was read."""

    def __init__(self, *words: str, costs: tuple[str, ...] = ()) -> None:
        self.sheet, self.view, self.keeping = Sheet(paragraphs(*words)), View(), Keeping()
        self.suggestions = Suggestions()
        self.jobs, self.led_to = Jobs(), []
        made = checking(self.sheet, Proofs(), self.jobs, self._on_changed)
        self.checking, self.soon, self.later = made
        self.presenter = FindingsPresenter(
            self.view,
            Saying(),
            self.sheet,
            self.sheet,
            keeping=self.keeping,
            suggest=self.suggestions.ask,
            set_aside=set_aside,
            cost_of=lambda part: costs if part == "p0" else (),
            has_goal=lambda one: one.kind is FindingKind.STRUCTURE,
            go_to=lambda one: self.led_to.append(one.rule),
            sentence_of=lambda _rule, text: f"Om {text}",
        )
        self.presenter.begin(self.checking, ProofingNotes())
        self.presenter.show_names({BlockId("p0"): "Avsnitt 1", BlockId("p1"): "Avsnitt 2"})
        self.checking.begin()
        self.checking.on_soon()
        self.jobs.work()

    def _on_changed(self, part: BlockId | None) -> None:
        self.presenter.on_changed(part)

    def cards(self) -> list[CardRow]:
        """Return the cards that are listed."""
        return [row for row in self.view.rows if isinstance(row, CardRow)]

    def words(self) -> list[str]:
        """Return the words that the cards are about."""
        return [one.excerpt.words for one in self.cards()]

    def key(self, words: str) -> str:
        """Return the key of the first card about ``words``."""
        return next(one.key for one in self.cards() if one.excerpt.words == words)

    def see(self) -> None:
        """Bring all cards into sight."""
        self.presenter.on_shown(frozenset(one.key for one in self.cards()))


def test_cards_stand_by_block_in_reading_order_the_whole_last() -> None:
    """Each block has its heading; the count is theirs."""
    desk = Desk("fiel og 10000", "alt er bra")

    shown = [row.text if isinstance(row, HeadingRow) else row.title for row in desk.view.rows]

    assert shown == [
        "Avsnitt 1",
        "Om fiel",
        "Om 10000",
        "Avsnitt 2",
        "Om bra",
        "The text as a whole",
        "Om kontakt",
    ]
    assert desk.view.count == 4
    assert sorted(desk.sheet.marked()) == ["10000", "bra", "fiel"]


def test_a_card_says_in_words_what_the_line_says_by_colour() -> None:
    """Severity, kind and the words in their sentence are heard."""
    desk = Desk("fiel og 10000")

    assert [one.sort for one in desk.cards()][:2] == ["Error · Spelling", "Error · Typography"]
    assert "Error · Spelling" in desk.cards()[0].spoken
    assert "fiel og 10000" in desk.cards()[0].spoken


def test_suggestions_are_asked_for_only_when_a_card_is_seen_and_once_a_word() -> None:
    """They take time: never more than one question at once."""
    desk = Desk("fiel og fiel og fielen")
    assert desk.suggestions.asked == []
    assert [one.fixes for one in desk.cards()][:3] == [None, None, None]

    desk.see()

    assert len(desk.suggestions.asked) == 1
    desk.suggestions.answer()
    assert [one.fixes for one in desk.cards()][:3] == [("feil",), ("feil",), ("feilen",)]


def test_a_fix_changes_the_text_and_opens_the_next_card() -> None:
    """Mark and card go at once, before anybody has checked again."""
    desk = Desk("fiel og 10000")
    key = desk.key("fiel")
    desk.presenter.on_card_chosen(key)
    assert desk.sheet.selected == ("p0", 0, 4)

    desk.presenter.on_fix_wanted(key, "feilen")

    assert desk.sheet.words()["p0"] == "feilen og 10000"
    assert desk.words() == ["10000", ""]
    assert desk.sheet.marked() == ["10000"]
    assert desk.view.current == desk.key("10000")


def test_a_fix_finds_its_words_where_they_are_by_now() -> None:
    """Something was typed before them, and nobody has checked since."""
    desk = Desk("alt er fiel her")
    desk.sheet.type("p0", "alt dette er fiel her")

    desk.presenter.on_fix_wanted(desk.key("fiel"), "feil")

    assert desk.sheet.words()["p0"] == "alt dette er feil her"


def test_a_fix_for_words_that_are_gone_changes_nothing() -> None:
    """It looks anew instead."""
    desk = Desk("alt er fiel her")
    desk.sheet.type("p0", "alt er fint her")

    desk.presenter.on_fix_wanted(desk.key("fiel"), "feil")

    assert desk.sheet.words()["p0"] == "alt er fint her"
    assert desk.later.delay_ms is not None


def test_all_alike_are_mended_in_one_step() -> None:
    """The same word everywhere; a rule about numbers wherever it holds."""
    desk = Desk("fiel og 10000", "fiel og 10000 og fielen")
    desk.see()
    desk.suggestions.answer()
    assert Step.ALIKE in desk.cards()[0].steps
    assert desk.cards()[0].alike == 2

    desk.presenter.on_step_wanted(desk.key("fiel"), Step.ALIKE)
    desk.presenter.on_step_wanted(desk.key("10000"), Step.ALIKE)

    assert desk.sheet.words()["p1"] == "feil og 10 000 og fielen"
    assert len(desk.sheet.steps) == 2


def test_ignoring_is_kept_and_taken_back_by_undo() -> None:
    """The release learns of both."""
    desk = Desk("fiel og 10000")

    desk.presenter.on_ignore_wanted(desk.key("fiel"), "Navnet er slik")

    assert "fiel" not in desk.words()
    assert desk.sheet.marked() == ["10000"]
    sign, deed = desk.keeping.calls[-1]
    assert (sign, type(deed)) == ("+", SetAside)
    assert ("ignored", "1 set aside") in desk.view.filters
    desk.sheet.undo()
    desk.presenter.on_text_edited()
    assert "fiel" in desk.words()
    assert [sign for sign, _ in desk.keeping.calls] == ["+", "-"]


def test_what_was_ignored_has_a_list_of_its_own_and_comes_back() -> None:
    """With who and why; the list goes when it is empty."""
    desk = Desk("fiel og 10000")
    desk.presenter.on_ignore_wanted(desk.key("fiel"), "Navnet er slik")
    desk.presenter.on_filter_chosen(Filter.IGNORED)
    (card,) = desk.cards()
    assert (card.title, card.note) == ("Om fiel", "Set aside by Kari Nes: Navnet er slik")

    desk.presenter.on_step_wanted(card.key, Step.RESTORE)

    assert "fiel" in desk.words()
    assert isinstance(desk.keeping.calls[-1][1], BroughtBack)


@pytest.mark.parametrize("layer", list(Layer))
def test_a_word_in_a_list_is_known_at_once_everywhere(layer: Layer) -> None:
    """All its places, and the next check knows it too."""
    desk = Desk("fiel her", "fiel der")

    desk.presenter.on_word_wanted(desk.key("fiel"), layer)

    assert "fiel" not in desk.words()
    assert desk.keeping.calls == [("+", WordAdded(word="fiel", layer=layer))]
    assert desk.later.delay_ms is not None
    assert ("fiel" in desk.presenter.notes.words) is (layer is Layer.RELEASE)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Filter.ALL, ["fiel", "10000", "bra", ""]),
        (Filter.ERRORS, ["fiel", "10000", ""]),
        (Filter.SPELLING, ["fiel"]),
        (Filter.LANGUAGE, ["10000"]),
        (Filter.STYLE, ["bra", ""]),
    ],
)
def test_the_list_can_be_narrowed(chosen: Filter, words: list[str]) -> None:
    """The marks stay, and so does the count."""
    desk = Desk("fiel og 10000 er bra")

    desk.presenter.on_filter_chosen(chosen)

    assert desk.words() == words
    assert desk.view.count == 4


def test_kinds_that_are_hidden_are_neither_marked_nor_counted() -> None:
    """By the user's settings."""
    desk = Desk("fiel og 10000 er bra")

    desk.presenter.hide(frozenset({FindingKind.STYLE, FindingKind.STRUCTURE}))
    desk.presenter.on_changed(None)

    assert desk.words() == ["fiel", "10000"]
    assert "bra" not in desk.sheet.marked()
    assert desk.view.count == 2


def test_next_and_previous_go_round_from_the_cursor() -> None:
    """From where one is, not from where the list is."""
    desk = Desk("fiel og 10000", "alt er bra")
    desk.sheet.at = ("p0", 6)
    seen = []

    for is_backwards in (False, False, False, True, True):
        desk.presenter.on_next(is_backwards=is_backwards)
        part, start, end = desk.sheet.selected or ("", 0, 0)
        seen.append(desk.sheet.words()[BlockId(part)][start:end])

    assert seen == ["10000", "bra", "fiel", "bra", "10000"]


def test_a_text_without_faults_says_what_was_read() -> None:
    """Silence alone could mean that nobody looked."""
    desk = Desk("alt er vel")
    desk.presenter.hide(frozenset({FindingKind.STRUCTURE}))
    desk.presenter.on_changed(None)

    assert desk.view.empty[0] == "No remarks"
    assert desk.view.empty[1].startswith("4 words were read: spelling,")


def test_trouble_is_said_and_goes_with_the_next_check() -> None:
    """A damaged word list stops the check, not the writing."""
    desk = Desk("alt er vel")

    desk.presenter.on_failed(WordListDamaged(name="personal.txt"))
    assert "personal.txt" in desk.view.trouble
    desk.checking.on_later()
    desk.jobs.work()

    assert desk.view.trouble == ""


def test_a_bug_is_not_taken_for_trouble() -> None:
    """It goes to the report dialog."""
    desk = Desk("alt er vel")

    with pytest.raises(LookupError):
        desk.presenter.on_failed(LookupError())


def test_whose_approval_a_change_costs_is_said_before_the_fix() -> None:
    """On every card of that block, and in the menu at the word."""
    desk = Desk("fiel her", "fiel der", costs=("Paulsen", "Nes"))
    words = "These words are approved. A change needs a new yes from Paulsen, Nes."

    assert [one.note for one in desk.cards()] == [words, "", ""]
    desk.sheet.at = ("p0", 2)
    card = desk.presenter.card_at_caret()
    assert card is not None
    assert card.note == words


def test_a_finding_about_the_whole_leads_to_where_it_is_mended() -> None:
    """There is no fix for a missing contact but to give one."""
    desk = Desk("alt er vel")
    (card,) = desk.cards()

    desk.presenter.on_step_wanted(card.key, Step.GO)

    assert card.steps == (Step.GO, Step.IGNORE)
    assert desk.led_to == ["prøve.structure"]


def test_nothing_is_offered_where_nothing_is_wrong() -> None:
    """The quick fix stays away."""
    desk = Desk("alt er fiel")
    desk.sheet.at = ("p0", 2)
    assert desk.presenter.card_at_caret() is None

    desk.sheet.at = ("p0", 11)
    assert desk.presenter.card_at_caret() is not None


def test_hundreds_of_findings_are_listed_in_stretches() -> None:
    """And F7 moves the stretch along."""
    count = MOST_CARDS * 2 + 7
    desk = Desk(" ".join(["fiel"] * count))
    assert len(desk.cards()) == MOST_CARDS
    last = desk.view.rows[-1]
    assert isinstance(last, MoreRow)
    assert last.text == f"{count + 1 - MOST_CARDS} more remarks"

    desk.presenter.on_more_wanted(LATER)
    first = desk.view.rows[0]

    assert isinstance(first, MoreRow)
    assert first.text == f"{MOST_CARDS} earlier remarks"
    desk.sheet.at = ("p0", 0)
    desk.presenter.on_next()
    assert desk.view.current in [one.key for one in desk.cards()]


def test_a_release_that_is_full_of_notes_says_so() -> None:
    """The card stays, and nothing was kept; lists that outlast the release take the word."""
    desk = Desk("fiel og fielen")
    words = tuple(f"ord{number}" for number in range(MOST_WORDS))
    desk.presenter.begin(desk.checking, ProofingNotes(words=words))

    desk.presenter.on_word_wanted(desk.key("fiel"), Layer.RELEASE)

    assert "cannot hold more words" in desk.view.trouble
    assert "fiel" in desk.words()
    assert desk.keeping.calls == []
    desk.presenter.on_word_wanted(desk.key("fiel"), Layer.PERSONAL)
    assert "fiel" not in desk.words()


def test_what_could_not_be_kept_is_said_while_the_cards_stay() -> None:
    """The text was read all the same."""
    desk = Desk("fiel her")

    desk.presenter.on_not_kept(WordListDamaged(name="felles.txt"))

    assert "felles.txt" in desk.view.trouble
    assert "fiel" in desk.words()


def test_an_ignored_finding_of_another_day_has_the_sentence_of_its_rule() -> None:
    """Nobody reads ids of rules."""
    desk = Desk("alt er vel")
    ignored = set_aside(finding("bra", text="bra"), "Slik sier vi det")
    desk.presenter.begin(desk.checking, ProofingNotes(ignored=(ignored,)))

    desk.presenter.on_filter_chosen(Filter.IGNORED)

    assert [card.title for card in desk.cards()] == ["Om bra"]
