"""What the round screen decides, without a window: jobs run at once, the view only remembers."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pressdesk.domain.content import Paragraph
from pressdesk.domain.errors import DraftMoved
from pressdesk.domain.text import Mark, MarkKind
from pressdesk.gui.round.decisions import next_open
from pressdesk.gui.round.presenter import CLOSE_GO, CLOSE_REST, RoundPresenter
from pressdesk.gui.round.state import Bit, ChangeCard, Step, Words
from pressdesk.gui.round.work import RoundWork
from pressdesk.gui.widgets.painting import Tone
from pressdesk.i18n import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.round.reviewed import Review
    from pressdesk.domain.content import Block
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ids import ReleaseId
    from pressdesk.gui.round.state import Counts, Overall, Piece
    from pressdesk.gui.round.tell_changes import Row


class NowJobs:
    """Runs jobs where it is called, at once, or when told."""

    def __init__(self) -> None:
        self.is_held = False
        self.held: list[Callable[[], None]] = []

    def run(
        self, job: Callable[..., Any], done: Callable[[Any], None], failed: Callable[..., None]
    ) -> threading.Event:
        """Run a job, and say how it went."""
        cancelled = threading.Event()

        def do() -> None:
            try:
                result = job(cancelled)
            except Exception as error:  # noqa: BLE001  # as the real lane hands on all
                failed(error)
            else:
                done(result)

        if self.is_held:
            self.held.append(do)
        else:
            do()
        return cancelled

    def run_reporting(
        self,
        job: Callable[..., Any],
        progressed: Callable[[Any], None],
        done: Callable[[Any], None],
        failed: Callable[..., None],
    ) -> threading.Event:
        """Run a job that reports."""
        return self.run(lambda cancelled: job(cancelled, progressed), done, failed)

    def let_go(self) -> None:
        """Do what was held."""
        self.is_held = False
        while self.held:
            self.held.pop(0)()


class EnglishWords:
    """English."""

    language = "en"

    def gettext(self, message: str) -> str:
        """Return ``message``."""
        return message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return ``one`` or ``many``."""
        return one if count == 1 else many


class RememberingView:
    """Remembers what it was told last."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.pieces: Sequence[Piece] = ()
        self.message: tuple[str, Tone, Sequence[tuple[str, str]]] | None = None
        self.counts: Counts | None = None
        self.overall: Overall | None = None
        self.partners: Sequence[str] = ()
        self.current = ""
        self.undo = (False, False)
        self.done: list[str] = []
        self.asked: list[str] = []

    def show_overall(self, overall: Overall, counts: Counts, partners: Sequence[str]) -> None:
        """Remember."""
        self.overall, self.counts, self.partners = overall, counts, partners

    def show_text(self, pieces: Sequence[Piece], current: str) -> None:
        """Remember."""
        self.pieces, self.current = pieces, current

    def show_changes(self, rows: Sequence[Row], current: str) -> None:
        """Remember."""
        self.rows, self.current = rows, current

    def show_current(self, key: str) -> None:
        """Remember."""
        self.current = key

    def show_message(self, words: str, tone: Tone, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Remember."""
        self.message = (words, tone, actions)

    def clear_message(self) -> None:
        """Forget it."""
        self.message = None

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Remember."""
        self.undo = (can_undo, can_redo)

    def show_done(self, words: str) -> None:
        """Remember."""
        self.done.append(words)

    def ask_answer(self, key: str) -> None:
        """Remember."""
        self.asked.append(key)

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *_args, **_named: None

    def cards(self) -> list[ChangeCard]:
        """Return the proposals that are listed."""
        return [row for row in self.rows if isinstance(row, ChangeCard)]

    def words(self, bit: Bit) -> list[Words]:
        """Return the words that would go, or come."""
        return [one for piece in self.pieces for one in piece.words if one.bit is bit]


class CountingWork(RoundWork):
    """The real work, counted; ``is_moved`` lets somebody else have saved."""

    def __init__(self, review: Review) -> None:
        super().__init__(lambda: review)  # type: ignore[arg-type, return-value]  # it has desk and journeys
        self.kept: list[Draft] = []
        self.is_moved = False

    def keep(self, release: ReleaseId, draft: Draft, read_version: int) -> Draft:
        """Store it, unless somebody else has."""
        if self.is_moved:
            raise DraftMoved
        self.kept.append(draft)
        return super().keep(release, draft, read_version)


class Screen:
    """A presenter with all that is around it."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.view = RememberingView()
        self.jobs = NowJobs()
        self.work = CountingWork(review)
        self.presenter = RoundPresenter(
            self.view,
            self.work,
            self.jobs,
            EnglishWords(),
            review.clock,
            say_error=lambda error: explain(error, "en"),
        )


