"""Invented releases for the tests of this room: as long and as mixed as real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pressdesk.domain.content import (
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Link,
    Paragraph,
    Partner,
    QuoteBlock,
    ReleaseMode,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.word.writing import Layout, document

if TYPE_CHECKING:
    from pathlib import Path

EXPORTED_AT = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
EMBARGO = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
GRANITT, ELVEBYEN, NETT = PartnerId("p1"), PartnerId("p2"), PartnerId("p3")
HOLTE, SAND, BERG = PersonId("s1"), PersonId("s2"), PersonId("s3")


def written(
    folder: Path, content: Content, layout: Layout = Layout.FINAL, at: datetime = EXPORTED_AT
) -> Path:
    """Write ``content`` and return the file."""
    path = folder / "melding.docx"
    path.write_bytes(document(content, layout=layout, at=at))
    return path


def block_id(number: int) -> BlockId:
    """Return the id of the block with that number."""
    return BlockId(f"b{number}")


def marked(words: str, part: str, kind: MarkKind, target: str | None = None) -> Text:
    """Return ``words`` with a mark over ``part``."""
    start = words.index(part)
    return Text(words, (Mark(start=start, end=start + len(part), kind=kind, target=target),))


def bokmal() -> Content:
    """Return a bokmål release of three partners under embargo that fills two pages."""
    return Content(
        language=Language.NB,
        title=Text("Granitt, Elvebyen Fjernvarme og Nettnord henter varme fra datahaller"),
        lead=(
            Text(
                "Granitt Datasenter, Elvebyen Fjernvarme og Nettnord har inngått avtale om å bruke "
                "overskuddsvarme fra datahaller til å varme opp byen. De første kundene får varmen "
                "høsten 2028."
            ),
        ),
        place="Elvebyen",
        date=date(2026, 11, 26),
        release_mode=ReleaseMode.EMBARGO,
        embargo=EMBARGO,
        blocks=(
            Paragraph(
                id=block_id(1),
                text=marked(
                    "Datasenteret på Granittåsen slipper i dag det meste av varmen rett ut i lufta. "
                    "Når rørledningen på 4,2 kilometer er ferdig, skal varmen forsyne sykehuset, tre "
                    "skoler og rundt 10\u00a0000 boliger i Elvebyen. Byggingen starter i april 2027.",
                    "10\u00a0000 boliger",
                    MarkKind.STRONG,
                ),
            ),
            QuoteBlock(
                id=block_id(2),
                paragraphs=(
                    Text(
                        "– Vi har fyrt for kråkene i altfor mange år. Nå får naboene våre glede av "
                        "varmen, og det er vi stolte av, sier Marianne Holte, driftsdirektør i "
                        "Granitt Datasenter."
                    ),
                ),
                speaker=HOLTE,
                owner=GRANITT,
            ),
            Paragraph(
                id=block_id(3),
                text=Text(
                    "Elvebyen Fjernvarme skal eie og drive rørledningen, mens Granitt betaler for "
                    "varmesentralen. Prosjektet koster 310 millioner kroner. Løsningen skal erstatte "
                    "to oljekjeler og kutte utslippene med 6\u00a0000 tonn CO₂ i året."
                ),
            ),
            Subheading(id=block_id(4), text=Text("Mer plass i strømnettet")),
            Paragraph(
                id=block_id(5),
                text=marked(
                    "Nettnord har regnet på hva avtalen betyr for strømnettet. Svaret står i "
                    "rapporten Varme i nettet, som legges fram samme dag.",
                    "Varme i nettet",
                    MarkKind.LINK,
                    "https://nettnord.example/varme-i-nettet",
                ),
            ),
            QuoteBlock(
                id=block_id(6),
                paragraphs=(
                    Text(
                        "– Dette er den største leveransen vi noen gang har fått inn i nettet. "
                        "Kundene vil merke det ved at prisen blir mer stabil gjennom vinteren, sier "
                        "Erik Johan Sand, administrerende direktør i Elvebyen Fjernvarme."
                    ),
                ),
                speaker=SAND,
                owner=ELVEBYEN,
            ),
            QuoteBlock(
                id=block_id(7),
                paragraphs=(
                    Text(
                        "– Det er knapt plass til flere kabler i gatene. Derfor er samarbeidet med "
                        "Granitt viktig."
                    ),
                    Text(
                        "– Vi håper at flere bedrifter med varme til overs tar kontakt, sier Ingvild "
                        "Berg, nettsjef i Nettnord."
                    ),
                ),
                speaker=BERG,
                owner=NETT,
            ),
            Subheading(id=block_id(8), text=Text("Dette skjer videre")),
            BulletList(
                id=block_id(9),
                items=(
                    Text("Kommunestyret behandler reguleringsplanen i januar 2027."),
                    Text("Gravingen langs elva begynner i april, og veien blir stengt i perioder."),
                    Text("De første 1\u00a0200 boligene kobles til i september 2028."),
                ),
            ),
            Paragraph(
                id=block_id(10),
                text=marked(
                    "Beboerne får varsel 14 dager i forveien. Alle tre parter deltar på folkemøtet i "
                    "Elvesalen tirsdag 1. desember.",
                    "Alle tre parter",
                    MarkKind.EMPHASIS,
                ),
            ),
            Image(
                id=block_id(11),
                caption=Text(
                    "Marianne Holte i Granitt Datasenter viser fram varmesentralen, der vannet kommer "
                    "ut med 62 grader."
                ),
                credit=Text("Siri Lunde / Granitt Datasenter"),
            ),
            FactBox(
                id=block_id(12),
                heading=Text("Fakta om varmeprosjektet"),
                items=(
                    Text("Lengde på rørledningen: 4,2 kilometer"),
                    Text("Kostnad: 310 millioner kroner, delt likt mellom de tre partene"),
                    Text(
                        "Støtte: 45 millioner kroner fra Miljøfondet, utbetalt etter hvert som de "
                        "enkelte delene av anlegget blir godkjent"
                    ),
                    Text("Oppstart: april 2027, ferdig høsten 2028"),
                ),
            ),
        ),
        partners=(
            Partner(id=GRANITT, name="Granitt Datasenter", short="Granitt"),
            Partner(id=ELVEBYEN, name="Elvebyen Fjernvarme", short="Elvebyen Fjernvarme"),
            Partner(id=NETT, name="Nettnord", short="Nettnord"),
        ),
        spokespersons=(
            Spokesperson(
                id=HOLTE,
                name="Marianne Holte",
                title="driftsdirektør",
                organisation="Granitt Datasenter",
            ),
            Spokesperson(
                id=SAND,
                name="Erik Johan Sand",
                title="administrerende direktør",
                organisation="Elvebyen Fjernvarme",
            ),
            Spokesperson(id=BERG, name="Ingvild Berg", title="nettsjef", organisation="Nettnord"),
        ),
        contacts=(
            Contact(
                partner=GRANITT,
                name="Marianne Holte",
                title="driftsdirektør",
                phone="900 00 211",
                email="marianne.holte@granitt.example",
            ),
            Contact(
                partner=ELVEBYEN,
                name="Erik Johan Sand",
                title="administrerende direktør",
                phone="900 00 212",
                email="erik.sand@elvebyen.example",
            ),
            Contact(partner=NETT, name="Ingvild Berg", title="nettsjef", phone="900 00 213"),
        ),
        boilerplates=(
            Boilerplate(
                id=block_id(21),
                partner=GRANITT,
                heading=Text("Om Granitt Datasenter"),
                paragraphs=(
                    Text(
                        "Granitt Datasenter driver tre datahaller på Granittåsen og har 85 ansatte. "
                        "Hallene går på fornybar kraft."
                    ),
                ),
            ),
            Boilerplate(
                id=block_id(22),
                partner=ELVEBYEN,
                heading=Text(""),
                paragraphs=(
                    Text(
                        "Elvebyen Fjernvarme leverer varme og varmtvann til boliger, skoler og "
                        "næringsbygg i Elvebyen. Selskapet har 32 ansatte og er eid av kommunen."
                    ),
                ),
            ),
            Boilerplate(
                id=block_id(23),
                partner=NETT,
                heading=Text("Om Nettnord"),
                paragraphs=(
                    Text("Nettnord eier og driver strømnettet i Elvebyen og åtte nabokommuner."),
                ),
            ),
        ),
        links=(
            Link(label=Text("Om prosjektet"), target="https://granitt.example/varme"),
            Link(label=Text(""), target="https://nettnord.example"),
        ),
    )


def nynorsk() -> Content:
    """Return a short nynorsk release of two partners for immediate release."""
    return Content(
        language=Language.NN,
        title=Text("Fjordtare og Vestskulen startar fagskule for taredyrking"),
        lead=(
            Text(
                "Fjordtare og Vestskulen går saman om den fyrste fagskulen for taredyrking i landet. "
                "Dei fyrste 24 studentane møter til undervisning i august 2027."
            ),
        ),
        place="Florø",
        date=date(2026, 5, 3),
        release_mode=ReleaseMode.IMMEDIATE,
        blocks=(
            Paragraph(
                id=block_id(1),
                text=Text(
                    "Studiet går over to semester og gjev 30 studiepoeng. Undervisninga er dels på "
                    "nettet, dels på sjøen."
                ),
            ),
            QuoteBlock(
                id=block_id(2),
                paragraphs=(
                    Text(
                        "– Me har arbeidd i tre år for å få dette til, seier Siv Aukra, dagleg leiar i "
                        "Fjordtare."
                    ),
                ),
                speaker=HOLTE,
                owner=GRANITT,
            ),
            Subheading(id=block_id(3), text=Text("Søknadsfrist i februar")),
            Paragraph(
                id=block_id(4),
                text=Text("Søkjarane treng fagbrev eller fem års praksis frå sjøen."),
            ),
        ),
        partners=(
            Partner(id=GRANITT, name="Fjordtare", short="Fjordtare"),
            Partner(id=ELVEBYEN, name="Vestskulen", short="Vestskulen"),
        ),
        spokespersons=(
            Spokesperson(
                id=HOLTE, name="Siv Aukra", title="dagleg leiar", organisation="Fjordtare"
            ),
        ),
        contacts=(
            Contact(
                partner=GRANITT,
                name="Siv Aukra",
                title="dagleg leiar",
                phone="900 00 331",
                email="siv@fjordtare.example",
            ),
            Contact(partner=ELVEBYEN, name="Ola Eide", title="rektor", phone="900 00 332"),
        ),
        boilerplates=(
            Boilerplate(
                id=block_id(21),
                partner=GRANITT,
                heading=Text(""),
                paragraphs=(Text("Fjordtare dyrkar sukkertare i Solund og har 14 tilsette."),),
            ),
        ),
    )


def english() -> Content:
    """Return an English release under embargo, by one partner."""
    full = bokmal()
    return replace(
        full,
        language=Language.EN,
        title=Text("Granitt sends heat from data halls to ten thousand homes"),
        lead=(Text("Waste heat from the data halls at Granittåsen will warm the town from 2028."),),
        blocks=(
            Paragraph(
                id=block_id(1),
                text=Text(
                    "The 4.2 km pipeline will serve the hospital, three schools and 10,000 homes. "
                    "Construction starts in April 2027."
                ),
            ),
            QuoteBlock(
                id=block_id(2),
                paragraphs=(
                    Text(
                        "“For years we have heated the crows. Now our neighbours will enjoy the heat, "
                        "and we are proud of that,” says Marianne Holte, Operations Director at "
                        "Granitt Datasenter."
                    ),
                ),
                speaker=HOLTE,
                owner=GRANITT,
            ),
            BulletList(
                id=block_id(3),
                items=(Text("Digging starts in April."), Text("First homes in September 2028.")),
            ),
        ),
        boilerplates=full.boilerplates[1:2],
    )
