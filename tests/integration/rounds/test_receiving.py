"""Answers of every kind: taken and attributed as well as can be, or refused in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.comments import Audience, comments
from pressdesk.domain.errors import (
    AnswerKindUnknown,
    AnswerOfOtherRelease,
    AnswerOfUnknownReader,
    AnswerOfUnknownRound,
    AnswerTicketAltered,
    AnswerUnrecognised,
    SourceMissing,
    WordFileDamaged,
)
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.proposals import ProposalChange, ProposalFlag, ProposalPart
from pressdesk.domain.rounds import ReviewRound, rounds
from round_table import (
    EVAS,
    KARIS,
    OLAS,
    TEXT,
    Table,
    parts_of,
    replaced,
    tracked,
    typed_into_box,
    with_part,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.proposals import Proposal


def proposals(table: Table) -> list[Proposal]:
    return [one for asked in table.journeys.rounds.show(table.place) for one in asked.proposals()]


def only_round(table: Table) -> ReviewRound:
    return table.journeys.rounds.show(table.place)[-1]


def ticketed(data: bytes, old: str, new: str) -> bytes:
    """Return a file whose ticket was edited, in both of its places."""
    for name in ("docProps/custom.xml", "customXml/item1.xml"):
        xml = parts_of(data)[name].decode()
        assert old in xml
        data = with_part(data, name, xml.replace(old, new))
    return data


def without_ticket(data: bytes) -> bytes:
    for name in ("docProps/custom.xml", "customXml/item1.xml"):
        xml = parts_of(data)[name].decode()
        data = with_part(data, name, xml.replace("ticket", "t").replace("PressDesk", "x"))
    return data


def test_the_same_file_twice_is_taken_once(table: Table) -> None:
    """By its bytes, and by what it says where another program saved it anew."""
    table.open()
    data = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li")
    saved_anew = with_part(data, "docProps/app.xml", "<x/>")
    table.receive(table.write("a.docx", data))
    before = len(table.place.read().events)

    (same,) = table.receive(table.write("a.docx", data))
    (again,) = table.receive(table.write("b.docx", saved_anew))

    assert [one.problems for one in (same, again)] == [("duplicate",), ("duplicate",)]
    assert len(table.place.read().events) == before
    assert len(proposals(table)) == 1


def test_a_second_answer_adds_what_is_new_in_it(table: Table) -> None:
    """Somebody thought again: the first change is not proposed twice."""
    table.open()
    first = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li")
    second = replaced(first, "200 millioner", "300 millioner")
    table.receive(table.write("a.docx", first))

    (got,) = table.receive(table.write("b.docx", second))

    assert got.response is not None
    assert [(one.old, one.new) for one in got.response.proposals] == [("200", "300")]


def test_an_answer_to_a_closed_round_is_said_to_be_one(table: Table) -> None:
    """It is taken, its proposals land in the text of today, and its approval is of those words."""
    table.open()
    late = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola Li")
    late = typed_into_box(late, "GODKJENT")
    table.journeys.rounds.close(table.place)
    table.journeys.drafting.edit(table.place, OLAS, "– Noe helt annet, sier Ola Li.", None)

    (got,) = table.receive(table.write("sent.docx", late))

    assert got.problems == ("old_round",)
    assert table.states()[OLAS] == "stale"
    (line,) = table.journeys.proposals.listed(table.place)
    assert not line.is_conflict


def test_an_approval_that_was_taken_back_is_not_revived(table: Table) -> None:
    """Neither by the same file nor by a new answer in the old round."""
    table.open()
    data = typed_into_box(table.sent["Li"].read_bytes(), "GODKJENT")
    table.receive(table.write("a.docx", data))
    assert table.states()[OLAS] == "approved"
    with table.place.recording() as recorder:
        names = tuple(
            one.header.seq for one in recorder.events if one.header.kind is EventKind.APPROVAL_GIVEN
        )
        assert len(names) == 1
    table.journeys.approving.withdraw(table.place, OLAS, by="Ola Li", reason="Ombestemte seg")
    assert table.states()[OLAS] != "approved"

    table.receive(table.write("a.docx", data))
    table.receive(table.write("b.docx", with_part(data, "docProps/app.xml", "<x/>")))
    table.receive(table.write("c.docx", tracked(data, "4000", "5000", "Ola Li")))

    assert table.states()[OLAS] != "approved"


def test_another_release_has_its_own_answers(table: Table, tmp_path: Path) -> None:
    """With a ticket, and without one where little of the text is the same."""
    (tmp_path / "annen").mkdir()
    from samples import content

    other = Table.laid(tmp_path / "annen", content(), "01RRRR")
    other.open("Ola Li;role=approver")
    data = other.sent["Li"].read_bytes()
    table.open()
    before = table.place.read()

    ticket, bare = table.receive(
        table.write("a.docx", data),
        table.write("b.docx", without_ticket(data)),
    )

    assert isinstance(bare.refusal, AnswerUnrecognised)
    assert isinstance(ticket.refusal, AnswerOfOtherRelease)
    assert table.place.read() == before


def test_bent_tickets_are_refused(table: Table) -> None:
    """Another release, round, reader or version; or two tickets that contradict each other."""
    opened = table.open().opened
    data = table.sent["Li"].read_bytes()
    release = table.place.read().id
    reader = opened.readers[1].id
    before = table.place.read()
    bent = {
        "a.docx": (ticketed(data, release, "01J8Z3K5Q6R7S8T9V0W1X2Y3Z4"), AnswerOfOtherRelease),
        "b.docx": (ticketed(data, opened.id, "01J8Z3K5Q6R7S8T9V0W1X2Y3Z4"), AnswerOfUnknownRound),
        "c.docx": (ticketed(data, reader, "01J8Z3K5Q6R7S8T9V0W1X2Y3Z4"), AnswerOfUnknownReader),
        "d.docx": (ticketed(data, opened.revision, "a" * 64), AnswerTicketAltered),
    }
    xml = parts_of(data)["docProps/custom.xml"].decode()
    half = with_part(data, "docProps/custom.xml", xml.replace(reader, opened.readers[0].id))
    bent["e.docx"] = (half, AnswerTicketAltered)

    for name, (file, kind) in bent.items():
        (got,) = table.receive(table.write(name, file))
        assert isinstance(got.refusal, kind), name
    assert table.place.read() == before


def test_a_file_of_another_person_is_theirs(table: Table) -> None:
    """Ola answered in Kari's file: it is hers, the marks are his, his yes is for her words only."""
    table.open()
    data = tracked(table.sent["Nes"].read_bytes(), "4000", "5000", "Ola Li")

    (got,) = table.receive(table.write("a.docx", data))

    assert got.response is not None
    assert got.response.person == "Kari Nes"
    assert got.response.proposals[0].author == "Ola Li"