@pytest.fixture
def screen(review: Review) -> Screen:
    """Return the second round of the mockup, opened."""
    review.go_through_two_rounds()
    screen = Screen(review)
    assert screen.presenter.open(review.stored())
    return screen


def test_the_first_undecided_proposal_is_pointed_at(screen: Screen) -> None:
    """In the order of the text, whoever made it."""
    cards = screen.view.cards()

    assert screen.view.current == cards[0].key
    assert [card.place for card in cards[:5]] == [
        "Lead",
        "Paragraph 1",
        "Unmarked change · Quote · Haugland",
        "Quote · Haugland",
        "Paragraph 2",
    ]


def test_next_goes_round_and_skips_what_is_decided(screen: Screen) -> None:
    """Also backwards."""
    seen = []
    for _ in range(6):
        seen.append(screen.presenter.current)
        screen.presenter.on_next()
    screen.presenter.on_next(-1)

    assert seen[0] == seen[5]
    assert len(set(seen)) == 5
    assert next_open((), (), "", 1) == ""


def test_every_decision_counts_and_is_stored(screen: Screen) -> None:
    """«4 left, 1 accepted, 1 rejected»; the draft on the desk is the one that is shown."""
    screen.presenter.on_accept()

    counts = screen.view.counts
    assert counts is not None
    assert (counts.left, counts.accepted, counts.rejected) == (4, 1, 1)
    assert len(screen.work.kept) == 1
    stored = screen.review.stored().draft
    assert stored.content() == screen.work.kept[0].content()
    assert screen.view.undo == (True, False)


def test_decisions_made_while_one_is_stored_are_stored_after_it(screen: Screen) -> None:
    """The last one wins; none is lost, and no two are on the way at a time."""
    screen.jobs.is_held = True
    for _ in range(4):
        screen.presenter.on_accept()
    on_the_way = len(screen.jobs.held)

    screen.jobs.let_go()

    assert on_the_way == 1
    assert len(screen.work.kept) == 2
    assert sum(screen.review.stored().draft.decisions.values()) == 5


def test_undo_and_redo_go_through_everything(screen: Screen) -> None:
    """Also through what was decided at once."""
    before = screen.review.stored().draft.content()
    screen.presenter.on_accept_of("Skift")
    after = screen.review.stored().draft.content()

    screen.presenter.on_undo()
    undone = screen.review.stored().draft.content()
    screen.presenter.on_redo()

    assert undone == before
    assert screen.review.stored().draft.content() == after
    assert screen.view.done == ["5 proposals were accepted."]


def test_one_places_proposals_are_accepted_together(screen: Screen) -> None:
    """All of the quote, nothing else."""
    (card,) = (one for one in screen.view.cards() if one.old == "utrolig")
    screen.presenter.on_chosen(card.key)

    screen.presenter.on_accept_block()

    counts = screen.view.counts
    assert counts is not None
    assert (counts.left, counts.accepted) == (3, 2)


def test_conflicts_are_left_when_all_are_accepted(screen: Screen) -> None:
    """Neither side is won by coming first; it is said how many are left."""
    screen.review.receive(screen.review.by_paulsen())
    screen.presenter.open(screen.review.stored())

    screen.presenter.on_accept_of("")

    assert screen.view.counts is not None
    assert screen.view.counts.left > 0
    assert screen.view.message is not None
    assert "do not fit" in screen.view.message[0]
    assert all(card.is_conflict for card in screen.view.cards() if card.is_open)


def test_a_conflict_shows_both_wordings(screen: Screen) -> None:
    """In the text and on the cards, each in its partner's colour."""
    screen.review.receive(screen.review.by_paulsen())

    screen.presenter.open(screen.review.stored())

    came = [one for one in screen.view.words(Bit.CAME) if one.is_conflict]
    assert {one.slot for one in came} == {0, 1}
    assert {card.steps[0] for card in screen.view.cards() if card.is_conflict} == {Step.FORCE}


