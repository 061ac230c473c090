from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.word.marked import RevisionKind
from pressdesk.word.reading import MarkedDocument, read_marked
from pressdesk.word.revisions import with_marks
from pressdesk.word.views import ACCEPTED, REJECTED, View
from word_partner import PartnerFailed
from word_samples import long_docx

if TYPE_CHECKING:
    from word_partner import Partner, Step

ROOT = Path(__file__).parents[2]
ROUNDS, SOAK_ROUNDS = 6, 150


def words(document: MarkedDocument, view: View) -> list[str]:
    """Return the paragraphs of a view."""
    return [one.paragraph.text.plain for one in document.seen(view)]


def said(path: Path) -> list[str]:
    """Return what a file says with all accepted."""
    return words(read_marked(path), ACCEPTED)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Return a document of our own with a bookmark in each paragraph."""
    path = tmp_path / "sendt.docx"
    path.write_bytes(long_docx(words=200, changes=0))
    return path


def test_what_a_partner_changed_said_and_kept_is_read(
    sent: Path, partner: Partner, tmp_path: Path
) -> None:
    before = said(sent)
    first, second, third = (line.split() for line in before[:3])
    answer = partner.edit(
        sent,
        tmp_path / "svar.docx",
        ("replace", " ".join(first[3:6]), "NYE ORD"),
        ("add_paragraph", " ".join(second[:6]), "Helt nytt avsnitt."),
        ("split", " ".join(third[10:15])),
        ("comment", " ".join(first[8:12]), "Er dette rett?"),
        author="Ola Partner",
    )

    found = read_marked(answer)

    assert words(found, REJECTED) == before
    assert [(one.kind, one.text) for one in found.revisions] == [
        (RevisionKind.DELETE, " ".join(first[3:6])),
        (RevisionKind.INSERT, "NYE ORD"),
        (RevisionKind.INSERT, "\nHelt nytt avsnitt."),
        (RevisionKind.INSERT, "\n"),
    ]
    assert {one.author for one in found.revisions} == {"Ola Partner"}
    (comment,) = found.comments
    assert (comment.author, comment.text) == ("Ola Partner", "Er dette rett?")
    assert comment.anchor == " ".join(first[8:12])
    names = [name.name for line in found.body for name in line.bookmarks]
    assert names == [name.name for line in read_marked(sent).body for name in line.bookmarks]


def test_settled_comments_and_silent_edits_come_back(
    sent: Path, partner: Partner, tmp_path: Path
) -> None:
    first = said(sent)[0].split()
    commented = partner.edit(
        sent, tmp_path / "a.docx", ("comment", " ".join(first[2:6]), "Sjekk dette")
    )
    answer = partner.edit(
        commented,
        tmp_path / "b.docx",
        ("resolve", "Sjekk dette"),
        ("replace", " ".join(first[8:11]), "I STILLHET"),
        is_tracked=False,
    )

    found = read_marked(answer)

    assert found.revisions == ()
    assert [one.is_resolved for one in found.comments] == [True]
    assert words(found, REJECTED)[0].split()[8:10] == ["I", "STILLHET"]


def test_steps_that_cannot_be_done_are_refused_and_the_office_goes_on(
    sent: Path, partner: Partner, tmp_path: Path
) -> None:
    with pytest.raises(PartnerFailed):
        partner.edit(sent, tmp_path / "x.docx", ("replace", "finnes ikke", "x"))

    assert said(partner.edit(sent, tmp_path / "y.docx")) == said(sent)


def some_steps(lines: list[str], chance: random.Random) -> list[Step]:
    """Return a few edits, each in a paragraph of its own, so that none hits another's words."""
    found: list[Step] = []
    for line in chance.sample([line for line in lines if len(line.split()) > 12], 3):
        start = chance.randrange(2, len(line.split()) - 8)
        part = " ".join(line.split()[start : start + 6])
        made: list[Step] = [
            ("replace", part, "tre helt nye"),
            ("delete", part),
            ("insert", part, " og mer"),
            ("retype", part, "Avsnittet er skrevet om."),
            ("add_paragraph", part, "Nytt avsnitt."),
            ("remove_paragraph", part),
            ("split", part),
            ("join", part),
            ("break_line", part),
            ("embolden", part),
        ]
        found.append(chance.choice(made))
    return found


def check_rounds(sent: Path, partner: Partner, folder: Path, seeds: range) -> None:
    """Compare our two views with what the office makes of the same answer."""
    before = said(sent)
    for seed in seeds:
        steps = some_steps(before, random.Random(seed))
        try:
            answer = partner.edit(sent, folder / "svar.docx", *steps)
        except PartnerFailed as error:
            if "words not found" in str(error):  # an earlier step took them
                continue
            raise
        found = read_marked(answer)
        accepted = said(partner.edit(answer, folder / "ja.docx", ("accept_all",)))
        assert words(found, REJECTED) == before, (seed, steps)
        assert words(found, ACCEPTED) == accepted, (seed, steps)


def test_random_answers_read_as_the_office_itself_accepts_and_rejects_them(
    sent: Path, partner: Partner, tmp_path: Path
) -> None:
    check_rounds(sent, partner, tmp_path, range(ROUNDS))


@pytest.mark.soak
def test_many_random_answers_read_as_the_office_itself_takes_them(
    sent: Path, partner: Partner, tmp_path: Path
) -> None:
    check_rounds(sent, partner, tmp_path, range(ROUNDS, ROUNDS + SOAK_ROUNDS))


def test_an_answer_that_went_through_three_hands_is_read_without_an_office() -> None:
    """Two people changed it with marks, a third one in silence: LibreOffice 7.4 wrote it."""
    path = ROOT / "golden" / "word" / "svar-libreoffice.docx"

    found = read_marked(path)

    assert list(with_marks(found.paragraphs)) == [
        "Nordlys og Fjell bygger fjernvarmeanlegg i Bodø",
        "Partnerne bruker [-200-]{+300+} millioner kroner på anlegget.",
        "– Dette [-blir bra-]{+kan bli bra+}, sier daglig leder Kari Nes i Nordlys.",
        "[-Anlegget er ferdig i 2028.¶-]",
        "Om Nordlys: et selskap{+ med 40 ansatte+} i nord.",
    ]
    assert [(str(one.kind), one.author) for one in found.revisions] == [
        ("delete", "Ola Li"),
        ("insert", "Ola Li"),
        ("delete", "Ola Li"),
        ("insert", "Ola Li"),
        ("delete", "Ola Li"),
        ("insert", "Eva Moe"),
    ]
    assert [
        (one.author, one.initials, one.text, one.anchor, one.is_resolved) for one in found.comments
    ] == [
        ("Eva Moe", "EM", "Rekkefølgen er avtalt.", "Nordlys og Fjell", True),
        ("Ola Li", "OL", "Har styret sagt ja?", "millioner kroner", False),
    ]
    assert [[name.name for name in one.bookmarks] for one in found.seen(ACCEPTED)] == [
        ["pd_b1"],
        ["pd_b2"],
        ["pd_b3"],
        ["pd_b4", "pd_b5"],
    ]
