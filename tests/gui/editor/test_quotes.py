"""What the inspector asks about quotes and does to them; no window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Content, QuoteBlock
from pressdesk.domain.ids import BlockId, PersonId
from pressdesk.domain.recognised import Question, QuestionKind
from pressdesk.gui.editor.quote_presenter import QuotePresenter
from pressdesk.gui.editor.quote_state import NEW_KEY, QuoteState, ask_about
from pressdesk.i18n import catalogue
from samples import content, counting_ids

if TYPE_CHECKING:
    from pressdesk.gui.editor.quote_state import Ask

B2, B3 = BlockId("b2"), BlockId("b3")


class English:
    """Says things in English."""

    language = "en"

    def gettext(self, message: str) -> str:
        """Return the message as it is."""
        return catalogue("en").gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return one or many."""
        return catalogue("en").ngettext(one, many, count)


@dataclass
class Pages:
    """A text that remembers how often it was changed."""

    said: Content
    changes: int = 0

    def content(self) -> Content:
        """Return the text."""
        return self.said

    def update_facts(self, content: Content) -> None:
        """Take the text over and count it."""
        self.said = content
        self.changes += 1

    def apply(self, content: Content) -> None:
        """Take the text over."""
        self.update_facts(content)

    def go_to(self, part_id: BlockId) -> bool:
        """Be there."""
        del part_id
        return True


@dataclass
class View:
    """What the tab shows."""

    states: list[QuoteState] = field(default_factory=list)
    problem: str = ""
    is_empty: bool = False
    new: tuple[str, str] | None = None

    def show_quote(self, state: QuoteState) -> None:
        """Keep the state."""
        self.states.append(state)

    def show_no_quote(self, *, can_make: bool) -> None:
        """Keep that there is none."""
        del can_make
        self.is_empty = True

    def show_new_person(self, title: str, organisation: str) -> None:
        """Keep that one is asked for, and what is known."""
        self.new = (title, organisation)

    def show_problem(self, words: str) -> None:
        """Keep the words."""
        self.problem = words


@pytest.fixture
def pages() -> Pages:
    second = QuoteBlock(
        id=BlockId("b4"),
        paragraphs=content().quotes().__next__().paragraphs,
        speaker=PersonId("s2"),
    )
    return Pages(replace(content(), blocks=(*content().blocks, second)))


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(view: View, pages: Pages) -> QuotePresenter:
    presenter = QuotePresenter(view, English(), pages, counting_ids())
    asked = Question(
        kind=QuestionKind.ORGANISATION, line=3, text="Ola Li", block=B3, suggestion="Fjell"
    )
    presenter.begin([asked])
    presenter.show(pages.said, B3)
    return presenter


def ask(pages: Pages, block: BlockId) -> Ask | None:
    quote = next(one for one in pages.said.quotes() if one.id == block)
    return ask_about(English(), pages.said, quote, ())


