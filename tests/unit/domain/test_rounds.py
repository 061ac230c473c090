"""Rounds, comments, the gate and the stage, as the ledger tells them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ledgers import ledger
from pressdesk.domain.approvals import Scope
from pressdesk.domain.comments import Audience, CommentAdded, CommentResolved, comments
from pressdesk.domain.content import Boilerplate, Contact, Content
from pressdesk.domain.draft import Draft
from pressdesk.domain.freezing import Frozen, draft_revision, frozen, is_frozen, stage
from pressdesk.domain.hashing import boilerplate_hash
from pressdesk.domain.history import Stage
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.overview import overview
from pressdesk.domain.preflight import FAILURES, GapCode, OpenPlaceholder, Preflight, preflight
from pressdesk.domain.proposals import Proposal, ProposalChange, ProposalPart
from pressdesk.domain.rounds import (
    Awaited,
    DeadlineMoved,
    Decided,
    ProposalDecision,
    ProposalsDecided,
    ReaderRole,
    ResponseReceived,
    RoundClosed,
    Via,
    awaited,
    decisions,
    open_round,
    rounds,
)
from pressdesk.domain.text import Text
from samples import NOW, RELEASE, content
from unit.domain.reviews import DIGEST, QUOTE, given, hash_of, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENED = (EventKind.ROUND_OPENED, opened())
CLOSED = (EventKind.ROUND_CLOSED, RoundClosed(round="r1"))
NORDLYS, FJELL = PartnerId("p1"), PartnerId("p2")


def proposal(name: str = "f1", *, is_marked: bool = True) -> Proposal:
    return Proposal(
        id=name,
        part=ProposalPart.BLOCK,
        block=BlockId("b1"),
        start=21,
        end=25,
        old="2028",
        new="2029",
        change=ProposalChange.WORDS,
        after=None,
        author="Ola Li",
        partner=FJELL,
        is_marked=is_marked,
        flags=(),
    )


def answer(*proposals: Proposal) -> tuple[EventKind, object]:
    received = ResponseReceived(
        id="s1",
        round="r1",
        reader=opened().readers[0].id,
        person="Kari Nes",
        via=Via.WORD,
        file_name="svar.docx",
        file=DIGEST,
        base=DIGEST,
        proposals=proposals,
        answers=(),
        problems=(),
    )
    return EventKind.RESPONSE_RECEIVED, received


def comment(
    audience: Audience = Audience.ALL,
    reader: PartnerId | None = None,
    name: str = "k1",
    parent: str | None = None,
) -> tuple[EventKind, object]:
    added = CommentAdded(
        id=name,
        parent=parent,
        part=ProposalPart.BLOCK,
        block=BlockId("b1"),
        paragraph=0,
        start=0,
        end=7,
        anchor="Anlegget",
        text="Er dette avklart?",
        author="Kari Nes",
        partner=NORDLYS,
        audience=audience,
        reader=reader,
        round=None,
        response=None,
        made_at=None,
    )
    return EventKind.COMMENT_ADDED, added


def complete() -> Content:
    """Return the sample release with nothing missing but approvals."""
    release = content()
    about = tuple(
        Boilerplate(
            id=BlockId(f"om-{one.id}"),
            partner=one.id,
            heading=Text.of(f"Om {one.short}"),
            paragraphs=(Text.of(f"{one.name} bygger varme."),),
        )
        for one in release.partners
    )
    contacts = (*release.contacts, Contact(partner=FJELL, name="Ola Li", phone="900 00 002"))
    blocks = tuple(one for one in release.blocks if one.id != BlockId("b3"))
    return replace(release, boilerplates=about, contacts=contacts, blocks=blocks)


def gaps(
    records: Sequence[tuple[EventKind, object]],
    release: Content,
    *,
    decided: dict[str, bool] | None = None,
    placeholders: Sequence[OpenPlaceholder] = (),
) -> Preflight:
    return preflight(ledger(records), release, decided=decided or {}, placeholders=placeholders)


def codes(found: Preflight) -> set[GapCode]:
    return {gap.code for gap in found.blocking}


def test_a_round_gathers_what_came_back() -> None:
    """Its answers in order, the deadline it has now, and whether it is open."""
    moved = DeadlineMoved(round="r1", deadline=NOW + timedelta(days=5))
    silent = proposal("f2", is_marked=False)

    (found,) = rounds(
        ledger([OPENED, answer(proposal(), silent), (EventKind.DEADLINE_MOVED, moved)])
    )

    assert found.is_open
    assert found.deadline == NOW + timedelta(days=5)
    assert found.opened.deadline == NOW + timedelta(days=2)
    assert found.responses[0].silent_edits == 1
    assert found.responses_of(found.opened.readers[0]) == found.responses
    assert [one.id for one in found.proposals()] == ["f1", "f2"]


def test_a_closed_round_is_not_open() -> None:
    """And there is none that is."""
    events = ledger([OPENED, CLOSED])

    assert rounds(events)[0].closed_at is not None
    assert open_round(events) is None
    assert open_round(ledger([OPENED])) == rounds(ledger([OPENED]))[0]


def test_a_request_for_one_quote_is_no_round() -> None:
    """It stands beside them."""
    request = replace(opened("q1", 0), quote=QUOTE)

    events = ledger([(EventKind.ROUND_OPENED, request)])

    assert rounds(events)[0].is_request
    assert open_round(events) is None


def test_decisions_are_those_that_were_written() -> None:
    """One batch for each round."""
    decided = ProposalsDecided(
        round="r1",
        decisions=(
            ProposalDecision(proposal="f1", is_accepted=True),
            ProposalDecision(proposal="f2", is_accepted=False),
        ),
        revision=DIGEST,
    )

    events = ledger([OPENED, (EventKind.PROPOSALS_DECIDED, decided)])

    assert decisions(events) == {"f1": True, "f2": False}


@pytest.mark.parametrize(
    ("audience", "reader", "readers"),
    [
        (Audience.OWN, None, {NORDLYS}),
        (Audience.ALL, None, {NORDLYS, FJELL, None}),
        (Audience.PARTNER, FJELL, {NORDLYS, FJELL}),
        (Audience.PARTNER, PartnerId("p3"), {NORDLYS}),
    ],
)
def test_a_comment_is_read_by_its_audience(
    audience: Audience, reader: PartnerId | None, readers: set[PartnerId | None]
) -> None:
    """The author's own organisation always, strangers only what all may."""
    (found,) = comments(ledger([comment(audience, reader)]))

    assert {who for who in (NORDLYS, FJELL, None) if found.may_read(who)} == readers