def test_only_the_speaker_approves(table: Table) -> None:
    """A box forged for somebody else's quote is a comment, and approves nothing."""
    table.open()
    xml = parts_of(table.sent["Nes"].read_bytes())["word/document.xml"].decode()
    forged = xml.replace(f"pa_{KARIS}", f"pa_{OLAS}")
    data = with_part(table.sent["Nes"].read_bytes(), "word/document.xml", forged)

    (got,) = table.receive(table.write("a.docx", typed_into_box(data, "GODKJENT")))

    assert "not_the_speaker" in got.problems
    assert set(table.states().values()) == {"waiting"}
    (comment,) = comments(table.place.read().events)
    assert (comment.added.text, comment.added.block) == ("GODKJENT", OLAS)


def test_a_delegate_with_authority_is_asked_and_approves(table: Table) -> None:
    """Only once it is recorded."""
    invitation = "Per Dal;role=approver;partner=Fjell"
    assert table.open(invitation).opened.asked == ()
    table.journeys.rounds.close(table.place)
    table.journeys.approving.delegate(
        table.place, speaker="Ola Li", delegate="Per Dal", evidence="E-post 24.11."
    )

    table.open(invitation)
    table.receive(table.write("a.docx", typed_into_box(table.sent["Dal"].read_bytes(), "GODKJENT")))

    assert table.states()[OLAS] == "approved"


