"""Opening, moving and closing a round: all of it, or nothing at all."""

from __future__ import annotations

import zipfile
from datetime import timedelta

import pytest

from pressdesk.domain.errors import (
    DeadlinePassed,
    DraftMoved,
    FolderReadOnly,
    InvitationUnclear,
    InvitedPartnerUnknown,
    NobodyInvited,
    NoOpenRound,
    NotTheirQuote,
    PersonTwice,
    PressDeskError,
    ProposalSettled,
    ProposalsInConflict,
    ProposalsUndecided,
    ProposalUnknown,
    RoleUnknown,
    RoundCancelled,
    RoundIsOpen,
    TargetExists,
)
from pressdesk.domain.rounds import ReaderRole
from pressdesk.services.invitations import Invitation
from pressdesk.word.reading import read
from round_table import INVITATIONS, OLAS, Table, replaced, tracked, typed_into_box


def left(table: Table) -> list[str]:
    return sorted(path.name for path in table.folder.rglob("*") if "data" not in path.parts)


def test_an_invitation_is_read() -> None:
    """Name, mail, role and partner; all but the name may be missing."""
    full = Invitation.parse(" Kari Nes <kari@n.example> ; role=Approver; partner=Nordlys AS ")

    assert full == Invitation(
        name="Kari Nes", mail="kari@n.example", role=ReaderRole.APPROVER, partner="Nordlys AS"
    )
    assert Invitation.parse("Åse") == Invitation(name="Åse")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", InvitationUnclear),
        ("<kari@n.example>", InvitationUnclear),
        ("Kari;rolle=reader", InvitationUnclear),
        ("Kari;role=reader;role=approver", InvitationUnclear),
        ("Kari;role=", InvitationUnclear),
        ("Kari\x07;role=reader", InvitationUnclear),
        ("Kari <script>alert(1)</script>", InvitationUnclear),
        ("K" * 500, InvitationUnclear),
        ("Kari;role=boss", RoleUnknown),
    ],
)
def test_what_is_no_invitation_is_refused(words: str, kind: type[PressDeskError]) -> None:
    """Another form, another role, signs that nobody sees."""
    with pytest.raises(kind):
        Invitation.parse(words)


@pytest.mark.parametrize(
    ("invitations", "kind"),
    [
        ((), NobodyInvited),
        (("Kari", "kari"), PersonTwice),
        (("Kari;partner=Ukjent",), InvitedPartnerUnknown),
    ],
)
def test_people_who_do_not_fit_are_refused(
    table: Table, invitations: tuple[str, ...], kind: type[PressDeskError]
) -> None:
    """And nothing is there afterwards."""
    before, files = table.place.read(), left(table)

    with pytest.raises(kind):
        table.journeys.rounds.open(
            table.place,
            [Invitation.parse(words) for words in invitations],
            table.now + timedelta(days=1),
            table.folder / "ut",
        )

    assert (table.place.read(), left(table)) == (before, files)


def test_a_deadline_in_the_past_is_refused(table: Table) -> None:
    """When a round is opened, and when it is moved."""
    past = table.now - timedelta(minutes=1)
    people = [Invitation(name="Kari")]

    with pytest.raises(DeadlinePassed):
        table.journeys.rounds.open(table.place, people, past, table.folder / "ut")
    table.open()
    with pytest.raises(DeadlinePassed):
        table.journeys.rounds.move(table.place, past)


def test_one_round_at_a_time(table: Table) -> None:
    """A second one waits until the first is closed; without one there is nothing to close."""
    with pytest.raises(NoOpenRound):
        table.journeys.rounds.close(table.place)
    table.open()
    with pytest.raises(RoundIsOpen):
        table.open()
    table.journeys.rounds.close(table.place)

    assert table.open().opened.number == 2


def test_a_round_that_is_stopped_leaves_nothing(table: Table) -> None:
    """Not even the folder."""
    before, files = table.place.read(), left(table)
    seen: list[int] = []

    with pytest.raises(RoundCancelled):
        table.journeys.rounds.open(
            table.place,
            [Invitation.parse(words) for words in INVITATIONS],
            table.now + timedelta(days=1),
            table.folder / "ut",
            progress=lambda done, _of: seen.append(done),
            cancelled=lambda: len(seen) == 2,
        )

    assert seen == [0, 1]
    assert (table.place.read(), left(table)) == (before, files)


def test_a_file_that_is_there_is_never_written_over(table: Table) -> None:
    """The round is not opened, and no other file is left."""
    folder = table.folder / "ut0"
    folder.mkdir()
    name = "2026-11-24_Nordlys-Fjell-Havn_pressemelding_runde1_Moe_nb.docx"
    (folder / name).write_bytes(b"mine")

    with pytest.raises(TargetExists):
        table.journeys.rounds.open(
            table.place,
            [Invitation.parse(words) for words in INVITATIONS],
            table.now + timedelta(days=1),
            folder,
        )

    assert [path.name for path in folder.iterdir()] == [name]
    assert table.journeys.rounds.show(table.place) == ()