def test_a_settled_comment_is_not_open_and_a_reply_never_is() -> None:
    """Replies are settled with what they answer."""
    settled = CommentResolved(comment="k1", by="Kari Nes", reason="Avklart på telefon")
    reply = comment(name="k2", parent="k1")

    before = comments(ledger([comment(), reply]))
    after = comments(ledger([comment(), reply, (EventKind.COMMENT_RESOLVED, settled)]))

    assert [one.is_open for one in before] == [True, False]
    assert [one.is_open for one in after] == [False, False]


def test_an_open_round_waits_for_those_who_have_not_answered() -> None:
    """Until the deadline it has now; readers are not asked; a request outside the rounds is none."""
    one = opened(number=2)
    kari = one.readers[0]
    ola = replace(kari, id=PersonId("r1-ola"), name="Ola Li")
    silent = replace(kari, id=PersonId("r1-siv"), name="Siv Moe", role=ReaderRole.READER)
    asked = (EventKind.ROUND_OPENED, replace(one, readers=(kari, ola, silent)))
    request = (EventKind.ROUND_OPENED, replace(opened("q1", number=0), quote=QUOTE))
    later = NOW + timedelta(days=5)
    moved = (EventKind.DEADLINE_MOVED, DeadlineMoved(round="r1", deadline=later))

    sent = awaited(ledger([asked, request]))
    half = awaited(ledger([asked, moved, answer(proposal()), request]))

    assert sent == Awaited(number=2, deadline=one.deadline, names=("Kari Nes", "Ola Li"))
    assert half == Awaited(number=2, deadline=later, names=("Ola Li",))
    assert awaited(ledger([asked, CLOSED, request])) is None
    assert awaited(()) is None


def test_the_desk_tells_of_the_round_and_of_words_to_approve_anew() -> None:
    """From the ledger against the words in hand, and nothing of a round that is closed."""
    release = complete()
    asked = (EventKind.ROUND_OPENED, opened(release=release))
    yes = (EventKind.APPROVAL_GIVEN, given(release))
    changed = _with_quote(release, "Vi gleder oss ikke.")
    held, other = (Draft(contents=(one,), version=1, saved_at=NOW) for one in (release, changed))

    waiting = overview(RELEASE, held, ledger([asked]))
    approved = overview(RELEASE, held, ledger([asked, answer(), yes]))
    stale = overview(RELEASE, other, ledger([asked, answer(), yes, CLOSED]))

    assert (waiting.stage, waiting.round_number, waiting.waiting_for) == (
        *(Stage.ROUND, 1),
        ("Kari Nes",),
    )
    assert waiting.deadline == opened().deadline
    assert (approved.approved, approved.stale, approved.waiting_for) == (1, 0, ())
    assert (stale.stage, stale.approved, stale.stale) == (Stage.DRAFT, 0, 1)
    assert (stale.round_number, stale.deadline, stale.waiting_for) == (0, None, ())


def _with_quote(release: Content, words: str) -> Content:
    blocks = [
        replace(one, paragraphs=(Text.of(words),)) if one.id == QUOTE else one
        for one in release.blocks
    ]
    return replace(release, blocks=tuple(blocks))  # type: ignore[arg-type]  # a quote stays one


def test_the_gate_names_what_is_missing() -> None:
    """Approvals, the unclear speaker, and the partner without a contact."""
    found = gaps([], content())

    assert codes(found) == {GapCode.QUOTE_NOT_APPROVED, GapCode.CONTACT_MISSING}
    assert [gap.who for gap in found.blocking if gap.code is GapCode.CONTACT_MISSING] == ["Fjell"]
    assert not found.is_ready


