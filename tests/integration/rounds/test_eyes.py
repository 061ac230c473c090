"""What leaves is for the eyes of its reader: every byte of every package is searched."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from pressdesk.domain.comments import Audience
from pressdesk.domain.proposals import ProposalPart
from pressdesk.services.commenting import Remark, Spot
from round_table import KARIS, TEXT, Table, tracked, typed_into_box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRETS = {
    "HEMMELIGFORNORDLYS": (Audience.OWN, None, {"Nordlys"}),
    "BAREFORFJELL": (Audience.PARTNER, "Fjell", {"Nordlys", "Fjell"}),
    "BAREFORHAVN": (Audience.PARTNER, "Havn", {"Nordlys", "Havn"}),
    "FORALLESAMMEN": (Audience.ALL, None, {"Nordlys", "Fjell", "Havn", None}),
}
PEOPLE = {
    "Nes": ("Kari Nes", "kari@nordlys.example"),
    "Li": ("Ola Li", "ola@fjell.example"),
    "Moe": ("Eva Moe", "eva@havn.example"),
    "Dal": ("Per Dalsbakken", "per@ute.example"),
}
PARTNERS = {"Nes": "Nordlys", "Li": "Fjell", "Moe": "Havn", "Dal": None}
OUTSIDERS = ("Gjestebud", "Anne Berg <", "anne@nordlys.example", "session-key")


def decoded(path: Path) -> Iterator[tuple[str, str]]:
    """Yield every part of a package, its name too, in every way that bytes could be words."""
    data = path.read_bytes()
    yield "the file itself", data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "the comment of the zip", package.comment.decode("latin-1")
        for info in package.infolist():
            yield "names", f"{info.filename}{info.comment!r}{info.extra!r}"
            part = package.read(info)
            for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
                yield f"{info.filename} as {coding}", part.decode(coding, errors="replace")


def holds(path: Path, words: str) -> list[str]:
    """Return the parts of a package in which words stand, in any case."""
    return [name for name, text in decoded(path) if words.casefold() in text.casefold()]


def with_secrets(table: Table) -> None:
    """Write comments for different eyes, with replies to them, and settle nothing."""
    for words, (audience, reader, _) in SECRETS.items():
        remark = Remark(
            text=words,
            spot=Spot(part=ProposalPart.BLOCK, block=TEXT, start=0, end=9),
            audience=audience,
            reader=reader,
        )
        added = table.journeys.commenting.add(table.place, remark)
        reply = Remark(text=f"{words}SVAR", parent=added.id)
        table.journeys.commenting.add(table.place, reply)


def open_for_all(table: Table, number: int) -> None:
    table.open(
        "Kari Nes <kari@nordlys.example>;role=approver;partner=Nordlys",
        "Ola Li <ola@fjell.example>;role=approver;partner=Fjell",
        "Eva Moe <eva@havn.example>;role=approver;partner=Havn",
        "Per Dalsbakken <per@ute.example>;role=reader",
    )
    table.sent["Dal"] = table.sent.pop("Dalsbakken")
    assert len(table.sent) == 4, number


def check(table: Table) -> None:
    """Search every package for what its reader must not see."""
    for surname, path in table.sent.items():
        partner = PARTNERS[surname]
        for words, (_, _, eyes) in SECRETS.items():
            may_read = partner in eyes
            assert bool(holds(path, words)) == may_read, (surname, words, holds(path, words))
            assert bool(holds(path, f"{words}SVAR")) == may_read, (surname, words)
        for other, (_, mail) in PEOPLE.items():
            if other != surname:
                assert not holds(path, mail), (surname, mail)
        if surname != "Dal":
            assert not holds(path, "Dalsbakken"), surname
        assert not holds(path, PEOPLE[surname][1]), surname
        for words in OUTSIDERS:
            assert not holds(path, words), (surname, words)


def test_every_byte_of_every_package_is_for_its_reader(table: Table) -> None:
    """Comments, replies, their authors, and the addresses of the others."""
    with_secrets(table)

    open_for_all(table, 1)

    check(table)


def test_the_packages_of_the_next_round_as_well(table: Table) -> None:
    """After answers with names of their own, proposals and approvals."""
    with_secrets(table)
    open_for_all(table, 1)
    data = tracked(table.sent["Li"].read_bytes(), "4000", "5000", "Gro Gjestebud")
    table.receive(table.write("a.docx", typed_into_box(data, "GODKJENT")))
    table.journeys.proposals.accept(table.place, None)
    table.journeys.rounds.close(table.place)
    table.sent.clear()

    open_for_all(table, 2)

    check(table)


def test_a_single_quote_goes_alone(table: Table) -> None:
    """Neither other paragraphs nor comments on them are in a request."""
    from datetime import timedelta

    from pressdesk.services.invitations import Invitation

    with_secrets(table)

    asked = table.journeys.rounds.request(
        table.place,
        KARIS,
        Invitation.parse("Kari Nes <kari@nordlys.example>;partner=Nordlys"),
        table.now + timedelta(days=1),
        table.folder / "sitat",
    )

    (path,) = asked.paths
    for words in (*SECRETS, "200 millioner", "Ola Li", "Eva Moe", "kari@nordlys.example"):
        assert not holds(path, words), (words, holds(path, words))
