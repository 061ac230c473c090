"""A joint release in its second round, as in the mockup: answers that came, and one that is late."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.content import (
    Contact,
    Content,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Text
from pressdesk.services.commenting import Remark
from pressdesk.services.identity import Identity
from pressdesk.services.invitations import Invitation
from pressdesk.services.wishes import Wishes
from round_table import replaced, tracked, typed_into_box

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.rounds import Received
    from pressdesk.services.stored import StoredRelease

START = datetime(2026, 11, 20, 8, 14, tzinfo=UTC)
HAUGLAND, PAULSEN, LUND = "Bjørn Kjærand Haugland", "Monica Paulsen", "Ingrid Lund"
INVITATIONS = (
    f"{HAUGLAND} <bjorn@skift.example>;role=approver;partner=Skift",
    f"{LUND} <ingrid@skift.example>;role=commenter;partner=Skift",
    f"{PAULSEN} <monica@act.example>;role=approver;partner=ACT Cluster",
)
HAUGLANDS = BlockId("q3")


def partnership() -> Content:
    """Return the release of the mockup."""
    return Content(
        language=Language.NB,
        title=Text.of("Skift inngår samarbeid med ACT"),
        lead=(
            Text.of(
                "ACT Cluster og Skift – Næringslivets Klimaledere har inngått avtale om "
                "samarbeid. Målet er å akselerere bærekraftig næringsutvikling."
            ),
        ),
        blocks=(
            Paragraph(
                id=BlockId("b1"),
                text=Text.of(
                    "For å bidra til elektrifisering av samfunnet skal klyngen utvikle nye "
                    "verdikjeder for produksjon av battericeller, grønn hydrogen og "
                    "karbonfangst, og har mål om 10000 nye arbeidsplasser."
                ),
            ),
            _quote(
                "q1",
                "– Dette er et arbeid som krever brede samarbeidskonstellasjoner, og vi ser fram "
                "til å bidra, sier klyngeleder Monica Paulsen.",
                "s1",
                "p1",
            ),
            _quote(
                "q2",
                "– Et tettere samarbeid med Skift vil bidra til raskere måloppnåelse for klyngen, "
                "fortsetter Paulsen.",
                "s1",
                "p1",
            ),
            _quote(
                HAUGLANDS,
                "– Vi er utrolig glade for å kunne konkretisere et samarbeid med en så viktig "
                "aktør nordpå. Dette blir bra, sier Bjørn Kjærand Haugland, administrerende "
                "direktør i Skift.",
                "s2",
                "p2",
            ),
            Paragraph(
                id=BlockId("b2"),
                text=Text.of(
                    "Skift ble nylig tatt opp som ny medlem i ACT, og avtalen forsterker og "
                    "konkretiserer samarbeidsområder for partene."
                ),
            ),
        ),
        partners=(
            Partner(id=PartnerId("p1"), name="ACT Cluster", short="ACT Cluster"),
            Partner(id=PartnerId("p2"), name="Skift – Næringslivets Klimaledere", short="Skift"),
        ),
        spokespersons=(
            Spokesperson(
                id=PersonId("s1"), name=PAULSEN, title="klyngeleder", organisation="ACT Cluster"
            ),
            Spokesperson(
                id=PersonId("s2"),
                name=HAUGLAND,
                title="administrerende direktør",
                organisation="Skift",
            ),
        ),
        contacts=(
            Contact(partner=PartnerId("p1"), name="Anne Berg", phone="900 00 001"),
            Contact(partner=PartnerId("p2"), name=LUND, email="ingrid@skift.example"),
        ),
    )


def _quote(block: str, words: str, speaker: str, owner: str) -> QuoteBlock:
    return QuoteBlock(
        id=BlockId(block),
        paragraphs=(Text.of(words),),
        speaker=PersonId(speaker),
        owner=PartnerId(owner),
    )


@dataclass
class Review:
    """A release on a desk, and what goes out and comes back."""

    folder: Path
    desk: DeskWork
    journeys: Journeys
    clock: Clock
    release: ReleaseId
    sent: dict[str, Path] = field(default_factory=dict)

    def stored(self) -> StoredRelease:
        """Return the release as the desk holds it now."""
        return self.desk.open(self.release)

    def send(self, *invitations: str, hours: int = 31) -> None:
        """Open a round; what everybody gets is in ``sent`` by surname."""
        found = self.journeys.rounds.open(
            self.desk.at(self.release),
            [Invitation.parse(words) for words in invitations or INVITATIONS],
            self.clock.now + timedelta(hours=hours),
            self.folder / f"ut{self.clock.now:%d%H%M%S}",
        )
        for reader, path in zip(found.opened.readers, found.paths, strict=True):
            self.sent[reader.name.split()[-1]] = path

    def receive(self, *paths: Path) -> tuple[Received, ...]:
        """Take in files."""
        return self.journeys.rounds.receive(self.desk.at(self.release), paths)

    def write(self, name: str, data: bytes) -> Path:
        """Return a file that somebody sends."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    def by_lund(self) -> Path:
        """Return what Lund sends: three tracked changes, and one in silence."""
        data = self.sent["Lund"].read_bytes()
        for old, new in (
            ("avtale om samarbeid", "en treårig samarbeidsavtale"),
            ("10000", "10 000"),
            ("ny medlem", "nytt medlem"),
        ):
            data = tracked(data, old, new, LUND)
        return self.write("lund.docx", replaced(data, "tettere samarbeid", "samarbeid"))

    def by_haugland(self) -> Path:
        """Return what Haugland sends: his quote changed, one word in silence, and approved so."""
        data = self.sent["Haugland"].read_bytes()
        data = tracked(
            data,
            "Dette blir bra, ",
            "Teknologi- og industribedriftene i distriktene har alltid vært en avgjørende del "
            "av norsk næringsliv, ",
            HAUGLAND,
        )
        data = replaced(data, "utrolig glade", "glade")
        return self.write("haugland.docx", typed_into_box(data, "GODKJENT"))

    def by_paulsen(self) -> Path:
        """Return what Paulsen sends: two tracked changes, one of them against Lund's."""
        data = self.sent["Paulsen"].read_bytes()
        data = tracked(data, "grønn hydrogen", "grønt hydrogen", PAULSEN)
        data = tracked(data, "avtale om samarbeid", "en avtale for tre år", PAULSEN)
        return self.write("paulsen.docx", data)

    def comment(self, words: str) -> None:
        """Comment on the text as a whole."""
        self.journeys.commenting.add(self.desk.at(self.release), Remark(text=words))

    def go_through_two_rounds(self) -> None:
        """Close a first round, and take two answers to the second one."""
        self.send()
        data = typed_into_box(self.sent["Paulsen"].read_bytes(), "GODKJENT")
        self.clock.now += timedelta(hours=4)
        self.receive(self.write("paulsen1.docx", data))
        self.journeys.rounds.close(self.desk.at(self.release))
        self.clock.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        self.send(hours=29)
        self.clock.now = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
        self.receive(self.by_haugland())
        self.clock.now += timedelta(minutes=28)
        self.receive(self.by_lund())


@dataclass
class Clock:
    """A clock that only moves when asked."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time, a second later each time."""
        self.now += timedelta(seconds=1)
        return self.now


def journeys_of(folder: Path, clock: Clock, language: str = "nb") -> Journeys:
    """Return the journeys of an officer at ACT Cluster."""
    wishes = Wishes(
        actor="Anne Berg <anne@act.example>; ACT Cluster",
        key_choice="session",
        data_folder=folder / "data",
    )
    made = make_journeys(wishes, lambda _notice: None, language)
    identity = Identity(
        wishes=wishes,
        settings=made.settings,
        ask_passphrase=lambda _path: None,
        clock=clock,
        random_bytes=os.urandom,
        notify=lambda _notice: None,
    )
    return replace(made, clock=clock, identity=identity)
