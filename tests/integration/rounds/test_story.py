"""A round as it is: three partners, LibreOffice, a conflict, approvals that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document

from pressdesk.domain.history import Stage
from pressdesk.domain.places import words_at
from pressdesk.domain.proposals import ProposalPart, ProposalState
from pressdesk.word.reading import read
from round_table import EVAS, KARIS, LAST, OLAS, TEXT, Table, typed_into_box

if TYPE_CHECKING:
    from pathlib import Path

    from word_partner import Partner


def retyped(sent: Path, target: Path, **changes: str) -> Path:
    """Return the words of a file in a new one that somebody typed off, with some changed."""
    document = Document()
    for line in read(sent).paragraphs:
        words = line.text.plain
        for old, new in changes.items():
            words = words.replace(old, new)
        document.add_paragraph(words)
    document.save(str(target))
    return target


def test_a_round_with_three_partners(table: Table, partner: Partner, tmp_path: Path) -> None:
    """Tracked, untracked and typed off; what was approved is approved, and nothing else."""
    table.open()
    kari = partner.edit(
        table.sent["Nes"],
        tmp_path / "kari.docx",
        ("replace", "200 millioner", "250 millioner"),
        ("replace", "utrolig glade", "glade"),
        ("comment", "fjernvarme i Bodø", "Skal vi si hvor i Bodø?"),
        author="Kari Nes",
    )
    kari.write_bytes(typed_into_box(kari.read_bytes(), "GODKJENT Kari Nes 25.11.2026"))
    ola = partner.edit(
        table.sent["Li"],
        tmp_path / "ola.docx",
        ("replace", "200 millioner", "300 millioner"),
        ("replace", "4000", "5000"),
        is_tracked=False,
        author="Ola Li",
    )
    ola.write_bytes(typed_into_box(ola.read_bytes(), "Godkjent!"))
    eva = retyped(table.sent["Moe"], tmp_path / "eva.docx", Rønvik="Langstranda")

    first, second, third = table.receive(kari, ola, eva)

    assert [one.is_taken for one in (first, second, third)] == [True, True, True]
    assert first.response is not None
    assert second.response is not None
    assert third.response is not None
    assert (third.response.person, third.problems) == ("Eva Moe", ("no_manifest",))
    assert {one.is_marked for one in first.response.proposals} == {True}
    assert {one.is_marked for one in second.response.proposals} == {False}
    assert {one.author for one in first.response.proposals} == {"Kari Nes"}
    assert [one.decision.value for one in first.response.answers] == ["approved_as_changed"]
    assert [one.decision.value for one in second.response.answers] == ["approved"]
    assert first.comments == 1
    assert table.states() == {KARIS: "waiting", OLAS: "approved", EVAS: "waiting"}

    lines = table.journeys.proposals.listed(table.place)
    clash = [one for one in lines if one.proposal.block == TEXT]
    assert [one.is_conflict for one in clash] == [True, True]
    chosen = next(one for one in clash if "300" in one.proposal.new)
    other = next(one for one in clash if one is not chosen)
    table.journeys.proposals.accept(table.place, [chosen.id])
    table.journeys.proposals.reject(table.place, [other.id])
    table.journeys.proposals.accept(table.place, None)

    text = table.content
    assert "300 millioner" in (words_at(text, (ProposalPart.BLOCK, TEXT)) or "")
    assert "5000" in (words_at(text, (ProposalPart.BLOCK, LAST)) or "")
    assert table.states() == {KARIS: "approved", OLAS: "approved", EVAS: "waiting"}

    closed = table.journeys.rounds.close(table.place)
    assert (closed.number, closed.rejected) == (1, 1)
    release = table.place.read()
    assert {one.state for one in table.journeys.proposals.listed(table.place)} == {
        ProposalState.ACCEPTED,
        ProposalState.REJECTED,
    }
    assert table.journeys.history.verify(table.place).unbroken
    kinds = [event.header.kind.value for event in release.events]
    assert kinds[-3:] == ["RevisionSaved", "ProposalsDecided", "RoundClosed"]


def test_words_that_change_must_be_approved_again_and_come_back(table: Table) -> None:
    """The words decide, not who wrote them when; a request shows just the difference."""
    table.open()
    sent = table.sent["Li"].read_bytes()
    table.receive(table.write("ola.docx", typed_into_box(sent, "GODKJENT")))
    approved = words_at(table.content, (ProposalPart.BLOCK, OLAS)) or ""

    table.journeys.drafting.edit(table.place, OLAS, approved.replace("bra", "flott"), None)

    assert table.states()[OLAS] == "stale"
    from datetime import timedelta

    from pressdesk.services.invitations import Invitation
    from pressdesk.word.views import REJECTED

    asked = table.journeys.rounds.request(
        table.place,
        OLAS,
        Invitation.parse("Ola Li;partner=Fjell"),
        table.now + timedelta(days=1),
        table.folder / "sitat",
    )
    (path,) = asked.paths
    assert table.states()[OLAS] == "waiting"
    assert approved in [one.text.plain for one in read(path, view=REJECTED).paragraphs]
    assert not [one for one in read(path).paragraphs if "Kari Nes" in one.text.plain]
    answer = table.write("nytt.docx", typed_into_box(path.read_bytes(), "GODKJENT"))
    (got,) = table.receive(answer)
    assert (got.round_number, got.problems) == (0, ())
    assert table.states()[OLAS] == "approved"
    table.journeys.drafting.edit(table.place, OLAS, approved, None)
    assert table.states()[OLAS] == "approved"


def test_the_next_round_shows_what_changed_since(table: Table) -> None:
    """To those who have seen the text before; to somebody new it is just the text."""
    from pressdesk.word.reading import read_marked
    from pressdesk.word.views import REJECTED

    table.open()
    before = [one.text.plain for one in read(table.sent["Nes"]).paragraphs]
    table.journeys.rounds.close(table.place)
    table.journeys.drafting.edit(table.place, LAST, "Anlegget skal stå ferdig i 2029.", None)

    table.open("Kari Nes;role=approver;partner=Nordlys", "Per Dal;partner=Fjell")

    seen = [one.text.plain for one in read(table.sent["Nes"], view=REJECTED).paragraphs]
    assert next(words for words in before if "2028" in words) in seen
    assert read_marked(table.sent["Dal"]).revisions == ()
    authors = {
        change.author
        for revision in read_marked(table.sent["Nes"]).revisions
        for change in revision.changes
    }
    assert authors == {"Nordlys AS"}


def test_the_desk_sees_the_round(table: Table) -> None:
    """The stage and the approvals of a line follow the ledger."""
    with table.place.reading() as work:
        assert work.overviews()[0].stage is Stage.DRAFT
    table.open()
    sent = table.sent["Li"].read_bytes()
    table.receive(table.write("ola.docx", typed_into_box(sent, "GODKJENT")))

    with table.place.reading() as work:
        (line,) = work.overviews()

    assert (line.stage, line.approved, line.quotes) == (Stage.ROUND, 1, 3)
