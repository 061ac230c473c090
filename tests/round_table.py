"""A joint release on its way through review rounds: who sits at the table, and what they send."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.content import (
    Contact,
    Content,
    Image,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Text
from pressdesk.services.invitations import Invitation
from pressdesk.services.wishes import Wishes
from samples import counting_ids

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place
    from pressdesk.services.rounds import OpenedRound, Received

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
KARI, OLA, EVA = "Kari Nes", "Ola Li", "Eva Moe"
KARIS, OLAS, EVAS = BlockId("q1"), BlockId("q2"), BlockId("q3")
TEXT, LAST = BlockId("b1"), BlockId("b4")
OFFICER = "Anne Berg <anne@nordlys.example>; Nordlys"


def joint() -> Content:
    """Return a release of three partners with a quote each."""
    people = (
        (PersonId("s1"), KARI, "daglig leder", "Nordlys"),
        (PersonId("s2"), OLA, "styreleder", "Fjell"),
        (PersonId("s3"), EVA, "direktør", "Havn"),
    )
    return Content(
        language=Language.NB,
        title=Text.of("Nordlys, Fjell og Havn bygger fjernvarme sammen"),
        lead=(Text.of("Tre selskaper skal bygge et anlegg for fjernvarme i Bodø."),),
        blocks=(
            Paragraph(
                id=TEXT,
                text=Text.of("Partnerne bruker 200 millioner kroner på anlegget de neste årene."),
            ),
            _quote(KARIS, "– Vi er utrolig glade for avtalen, sier daglig leder Kari Nes.", 1),
            _quote(OLAS, "– Dette blir bra for hele regionen, sier styreleder Ola Li.", 2),
            _quote(EVAS, "– Havna får ren varme til skipene, sier direktør Eva Moe.", 3),
            Image(id=BlockId("b3"), caption=Text.of("Slik blir anlegget på Rønvik.")),
            Paragraph(
                id=LAST,
                text=Text.of("Anlegget skal stå ferdig i mai 2028 og gi varme til 4000 boliger."),
            ),
        ),
        partners=(
            Partner(id=PartnerId("p1"), name="Nordlys AS", short="Nordlys"),
            Partner(id=PartnerId("p2"), name="Fjell Kraft", short="Fjell"),
            Partner(id=PartnerId("p3"), name="Bodø Havn", short="Havn"),
        ),
        spokespersons=tuple(
            Spokesperson(id=one, name=name, title=title, organisation=organisation)
            for one, name, title, organisation in people
        ),
        contacts=(Contact(partner=PartnerId("p1"), name="Anne Berg", phone="900 00 001"),),
    )


def _quote(block: BlockId, words: str, number: int) -> QuoteBlock:
    return QuoteBlock(
        id=block,
        paragraphs=(Text.of(words),),
        speaker=PersonId(f"s{number}"),
        owner=PartnerId(f"p{number}"),
    )


INVITATIONS = (
    "Kari Nes <kari@nordlys.example>;role=approver;partner=Nordlys",
    "Ola Li <ola@fjell.example>;role=approver;partner=Fjell",
    "Eva Moe <eva@havn.example>;role=approver;partner=Havn",
)


@dataclass
class Table:
    """One release in a file, an officer, and a clock that only moves when asked."""

    folder: Path
    now: datetime = START
    ids: str = "01TEST"
    _journeys: Journeys | None = field(default=None, init=False)
    notices: list[object] = field(default_factory=list, init=False)
    sent: dict[str, Path] = field(default_factory=dict, init=False)

    @classmethod
    def laid(cls, folder: Path, content: Content | None = None, ids: str = "01TEST") -> Table:
        """Return a table with a new release."""
        table = cls(folder, ids=ids)
        table.journeys.drafting.create_file(content or joint(), folder / "a.pressdesk")
        return table

    @property
    def journeys(self) -> Journeys:
        """The officer's journeys."""
        if self._journeys is None:
            made_here = make_journeys(
                Wishes(actor=OFFICER, key_choice="session", data_folder=self.folder / "data"),
                self.notices.append,
                "nb",
            )
            new_id = counting_ids(self.ids)
            self._journeys = replace(made_here, clock=self.tick, new_id=new_id)
        return self._journeys

    def tick(self) -> datetime:
        """Return the time, a second later each time."""
        self.now += timedelta(seconds=1)
        return self.now

    @property
    def place(self) -> Place:
        """The file."""
        return self.journeys.at(self.folder / "a.pressdesk")

    @property
    def content(self) -> Content:
        """The text of the draft."""
        return self.place.read().draft.content()

    def open(self, *invitations: str, **wishes: bool) -> OpenedRound:
        """Open a round; what everybody gets is in ``sent`` by surname."""
        found = self.journeys.rounds.open(
            self.place,
            [Invitation.parse(words) for words in invitations or INVITATIONS],
            self.now + timedelta(days=2),
            self.folder / f"ut{len(list(self.folder.glob('ut*')))}",
            **wishes,
        )
        for reader, path in zip(found.opened.readers, found.paths, strict=True):
            self.sent[reader.name.split()[-1]] = path
        return found

    def receive(self, *paths: Path) -> Sequence[Received]:
        """Take in files."""
        return self.journeys.rounds.receive(self.place, paths)

    def states(self) -> dict[BlockId, str]:
        """Return where every quote stands."""
        found = self.journeys.approving.states(self.place)
        return {block: standing.state.value for block, standing in found.items()}

    def write(self, name: str, data: bytes) -> Path:
        """Return a file that somebody sends."""
        path = self.folder / name
        path.write_bytes(data)
        return path


def typed_into_box(data: bytes, words: str, number: int = 0) -> bytes:
    """Return a Word file with words in one of its answer boxes."""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    start = -1
    xml = _part(data)
    for _ in range(number + 1):
        start = xml.index('w:name="pa_', start + 1)
    end = xml.index("<w:bookmarkEnd", start)
    return with_part(data, "word/document.xml", xml[:end] + run + xml[end:])


def replaced(data: bytes, old: str, new: str) -> bytes:
    """Return a Word file with words of its text changed in silence."""
    xml = _part(data)
    assert xml.count(old) == 1, xml.count(old)
    return with_part(data, "word/document.xml", xml.replace(old, new))


def tracked(data: bytes, old: str, new: str, author: str) -> bytes:
    """Return a Word file with words of its text changed under tracking."""
    xml = _part(data)
    assert xml.count(old) == 1, xml.count(old)
    before, after = xml.split(old)
    open_run = before.rindex("<w:r>") if "<w:r>" in before else -1
    looks_end = before.rindex("<w:t", open_run)
    head = before[open_run:looks_end]
    mark = f'w:author="{author}" w:date="2026-11-25T10:00:00Z"'
    space = ' xml:space="preserve"'
    middle = (
        f"</w:t></w:r>"
        f'<w:del w:id="9001" {mark}>{head}<w:delText{space}>{old}</w:delText></w:r></w:del>'
        f'<w:ins w:id="9002" {mark}>{head}<w:t{space}>{new}</w:t></w:r></w:ins>'
        f"{head}<w:t{space}>"
    )
    return with_part(data, "word/document.xml", before + middle + after)


def _part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def with_part(data: bytes, name: str, xml: str | None) -> bytes:
    """Return a Word file with one of its parts replaced, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
            elif xml is not None:
                new.writestr(member, xml.encode())
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return every part of a Word file, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