@pytest.mark.parametrize(
    ("words", "state", "problem"),
    [
        ("GODKJENT", "approved", None),
        ("godkjend, Ola Li 25.11.2026 kl. 12.00", "approved", None),
        ("IKKE SITER MEG", "declined", None),
        ("ikke godkjent", "change_asked", None),
        ("GODKJENT, men endre til 300", "change_asked", None),
        ("GODKJENT?", "waiting", "box_unclear"),
        ("Ser fint ut", "waiting", "box_unclear"),
        ("GODKJENT 300", "waiting", "box_unclear"),
    ],
)
def test_the_box_is_read_strictly(
    table: Table, words: str, state: str, problem: str | None
) -> None:
    """A yes is a yes only where nothing is added to it."""
    table.open()

    (got,) = table.receive(
        table.write("a.docx", typed_into_box(table.sent["Li"].read_bytes(), words))
    )

    assert table.states()[OLAS] == state
    assert got.problems == ((problem,) if problem else ())


def test_changed_words_are_approved_only_if_they_are_accepted_unchanged(table: Table) -> None:
    """The approval waits for exactly the words that the speaker wrote."""
    table.open()
    data = tracked(table.sent["Li"].read_bytes(), "blir bra", "blir veldig bra", "Ola Li")
    table.receive(table.write("a.docx", typed_into_box(data, "GODKJENT")))
    assert table.states()[OLAS] == "waiting"

    table.journeys.proposals.accept(table.place, None)

    assert table.states()[OLAS] == "approved"
    table.journeys.drafting.edit(table.place, OLAS, "– Dette blir ok, sier Ola Li.", None)
    assert table.states()[OLAS] == "stale"


def test_edits_of_another_partners_quote_are_rejected_by_default(table: Table) -> None:
    """They are shown, with a flag, and somebody may still take them."""
    table.open()
    data = replaced(table.sent["Li"].read_bytes(), "utrolig glade", "glade")

    table.receive(table.write("a.docx", data))

    (line,) = table.journeys.proposals.listed(table.place)
    assert ProposalFlag.FOREIGN_QUOTE in line.proposal.flags
    assert line.state.value == "rejected"
    assert table.place.read().draft.decisions == {line.id: False}
    table.journeys.proposals.accept(table.place, [line.id])
    assert "utrolig" not in table.content.blocks[1].texts[0].plain


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    """Both orders give the same proposals and the same conflicts."""
    seen = []
    for order in ((0, 1), (1, 0)):
        (tmp_path / f"{order}").mkdir()
        table = Table.laid(tmp_path / f"{order}")
        table.open()
        files = [
            table.write(
                "a.docx", tracked(table.sent["Li"].read_bytes(), "200 m", "300 m", "Ola Li")
            ),
            table.write("b.docx", replaced(table.sent["Moe"].read_bytes(), "200 m", "250 m")),
        ]
        table.receive(*(files[number] for number in order))
        lines = table.journeys.proposals.listed(table.place)
        seen.append(
            {
                (one.person, one.proposal.old, one.proposal.new, one.is_conflict, one.landing)
                for one in lines
            }
        )
        assert len(lines) == 2

    assert seen[0] == seen[1]
    assert all(conflict for *_, conflict, _ in seen[0])


def test_what_stands_on_the_page_but_not_in_the_text_is_placed_right(table: Table) -> None:
    """A caption has a label, contacts are facts, and remarks on the cover are comments."""
    table.open()
    data = replaced(table.sent["Li"].read_bytes(), "på Rønvik", "på Langstranda")
    data = replaced(data, "900 00 001", "900 00 002")

    table.receive(table.write("a.docx", data))

    caption, fact = sorted(proposals(table), key=lambda one: one.part.value)
    assert (caption.part, caption.block) == (ProposalPart.BLOCK, "b3")
    assert fact.part is ProposalPart.FACTS
    table.journeys.proposals.accept(table.place, None)
    assert table.content.blocks[4].texts[0].plain == "Slik blir anlegget på Langstranda."
    assert table.content.contacts[0].phone == "900 00 001"


