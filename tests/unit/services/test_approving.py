"""Approvals through the journeys: what counts, what it costs, and what revives nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.approvals import ApprovalState, How
from pressdesk.domain.content import Boilerplate
from pressdesk.domain.errors import CodeWrong, NothingToWithdraw, SpeakerMissing
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import Decided
from pressdesk.domain.text import EMPTY, Text
from pressdesk.services.approving import Said, costs, lost
from pressdesk.services.wishes import Wishes
from samples import content
from unit.domain.reviews import given, opened

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place

QUOTE, OTHER = BlockId("b2"), BlockId("b3")
FILES = count()


@pytest.fixture
def journeys(tmp_path: Path) -> Journeys:
    """Return journeys over a data folder of the test."""
    wishes = Wishes(actor="Kari Nes; Nordlys", key_choice="session", data_folder=tmp_path / "data")
    return make_journeys(wishes, lambda _: None, "nb")


def started(journeys: Journeys, folder: Path, text: Content | None = None) -> Place:
    """Return a new release."""
    path = folder / f"{next(FILES)}.pressdesk"
    journeys.drafting.create_file(text or content(), path)
    return journeys.at(path)


def said(by: str = "Kari Nes", **parts: object) -> Said:
    whole = Said(block=QUOTE, by=by, how=How.PHONE, evidence="Ringte kl. 10")
    return replace(whole, **parts)  # type: ignore[arg-type]  # by name


def test_what_was_noted_stands_in_the_ledger(journeys: Journeys, tmp_path: Path) -> None:
    """How, the evidence, whether the code was read; the words are kept as a version."""
    place = started(journeys, tmp_path)
    journeys.drafting.edit(place, QUOTE, "– Nye ord, sier Kari Nes.", None)
    code = journeys.approving.states(place)[QUOTE].code

    noted = journeys.approving.approve(place, said(code=code))

    assert noted.given is not None
    assert (noted.given.how, noted.given.is_code_read) == (How.PHONE, True)
    assert noted.standing.state is ApprovalState.APPROVED
    kinds = [event.header.kind for event in place.read().events]
    assert kinds[-2:] == [EventKind.REVISION_SAVED, EventKind.APPROVAL_GIVEN]


def test_a_quote_without_a_speaker_has_nobody_who_could_approve(
    journeys: Journeys, tmp_path: Path
) -> None:
    """First somebody says who is quoted."""
    text = content()
    quote = next(one for one in text.quotes() if one.id == QUOTE)
    place = started(journeys, tmp_path, text.with_block(replace(quote, speaker=None)))

    with pytest.raises(SpeakerMissing):
        journeys.approving.approve(place, said())


def test_a_change_costs_exactly_the_approvals_of_these_words(
    journeys: Journeys, tmp_path: Path
) -> None:
    """Names of people, or of the partner; nothing for typography, nothing for a move."""
    about = Boilerplate(
        id=BlockId("b9"), partner=PartnerId("p1"), heading=EMPTY, paragraphs=(Text.of("Vi er."),)
    )
    before = replace(content(), boilerplates=(about,))
    place = started(journeys, tmp_path, before)
    journeys.approving.approve(place, said())
    journeys.approving.approve(place, said(block=about.id))
    events = place.read().events
    quote = next(one for one in before.quotes() if one.id == QUOTE)

    def with_words(words: str) -> Content:
        return before.with_block(replace(quote, paragraphs=(Text.of(words),)))

    plain = quote.paragraphs[0].plain
    assert costs(place, before, QUOTE) == costs(events, before, QUOTE) == ("Kari Nes",)
    assert costs(events, before, about.id) == ("Nordlys",)
    assert costs(events, before, OTHER) == ()
    assert lost(events, before, with_words(plain + " Ja.")) == ("Kari Nes",)
    assert lost(events, before, with_words(plain.replace("– ", "-  "))) == ()
    assert lost(events, before, replace(before, blocks=before.blocks[::-1])) == ()
    assert lost(events, before, replace(before, boilerplates=())) == ("Nordlys",)


def test_an_erased_yes_approves_nothing(journeys: Journeys, tmp_path: Path) -> None:
    """Gone from the file, the approval has to be given again; the history still verifies."""
    place = started(journeys, tmp_path)
    journeys.approving.approve(place, said())
    seq = place.read().head.seq

    with place.recording() as recorder:
        recorder.erase([seq], "Personvern")

    assert journeys.approving.states(place)[QUOTE].state is ApprovalState.MISSING
    with pytest.raises(NothingToWithdraw):
        journeys.approving.withdraw(place, QUOTE, by="Kari Nes", reason="Nei")
    assert journeys.history.verify(place).unbroken


ACTS = st.lists(
    st.sampled_from(["yes", "stranger", "wrong", "withdraw", "no", "edit", "back"]), max_size=6
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@examples(ACTS)
def test_only_the_last_word_of_the_speaker_about_these_words_counts(
    journeys: Journeys, tmp_path: Path, acts: list[str]
) -> None:
    """Whatever is done in whatever order: strangers, codes, edits and withdrawals revive nothing."""
    place = started(journeys, tmp_path)
    first = next(one for one in content().quotes() if one.id == QUOTE).paragraphs[0].plain
    now, yes = first, set[str]()
    declined: dict[str, bool] = {}

    for act in acts:
        match act:
            case "yes":
                journeys.approving.approve(place, said())
                yes.add(now)
                declined.pop(now, None)
            case "stranger":
                assert not journeys.approving.approve(place, said("Ola Li")).is_counted
            case "wrong":
                with pytest.raises(CodeWrong):
                    journeys.approving.approve(place, said(code="00-00-00"))
            case "withdraw" if yes:
                journeys.approving.withdraw(place, QUOTE, by="Kari Nes", reason="Nei")
                yes.clear()
            case "withdraw":
                with pytest.raises(NothingToWithdraw):
                    journeys.approving.withdraw(place, QUOTE, by="Kari Nes", reason="Nei")
            case "no":
                journeys.approving.approve(place, said(decision=Decided.DECLINED))
                declined[now] = True
            case _:
                now = first if act == "back" else "– Helt andre ord, sier Kari Nes."
                journeys.drafting.edit(place, QUOTE, now, None)
        state = journeys.approving.states(place)[QUOTE].state
        is_approved = now in yes and now not in declined
        assert (state is ApprovalState.APPROVED) == is_approved


def test_an_answer_to_a_round_before_the_withdrawal_revives_nothing(
    journeys: Journeys, tmp_path: Path
) -> None:
    """The same answer once more, or a late one of that round: the withdrawal stands."""
    place = started(journeys, tmp_path)
    answer = given()
    with place.recording() as recorder:
        recorder.record(EventKind.ROUND_OPENED, to_json(opened()))
        recorder.record(EventKind.APPROVAL_GIVEN, to_json(answer))
    before = journeys.approving.states(place)[QUOTE].state
    journeys.approving.withdraw(place, QUOTE, by="Kari Nes", reason="Saken er endret")

    with place.recording() as recorder:
        recorder.record(EventKind.APPROVAL_GIVEN, to_json(answer))
        recorder.record(EventKind.APPROVAL_GIVEN, to_json(replace(answer, id="a2")))
    replayed = journeys.approving.states(place)[QUOTE].state
    with place.recording() as recorder:
        recorder.record(EventKind.ROUND_OPENED, to_json(opened("r2", 2)))
        recorder.record(EventKind.APPROVAL_GIVEN, to_json(given(name="a3", asked_in="r2")))

    assert before is ApprovalState.APPROVED
    assert replayed is not ApprovalState.APPROVED
    assert journeys.approving.states(place)[QUOTE].state is ApprovalState.APPROVED
