"""What is checked when, and what is thrown away; no window, no thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gui.findings.hands import Jobs, Proofs, Sheet, checking, finding, paragraphs
from pressdesk.domain.errors import GrammarServerLost
from pressdesk.domain.finding import FindingKind
from pressdesk.domain.ids import BlockId
from pressdesk.gui.editor.proofing.checking import LATER_MS, SOON_MS, Checking
from pressdesk.gui.editor.proofing.reading import Pace

if TYPE_CHECKING:
    import threading

    from pressdesk.domain.finding import Finding
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.gui.editor.proofing.ports import Delay


class Bench:
    """A text under check."""

    def __init__(self, *words: str) -> None:
        self.sheet = Sheet(paragraphs(*words))
        self.proofs, self.jobs = Proofs(), Jobs()
        self.changed: list[BlockId | None] = []
        made = checking(self.sheet, self.proofs, self.jobs, self.changed.append)
        self.checking: Checking = made[0]
        self.soon: Delay = made[1]
        self.later: Delay = made[2]

    def begin(self) -> Bench:
        """Read the whole once."""
        self.checking.begin()
        self.checking.on_soon()
        self.jobs.work()
        return self

    def type(self, part: str, words: str, place: int | None = None) -> None:
        """Type words, as the sheet tells it."""
        self.sheet.at = (part, len(words) if place is None else place)
        self.sheet.type(part, words)
        self.checking.on_edited()
        self.checking.on_cursor_moved()

    def found(self) -> list[str]:
        """Return the words that were found, in the places of now."""
        held = self.checking.held
        return [
            one.finding.text
            for some in self.checking.found.spots.values()
            for one in some
            if one is not held
        ]


def test_what_is_seen_is_read_before_the_rest() -> None:
    """A long text shows its first marks at once."""
    bench = Bench("fiel her", "og fiel der")
    bench.checking.begin()
    assert bench.soon.delay_ms == 0

    bench.checking.on_soon()
    bench.jobs.work()

    assert bench.proofs.read == [("fiel her",), ("Tittel", "fiel her", "og fiel der")]
    assert bench.changed == ["p0", None]
    assert bench.checking.found.count == 6


def test_only_the_paragraph_that_was_typed_is_read_soon() -> None:
    """The whole follows, later."""
    bench = Bench("alt er vel", "alt er vel").begin()
    bench.proofs.read.clear()

    bench.type("p1", "her er fiel nå")

    assert (bench.soon.delay_ms, bench.later.delay_ms) == (SOON_MS, LATER_MS)
    bench.checking.on_soon()
    bench.jobs.work()
    assert bench.proofs.read == [("her er fiel nå",)]
    assert bench.found() == ["fiel"]


def test_a_result_for_words_that_were_typed_on_is_thrown_away() -> None:
    """The next check is under way already."""
    bench = Bench("alt er vel").begin()
    bench.type("p0", "her er fiel nå")
    bench.checking.on_soon()
    bench.sheet.type("p0", "her er fint nå")

    bench.jobs.work()

    assert bench.found() == []


def test_a_check_that_is_overtaken_leaves_no_paragraph_unread() -> None:
    """Its paragraphs go into the next one."""
    bench = Bench("alt er vel", "alt er vel").begin()
    bench.type("p0", "her er fiel nå")
    bench.checking.on_soon()
    bench.type("p1", "der er fielen nå")
    bench.checking.on_soon()

    bench.jobs.work()

    assert sorted(bench.found()) == ["fiel", "fielen"]


def test_the_whole_keeps_what_it_read_and_moves_what_was_typed_meanwhile() -> None:
    """Nothing flickers: what stands beside the new words stays."""
    bench = Bench("fiel her", "fielen der").begin()
    bench.checking.on_later()
    bench.sheet.type("p1", "å fielen der")

    bench.jobs.work()

    (spot,) = bench.checking.found.spots[BlockId("p1")]
    assert (spot.start, spot.end) == (2, 8)
    assert bench.checking.found.words[BlockId("p1")] == "å fielen der"


def test_a_whole_check_is_not_begun_twice_but_again_afterwards() -> None:
    """Typing on during a long one leads to one more."""
    bench = Bench("alt er vel").begin()
    bench.checking.on_later()
    bench.checking.on_later()
    assert len(bench.jobs.waiting) == 1

    bench.jobs.work()

    assert bench.later.delay_ms == LATER_MS


@pytest.mark.parametrize("leave", [" ", ".", ", "])
def test_the_word_at_the_cursor_is_held_back_until_it_is_left(leave: str) -> None:
    """By going on, or by going away."""
    bench = Bench("alt er vel").begin()
    bench.type("p0", "alt fiel")
    bench.checking.on_soon()
    bench.jobs.work()
    assert bench.found() == []

    bench.type("p0", f"alt fiel{leave}")

    assert bench.found() == ["fiel"]
    assert bench.changed[-1] == "p0"


def test_going_away_with_the_cursor_shows_the_word() -> None:
    """An arrow key or a click is enough."""
    bench = Bench("alt er vel").begin()
    bench.type("p0", "alt fiel")
    bench.checking.on_soon()
    bench.jobs.work()

    bench.sheet.at = ("p0", 2)
    bench.checking.on_cursor_moved()

    assert bench.found() == ["fiel"]


def test_a_click_into_a_wrong_word_does_not_hide_it() -> None:
    """Only typing holds a word back."""
    bench = Bench("alt fiel her").begin()

    bench.sheet.at = ("p0", 6)
    bench.checking.on_cursor_moved()
    bench.checking.on_later()
    bench.jobs.work()

    assert bench.found() == ["fiel"]


def test_nothing_arrives_after_the_end() -> None:
    """Another text is shown by then."""
    bench = Bench("fiel her").begin()
    bench.checking.on_later()
    bench.changed.clear()

    bench.checking.end()
    bench.jobs.work()

    assert bench.changed == []
    assert bench.found() == []


def test_a_job_gives_way_while_somebody_types() -> None:
    """A hundred milliseconds after the last key it goes at its own pace again."""
    times = iter([0.0, 0.0, 1.0])
    pace = Pace(now_s=lambda: next(times))
    pace.touch()

    pace.rest(0, 2)
    pace.rest(1, 2)

    assert next(times, None) is None


class Second:
    """Finds «bra» and «der», also where somebody else finds something."""

    def __init__(self) -> None:
        self.read: list[tuple[str, ...]] = []
        self.trouble: GrammarServerLost | None = None

    def check(
        self, manuscript: Manuscript, cancelled: threading.Event | None = None
    ) -> tuple[Finding, ...]:
        """Return what is found, or raise why nothing is."""
        del cancelled
        self.read.append(tuple(one.text for one in manuscript.passages))
        if self.trouble is not None:
            raise self.trouble
        return tuple(
            replace(
                finding(word, kind=FindingKind.GRAMMAR, suggestions=("ny",)),
                rule="lt.PRØVE",
                place=passage.place,
                start=passage.text.index(word),
                end=passage.text.index(word) + len(word),
                text=word,
            )
            for passage in manuscript.passages
            for word in ("fiel", "der")
            if word in passage.text
        )


def second_bench(*words: str) -> tuple[Bench, Second]:
    """Return a text that two read, read once."""
    bench, second = Bench(*words), Second()
    bench.checking._second._reader = lambda: second
    return bench.begin(), second


def rules(bench: Bench) -> list[tuple[str, str]]:
    return [
        (one.finding.rule[:3], one.finding.text)
        for some in bench.checking.found.spots.values()
        for one in some
    ]


def test_the_second_reader_comes_after_the_first_and_gives_way_to_it() -> None:
    """What we have found is shown before; where both mark a word, ours is heard."""
    bench, second = second_bench("fiel står der")

    assert bench.changed == ["p0", None, "p0"]
    assert second.read == [("Tittel", "fiel står der")]
    assert rules(bench) == [("prø", "fiel"), ("lt.", "der")]


def test_what_the_second_found_moves_with_its_words_until_it_has_read_again() -> None:
    """A check of the paragraph alone does not take it away, but for words that changed."""
    bench, second = second_bench("alt er der", "og der er det")
    bench.type("p0", "nå: alt er der")
    bench.type("p1", "og dar er det")
    bench.checking.on_soon()
    bench.jobs.work()

    (spot,) = bench.checking.found.spots[BlockId("p0")]
    assert (spot.start, spot.end) == (11, 14)
    assert BlockId("p1") not in bench.checking.found.spots
    assert len(second.read) == 1


def test_of_texts_that_wait_for_the_second_reader_the_last_is_read() -> None:
    """A slow server is asked about nothing that is old already."""
    bench, second = second_bench("alt er vel")
    bench.checking.on_later()
    _, own = bench.jobs.waiting.pop(0)
    own()
    _, slow = bench.jobs.waiting.pop(0)
    for words in ("alt er", "alt er der"):
        bench.sheet.type("p0", words)
        bench.checking.on_later()
        _, own = bench.jobs.waiting.pop(0)
        own()

    slow()
    bench.jobs.work()

    assert [one[1] for one in second.read[1:]] == ["alt er vel", "alt er der"]
    assert rules(bench) == [("lt.", "der")]


def test_trouble_of_the_second_reader_is_kept_and_goes_when_it_reads() -> None:
    """Our own findings stand all the while."""
    bench, second = second_bench("fiel står der")
    second.trouble = GrammarServerLost()
    bench.checking.on_later()
    bench.jobs.work()
    assert bench.checking.found.trouble is second.trouble
    assert ("prø", "fiel") in rules(bench)

    second.trouble = None
    bench.checking.read_again()
    assert rules(bench) == [("prø", "fiel")]
    bench.jobs.work()

    assert bench.checking.found.trouble is None
    assert rules(bench) == [("prø", "fiel"), ("lt.", "der")]


def test_a_finding_of_the_second_reader_that_is_mended_is_gone() -> None:
    """At once, like our own."""
    bench, _ = second_bench("fiel står der")
    spots = bench.checking.found.spots[BlockId("p0")]

    bench.checking.mended((spots[1],))

    assert rules(bench) == [("prø", "fiel")]