def test_the_text_says_once_what_is_kept(screen: Screen) -> None:
    """Kept and gone words are the text of now, kept and come ones what it would be."""
    words = [
        one.text for piece in screen.view.pieces for one in piece.words if one.bit is not Bit.CAME
    ]
    content = screen.review.stored().draft.content()
    expected = [content.title.plain, *(text.plain for text in content.lead)]
    expected += [text.plain for block in content.blocks for text in block.texts]

    assert "".join(words) == "".join(expected)


def test_silent_edits_are_told_from_tracked_ones(screen: Screen) -> None:
    """They have no partner's colour."""
    silent = [one for one in screen.view.words(Bit.GONE) if one.is_silent]

    assert [one.text for one in silent] == ["utrolig "]


def test_somebody_elses_save_is_said_and_shown(screen: Screen) -> None:
    """What was decided here is not kept, and the screen shows the desk's text."""
    screen.work.is_moved = True

    screen.presenter.on_accept()

    assert screen.view.message is not None
    assert screen.view.message[1] is Tone.WARN
    assert screen.view.counts is not None
    assert screen.view.counts.accepted == 0


def test_closing_with_something_undecided_asks(screen: Screen) -> None:
    """Going there leaves the round open; rejecting the rest closes it."""
    screen.presenter.on_close_wanted()
    asked = screen.view.message
    screen.presenter.on_message_action(CLOSE_GO)
    still_open = screen.view.overall.is_open if screen.view.overall else False
    screen.presenter.on_close_wanted()
    screen.presenter.on_message_action(CLOSE_REST)

    assert asked is not None
    assert [key for key, _ in asked[2]] == [CLOSE_GO, CLOSE_REST]
    assert still_open
    assert screen.view.overall is not None
    assert not screen.view.overall.is_open


def test_answering_asks_the_view(screen: Screen) -> None:
    """The words are typed there."""
    key = screen.view.cards()[0].key

    screen.presenter.on_step(key, Step.ANSWER)

    assert screen.view.asked == [key]


def test_a_moved_draft_of_the_same_text_keeps_the_way_back(screen: Screen) -> None:
    """A comment in between does not cost the undo."""
    screen.presenter.on_accept()

    screen.presenter.on_comment("Godt å se.", "all")
    could_undo = screen.view.undo[0]
    screen.presenter.on_undo()

    assert could_undo
    assert screen.view.counts is not None
    assert screen.view.counts.accepted == 0


def test_the_release_that_is_left_is_the_one_that_was_decided(screen: Screen) -> None:
    """What the window opens next starts from it."""
    screen.presenter.on_accept()
    left: list[bool] = []

    screen.presenter.leave(lambda: left.append(True))

    assert left == [True]
    release = screen.presenter.release
    assert release is not None
    assert release.draft.content() == screen.review.stored().draft.content()


def test_kept_words_show_their_marks_and_changed_words_none(screen: Screen) -> None:
    """Bold and italics stand where they stand in the text, whatever is proposed around them."""
    stored = screen.review.stored()
    content = stored.draft.content()
    marked = replace(content, blocks=tuple(map(_marked, content.blocks)))
    held = replace(stored, draft=replace(stored.draft, contents=(marked,)))

    screen.presenter.open(held)

    kept = [one for one in screen.view.words(Bit.KEPT) if MarkKind.STRONG in one.marks]
    paragraphs = [one for one in marked.blocks if isinstance(one, Paragraph)]
    assert "".join(one.text for one in kept).startswith(paragraphs[0].text.plain[:4])
    assert {one.marks for one in kept} == {
        frozenset({MarkKind.STRONG}),
        frozenset({MarkKind.STRONG, MarkKind.EMPHASIS}),
    }
    changed = [*screen.view.words(Bit.GONE), *screen.view.words(Bit.CAME)]
    assert changed
    assert not any(one.marks for one in changed)


def _marked(block: Block) -> Block:
    """Return a paragraph with bold at its start, in italics from the third letter on."""
    if not isinstance(block, Paragraph):
        return block
    strong = Mark(start=0, end=4, kind=MarkKind.STRONG)
    leaning = Mark(start=2, end=len(block.text.plain), kind=MarkKind.EMPHASIS)
    return replace(block, text=replace(block.text, marks=(strong, leaning)))