def test_removed_and_added_paragraphs_are_proposals(table: Table) -> None:
    """And can be accepted."""
    table.open()
    data = table.sent["Li"].read_bytes()
    xml = parts_of(data)["word/document.xml"].decode()
    start = xml.rindex("<w:p>", 0, xml.index("Partnerne bruker"))
    end = xml.index("</w:p>", start) + len("</w:p>")
    added = "<w:p><w:r><w:t>Et helt nytt avsnitt om noe annet.</w:t></w:r></w:p>"
    data = with_part(data, "word/document.xml", xml[:start] + added + xml[end:])

    table.receive(table.write("a.docx", data))
    table.journeys.proposals.accept(table.place, None)

    changes = {one.change for one in proposals(table)}
    assert changes <= {ProposalChange.ADDED, ProposalChange.REMOVED, ProposalChange.WORDS}
    said = [block.texts[0].plain for block in table.content.blocks]
    assert "Et helt nytt avsnitt om noe annet." in said
    assert not any("Partnerne bruker" in words for words in said)


def test_hostile_names_and_comments_are_harmless(table: Table) -> None:
    """Control characters, turned writing and script: kept as words, without their teeth."""
    table.open()
    data = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Ola &lt;script&gt;\u202eiL")
    data = typed_into_box(data, "&lt;script&gt;alert(1)&lt;/script&gt;\u202e")

    (got,) = table.receive(table.write("a.docx", data))

    assert got.is_taken
    (change,) = proposals(table)
    assert "\u202e" not in change.author
    (comment,) = comments(table.place.read().events)
    assert comment.added.text == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"GODKJENT", AnswerKindUnknown),
        ("a.docx", b"not a zip", WordFileDamaged),
        ("missing.docx", None, SourceMissing),
    ],
)
def test_other_files_are_refused_and_the_good_ones_taken(
    table: Table, name: str, data: bytes | None, kind: type[Exception]
) -> None:
    """One bad file stops none of the others."""
    table.open()
    good = table.write("good.docx", typed_into_box(table.sent["Li"].read_bytes(), "GODKJENT"))
    bad = table.write(name, data) if data is not None else table.folder / name

    found = table.receive(bad, good)

    assert isinstance(found[0].refusal, kind)
    assert [one.is_taken for one in found] == [False, True]


def test_a_reply_is_for_the_same_eyes(table: Table) -> None:
    """Whoever may read what it answers may read it, and nobody else."""
    from pressdesk.services.commenting import Remark, Spot

    table.journeys.commenting.add(
        table.place,
        Remark(
            text="Bare for Fjell",
            spot=Spot(part=ProposalPart.BLOCK, block=TEXT, end=9),
            audience=Audience.PARTNER,
            reader="Fjell",
        ),
    )
    table.open()
    data = table.sent["Li"].read_bytes()
    parts = parts_of(data)
    comment = parts["word/comments.xml"].decode()
    start, end = comment.index("<w:comment "), comment.index("</w:comment>") + 12
    reply = comment[start:end].replace("Bare for Fjell", "Takk").replace('w:id="0"', 'w:id="1"')
    first_id = "10000000"
    reply = reply.replace(first_id, "10000009").replace("Anne Berg", "Ola Li")
    data = with_part(data, "word/comments.xml", comment[:end] + reply + comment[end:])
    threads = parts["word/commentsExtended.xml"].decode()
    answer = f'<w15:commentEx w15:paraId="10000009" w15:paraIdParent="{first_id}" w15:done="0"/>'
    at = threads.rindex("</")
    data = with_part(data, "word/commentsExtended.xml", threads[:at] + answer + threads[at:])

    table.receive(table.write("a.docx", data))

    first, second = comments(table.place.read().events)
    assert second.added.parent == first.id
    assert second.added.audience is Audience.PARTNER
    assert second.added.reader == first.added.reader


def test_nothing_is_approved_without_an_answer(table: Table) -> None:
    """Files that come back as they went approve nothing."""
    table.open()

    table.receive(*table.sent.values())

    assert table.states() == {KARIS: "waiting", OLAS: "waiting", EVAS: "waiting"}
    assert [len(one.responses) for one in rounds(table.place.read().events)] == [3]