def test_the_suggested_organisation_resolves_all_quotes_of_the_person(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """One press answers for the person everywhere, and says so beforehand."""
    (state,) = view.states
    assert state.ask is not None
    assert state.ask.answers[0] == ("organisation:Fjell", "Yes, Fjell")
    assert state.ask.scope == "Holds for all 2 quotes by Li."

    presenter.on_answered(state.ask.answers[0][0])

    assert not any(pages.said.is_uncertain(quote) for quote in pages.said.quotes())
    assert [quote.owner for quote in pages.said.quotes()] == ["p1", "p2", "p2"]
    assert pages.changes == 1


def test_a_quote_by_nobody_asks_who_and_offers_those_known(pages: Pages) -> None:
    """Those who speak elsewhere are one press away."""
    quote = next(one for one in pages.said.quotes() if one.id == B2)
    pages.said = pages.said.with_block(replace(quote, speaker=None, owner=None))

    found = ask(pages, B2)

    assert found is not None
    assert [words for _, words in found.answers] == ["Kari Nes", "Ola Li"]


def test_an_inferred_speaker_is_confirmed_with_one_press(
    presenter: QuotePresenter, pages: Pages
) -> None:
    """Only in this quote: elsewhere somebody else may have been meant."""
    for quote in tuple(pages.said.quotes()):
        pages.said = pages.said.with_block(replace(quote, is_speaker_confirmed=False))

    presenter.on_answered("confirm:")

    assert [quote.is_speaker_confirmed for quote in pages.said.quotes()] == [False, True, False]


def test_a_new_person_speaks_once_named(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """Until there is a name nothing changes."""
    presenter.on_speaker_chosen(NEW_KEY)
    presenter.on_name_given("  ")
    assert (view.new, pages.changes) == (("", ""), 0)

    presenter.on_name_given("Per By")

    quotes = {quote.id: pages.said.person(quote.speaker) for quote in pages.said.quotes()}
    assert quotes[B3] is not None
    assert quotes[B3].name == "Per By"
    assert pages.changes == 1


def test_title_and_organisation_may_come_before_the_name(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """They wait for it, also while the cursor is elsewhere; all is one change."""
    presenter.on_speaker_chosen(NEW_KEY)
    presenter.on_title_given("ordfører")
    presenter.show(pages.said, B2)
    presenter.show(pages.said, B3)
    presenter.on_speaker_chosen(NEW_KEY)
    assert view.new == ("ordfører", "")
    presenter.on_organisation_given("Fjell")
    assert pages.changes == 0

    presenter.on_name_given("Per By")

    quote = next(one for one in pages.said.quotes() if one.id == B3)
    person = pages.said.person(quote.speaker)
    assert person is not None
    assert (person.name, person.title, person.organisation) == ("Per By", "ordfører", "Fjell")
    assert (quote.owner, pages.changes) == ("p2", 1)
    assert pages.said.person(PersonId("s2")).organisation is None


def test_a_quote_by_nobody_keeps_what_is_said_of_them(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """The fields are there without «New person …», and show it again."""
    quote = next(one for one in pages.said.quotes() if one.id == B2)
    pages.said = pages.said.with_block(replace(quote, speaker=None, owner=None))
    presenter.show(pages.said, B2)
    presenter.on_title_given("ordfører")

    presenter.show(pages.said, B2)

    assert view.states[-1].title == "ordfører"
    assert pages.changes == 0


def test_where_nobody_is_known_a_new_person_is_the_answer(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """One press leads to the name."""
    for quote in tuple(pages.said.quotes()):
        pages.said = pages.said.with_block(replace(quote, speaker=None, owner=None))
    pages.said = replace(pages.said, spokespersons=())
    found = ask(pages, B2)
    assert found is not None
    assert [words for _, words in found.answers] == ["New person …"]
    presenter.show(pages.said, B2)

    presenter.on_answered(found.answers[0][0])

    assert view.new == ("", "")


def test_an_organisation_is_answered_for_a_quote_elsewhere(
    presenter: QuotePresenter, pages: Pages
) -> None:
    """The list of open questions knows the quote, wherever the cursor is."""
    presenter.show(pages.said, B2)

    presenter.on_organisation_answered(B3, "Fjell")

    assert pages.said.person(PersonId("s2")).organisation == "Fjell"
    assert pages.changes == 1


def test_a_person_is_never_left_without_a_name(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """The line says so, and the text stays as it was."""
    presenter.on_name_given(" ")

    assert view.problem
    assert pages.changes == 0


def test_the_missing_dash_is_put_in(presenter: QuotePresenter, view: View, pages: Pages) -> None:
    """With the hard space that belongs to it."""
    quote = next(one for one in pages.said.quotes() if one.id == B3)
    bare = replace(quote.paragraphs[0], plain="Det gjør vi også, sier Ola Li.")
    pages.said = pages.said.with_block(replace(quote, paragraphs=(bare,)))
    presenter.show(pages.said, B3)
    assert view.states[-1].is_dash_missing

    presenter.on_dash_wanted()
    presenter.show(pages.said, B3)

    assert not view.states[-1].is_dash_missing
    assert (
        next(q for q in pages.said.quotes() if q.id == B3)
        .paragraphs[0]
        .plain.startswith("–\u00a0Det")
    )


def test_reported_speech_and_owner_are_taken(presenter: QuotePresenter, pages: Pages) -> None:
    """Both are about this quote alone."""
    presenter.on_indirect_chosen(True)
    presenter.on_owner_chosen("p1")

    quotes = {quote.id: (quote.is_indirect, quote.owner) for quote in pages.said.quotes()}
    assert quotes[B3] == (True, "p1")
    assert quotes[BlockId("b4")] == (False, None)


def test_without_a_quote_the_tab_says_so(
    presenter: QuotePresenter, view: View, pages: Pages
) -> None:
    """And asking for the speaker of a quote shows it."""
    presenter.show(pages.said, BlockId("b1"))
    assert view.is_empty
    shown = len(view.states)

    presenter.show(pages.said, B3)
    presenter.ask_speaker()

    assert len(view.states) == shown + 2
    assert view.new is None
