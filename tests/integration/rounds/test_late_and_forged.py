"""Answers that come late, and answers that are not what they seem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.comments import comments
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.rounds import decisions
from pressdesk.services.approving import How, Said
from pressdesk.services.gate import Override
from round_table import (
    KARI,
    KARIS,
    OLA,
    OLAS,
    parts_of,
    replaced,
    tracked,
    typed_into_box,
    with_part,
)

if TYPE_CHECKING:
    from round_table import Table


def tracked_in_box(data: bytes, words: str, author: str) -> bytes:
    """Return a Word file with words in its first answer box, marked as somebody's."""
    mark = f'w:id="9100" w:author="{author}" w:date="2026-11-25T10:00:00Z"'
    run = f"<w:ins {mark}><w:r><w:t>{words}</w:t></w:r></w:ins>"
    typed = typed_into_box(data, "@@@")
    xml = _document(typed)
    plain = '<w:r><w:t xml:space="preserve">@@@</w:t></w:r>'
    assert xml.count(plain) == 1
    return with_part(typed, "word/document.xml", xml.replace(plain, run))


def _document(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def test_what_became_of_a_late_answer_is_recorded_at_the_freeze(table: Table) -> None:
    """No round closes after it, so the freeze puts the decisions into the ledger."""
    table.open()
    late = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li")
    table.journeys.rounds.close(table.place)
    table.receive(table.write("sent.docx", late))
    (line,) = table.journeys.proposals.listed(table.place)
    table.journeys.proposals.accept(table.place, [line.id])

    table.journeys.gate.freeze(table.place, Override(reason="Haster", by="Anne Berg"))

    events = table.place.read().events
    assert decisions(events) == {line.id: True}
    kinds = [one.header.kind for one in events]
    assert kinds.index(EventKind.PROPOSALS_DECIDED) < kinds.index(EventKind.FROZEN)
    (settled,) = table.journeys.proposals.listed(table.place)
    assert settled.is_settled


def test_a_mark_in_the_senders_name_is_pointed_out(table: Table) -> None:
    """It reads as the sender's own edit, but nobody here made it."""
    table.open()
    forged = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Nordlys AS")

    (got,) = table.receive(table.write("a.docx", forged))

    assert got.problems == ("senders_name",)
    (line,) = table.journeys.proposals.listed(table.place)
    assert line.person == "Nordlys AS"


def test_marks_that_were_sent_are_nothing_odd(table: Table) -> None:
    """The second round shows the sender's edits as marks, which come back as they went."""
    table.open()
    table.journeys.rounds.close(table.place)
    text = table.content.blocks[0]
    table.journeys.drafting.edit(
        table.place, text.id, "Partnerne bruker 300 millioner kroner på anlegget.", None
    )
    table.open()
    assert "w:author" in _document(table.sent["Li"].read_bytes())

    (got,) = table.receive(
        table.write("a.docx", typed_into_box(table.sent["Li"].read_bytes(), "GODKJENT"))
    )

    assert got.problems == ()


@pytest.mark.parametrize(
    ("author", "state"),
    [(OLA, "approved"), ("Bruker 1", "approved"), (KARI, "waiting"), ("Anne Berg", "waiting")],
)
def test_a_yes_in_somebody_elses_hand_is_a_comment(table: Table, author: str, state: str) -> None:
    """A mark of another reader or of a contact; what a word processor calls its user proves nothing."""
    table.open()
    data = tracked_in_box(table.sent["Li"].read_bytes(), "GODKJENT", author)

    (got,) = table.receive(table.write("a.docx", data))

    assert table.states()[OLAS] == state
    if state == "waiting":
        assert got.problems == ("not_the_speaker",)
        (comment,) = comments(table.place.read().events)
        assert (comment.added.author, comment.added.text) == (author, "GODKJENT")


def test_a_delegate_may_write_in_the_file_of_the_person_quoted(table: Table) -> None:
    """With recorded authority the hand does not matter."""
    table.journeys.approving.delegate(
        table.place, speaker=OLA, delegate="Anne Berg", evidence="E-post 24.11."
    )
    table.open()
    data = tracked_in_box(table.sent["Li"].read_bytes(), "GODKJENT", "Anne Berg")

    table.receive(table.write("a.docx", data))

    assert table.states()[OLAS] == "approved"


def test_words_that_turn_the_direction_of_writing_are_straightened(table: Table) -> None:
    """A proposal reads in the order in which it is stored, in marked and unmarked changes."""
    table.open()
    marked = tracked(table.sent["Li"].read_bytes(), "4000", "\u202e0005\u202c", "Ola Li")
    silent = replaced(table.sent["Nes"].read_bytes(), "4000", "\u202e0006\u202c")

    table.receive(table.write("a.docx", marked), table.write("b.docx", silent))

    news = [one.proposal.new for one in table.journeys.proposals.listed(table.place)]
    assert news == ["0005", "0006"]


def test_comments_are_cleaned_like_typed_ones(table: Table) -> None:
    """Invisible characters and runs of space say nothing."""
    table.open()
    data = typed_into_box(table.sent["Li"].read_bytes(), "Se\u200b   på\u00ad \u202edette")

    table.receive(table.write("a.docx", data))

    (comment,) = comments(table.place.read().events)
    assert comment.added.text == "Se på dette"


def test_an_approval_by_hand_survives_a_forged_no(table: Table) -> None:
    """A refusal in the hand of another reader takes nothing back."""
    table.open()
    table.journeys.approving.approve(
        table.place, Said(block=OLAS, by=OLA, how=How.PHONE, evidence="Ringte kl. 10")
    )
    data = tracked_in_box(table.sent["Li"].read_bytes(), "IKKE SITER MEG", KARI)

    table.receive(table.write("a.docx", data))

    assert table.states()[OLAS] == "approved"
    assert table.states()[KARIS] == "waiting"