def test_the_gate_opens_when_everything_is_there() -> None:
    """Nothing but warnings is left."""
    release = complete()
    yes = (EventKind.APPROVAL_GIVEN, given(release))
    asked = (EventKind.ROUND_OPENED, opened(release=release))

    found = gaps([asked, yes, CLOSED], release)

    assert found.is_ready
    assert {gap.code for gap in found.warnings} == {GapCode.DATE_MISSING, GapCode.MODE_MISSING}


def test_what_came_back_and_is_not_settled_blocks() -> None:
    """Open proposals and comments; those decided in the draft do not."""
    release = complete()
    asked = (EventKind.ROUND_OPENED, opened(release=release))
    yes = (EventKind.APPROVAL_GIVEN, given(release))
    events = [asked, answer(proposal()), yes, comment()]

    assert codes(gaps(events, release)) == {GapCode.PROPOSAL_OPEN, GapCode.COMMENT_OPEN}
    assert codes(gaps(events, release, decided={"f1": False})) == {GapCode.COMMENT_OPEN}


def test_comments_of_one_author_on_one_place_are_counted() -> None:
    """One gap tells of them all; those of others stand apart, and settled ones are not counted."""
    _, theirs = comment(name="k3")
    assert isinstance(theirs, CommentAdded)
    others = (EventKind.COMMENT_ADDED, replace(theirs, author="Ola Li"))
    settled = CommentResolved(comment="k4", by="Kari Nes", reason="Avklart")
    events = [comment(), comment(name="k2"), others, comment(name="k4")]

    found = gaps([*events, (EventKind.COMMENT_RESOLVED, settled)], complete())

    told = [one for one in found.blocking if one.code is GapCode.COMMENT_OPEN]
    assert [(one.who, one.count) for one in told] == [("Kari Nes", 2), ("Ola Li", 1)]


@pytest.mark.parametrize(
    ("decision", "words", "code"),
    [
        (Decided.APPROVED, "Nordlys bygger varme.", None),
        (Decided.APPROVED, "Nordlys bygger mer varme.", GapCode.BOILERPLATE_CHANGED),
        (Decided.CHANGE_ASKED, "Nordlys bygger varme.", GapCode.BOILERPLATE_REFUSED),
        (Decided.DECLINED, "Nordlys bygger varme.", GapCode.BOILERPLATE_REFUSED),
    ],
)
def test_what_a_partner_said_of_its_text_is_worth_a_look_and_never_blocks(
    decision: Decided, words: str, code: GapCode | None
) -> None:
    """A text that nobody approved is not asked about."""
    release = complete()
    about = replace(release.boilerplates[0], paragraphs=(Text.of("Nordlys bygger varme."),))
    said_of = replace(release, boilerplates=(about, *release.boilerplates[1:]))
    now = replace(about, paragraphs=(Text.of(words),))
    held = replace(release, boilerplates=(now, *release.boilerplates[1:]))
    yes = replace(
        given(release, decision=decision, asked_in=None),
        scope=Scope.BOILERPLATE,
        block=about.id,
        content_hash=boilerplate_hash(said_of, about),
        speaker=None,
        partner=NORDLYS,
    )

    before, after = gaps([], held), gaps([(EventKind.APPROVAL_GIVEN, yes)], held)

    told = [one for one in after.warnings if one not in before.warnings]
    assert [(one.code, one.block) for one in told] == ([(code, about.id)] if code else [])
    assert after.blocking == before.blocking


def test_placeholders_block() -> None:
    """They are found elsewhere and counted here."""
    left = OpenPlaceholder(block=BlockId("b1"), words="[antall]")

    (gap,) = (
        one
        for one in gaps([], content(), placeholders=[left]).blocking
        if one.code is GapCode.PLACEHOLDER
    )

    assert (gap.block, gap.words, gap.failure) == ("b1", "[antall]", "F30")


def test_every_gap_names_its_failure() -> None:
    """From the product's list."""
    assert set(FAILURES) == set(GapCode)


def test_the_frozen_text_is_the_one_that_was_named() -> None:
    """A changed word makes it a draft again, the old word makes it frozen again."""
    release = complete()
    done = Frozen(revision=draft_revision([release]), number=3)
    events = ledger([(EventKind.FROZEN, done)])
    changed = replace(release, title=Text.of("Noe annet"))

    assert frozen(events) == done
    assert is_frozen(events, [release])
    assert not is_frozen(events, [changed])
    assert stage(events, [release]) is Stage.FROZEN
    assert stage(events, [changed]) is Stage.DRAFT


def test_the_stage_follows_round_and_approvals() -> None:
    """Draft, round, ready."""
    release = complete()
    asked = (EventKind.ROUND_OPENED, opened(release=release))
    yes = (EventKind.APPROVAL_GIVEN, given(release))

    assert stage((), [release]) is Stage.DRAFT
    assert stage(ledger([asked]), [release]) is Stage.ROUND
    assert stage(ledger([asked, CLOSED]), [release]) is Stage.DRAFT
    assert stage(ledger([asked, yes, CLOSED]), [release]) is Stage.READY
    assert hash_of(release) == given(release).content_hash