def test_a_folder_that_cannot_be_made_is_said(table: Table) -> None:
    """A file stands where the folder should be."""
    (table.folder / "ut").write_bytes(b"")

    with pytest.raises(FolderReadOnly):
        table.journeys.rounds.open(
            table.place,
            [Invitation(name="Kari")],
            table.now + timedelta(days=1),
            table.folder / "ut" / "inne",
        )


def test_files_are_named_by_rule_and_each_has_its_own(table: Table) -> None:
    """The surname of whom it is for; all of the name where two share it; never a path."""
    found = table.open(
        "Kari Nes", "Ola Nes", "Liv ../../etc/Æsøy-Dal", "💥", "Kari Nes <a@b.example>"
    )

    assert [path.name for path in found.paths] == [
        f"2026-11-24_Nordlys-Fjell-Havn_pressemelding_runde1_{who}_nb.docx"
        for who in ("Nes", "Ola-Nes", "etcÆsøyDal", "x", "Kari-Nes")
    ]


def test_the_page_speaks_the_language_of_the_release(table: Table) -> None:
    """Deadline with its weekday, by Norwegian clocks; what to write in the box."""
    table.open(is_confidential=True, is_listed_partner=True)

    words = [one.text.plain for one in read(table.sent["Li"]).paragraphs]

    assert words[0].startswith("Til gjennomgang for Ola Li · runde 1 · svar innen torsdag 26. nov")
    assert "GODKJENT" in words[2]
    assert "IKKE SITER MEG" in words[2]
    assert words[3].startswith("Fortrolig")
    assert "innsideinformasjon" in words[4]


def test_what_was_sent_travels_with_the_release(table: Table) -> None:
    """Its bytes are in the file, and can be written again."""
    opened = table.open().opened
    sent = table.sent["Li"].read_bytes()

    again = table.journeys.rounds.files_again(table.place, opened.id, table.folder / "igjen")

    assert again[1].read_bytes() == sent
    assert zipfile.is_zipfile(again[1])
    with table.journeys.open_desk() as desk:
        release = desk.take_in(table.folder / "a.pressdesk")
        desk.hand_out(release, table.folder / "ut.pressdesk")
    copy = table.journeys.at(table.folder / "ut.pressdesk").read()
    assert copy.attachments == table.place.read().attachments


def test_a_quote_is_asked_of_its_speaker_only(table: Table) -> None:
    """Or of somebody with recorded authority."""
    with pytest.raises(NotTheirQuote):
        table.journeys.rounds.request(
            table.place,
            OLAS,
            Invitation(name="Kari Nes"),
            table.now + timedelta(days=1),
            table.folder / "ut",
        )


def test_a_round_with_open_proposals_is_closed_by_choice_only(table: Table) -> None:
    """Then the rest is rejected, and nothing of it can be decided any more."""
    table.open()
    table.receive(
        table.write("a.docx", tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li"))
    )
    with pytest.raises(ProposalsUndecided):
        table.journeys.rounds.close(table.place)

    closed = table.journeys.rounds.close(table.place, reject_rest=True)

    assert (closed.accepted, closed.rejected) == (0, 1)
    (line,) = table.journeys.proposals.listed(table.place)
    assert line.is_settled
    with pytest.raises(ProposalSettled):
        table.journeys.proposals.accept(table.place, [line.id])
    with pytest.raises(ProposalUnknown):
        table.journeys.proposals.accept(table.place, ["finnes\x07ikke"])


def test_two_who_decide_at_once_are_told(table: Table) -> None:
    """The second window has read an older draft: nothing is lost, nothing is decided twice."""
    table.open()
    data = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li")
    table.receive(table.write("a.docx", replaced(data, "200 millioner", "300 millioner")))
    first, second = table.journeys.proposals.listed(table.place)
    version = table.place.read().draft.version

    table.journeys.proposals.accept(table.place, [first.id], read_version=version)
    with pytest.raises(DraftMoved):
        table.journeys.proposals.accept(table.place, [second.id], read_version=version)
    with pytest.raises(DraftMoved):
        table.journeys.drafting.save(
            table.place, table.place.read().draft.contents, read_version=version
        )

    assert table.place.read().draft.decisions == {first.id: True}


def test_all_that_fits_is_taken_and_the_rest_is_said(table: Table) -> None:
    """Accepting all with a conflict between two people."""
    table.open()
    ours = tracked(table.sent["Li"].read_bytes(), "200 m", "300 m", "Ola Li")
    theirs = replaced(table.sent["Moe"].read_bytes(), "200 m", "250 m")
    theirs = typed_into_box(replaced(theirs, "4000", "5000"), "GODKJENT")
    table.receive(table.write("a.docx", ours), table.write("b.docx", theirs))

    with pytest.raises(ProposalsInConflict) as refused:
        table.journeys.proposals.accept(table.place, None)

    assert refused.value.taken == 1
    states = [one.state.value for one in table.journeys.proposals.listed(table.place)]
    assert sorted(states) == ["accepted", "open", "open"]


def test_a_newer_deadline_counts(table: Table) -> None:
    """It is in the ledger, and those who have not answered are not overdue."""
    table.open()
    later = table.now + timedelta(days=9)

    table.journeys.rounds.move(table.place, later)

    (asked,) = table.journeys.rounds.show(table.place)
    assert asked.deadline == later
