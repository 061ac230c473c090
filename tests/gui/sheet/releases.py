"""A realistic release: two partners, six quotes, a list, a fact box, a picture, boilerplates."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QColor

from pressdesk.domain.content import (
    Block,
    Boilerplate,
    BulletList,
    Contact,
    Content,
    FactBox,
    Image,
    Language,
    Paragraph,
    Partner,
    QuoteBlock,
    Spokesperson,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.domain.text import Mark, MarkKind, Text

ACT, SKIFT = PartnerId("act"), PartnerId("skift")
PAULSEN, HAUGLAND = PersonId("paulsen"), PersonId("haugland")
BLOCK_COLOURS = {ACT: QColor("#8a3ffc"), SKIFT: QColor("#1a7f4b")}
DARK_COLOURS = {ACT: QColor("#b794ff"), SKIFT: QColor("#5cc48c")}

_ENDEAVOUR = "Nå går vi fra ord til handling sammen med industrien i nord. "


def release(*blocks: Block) -> Content:
    """Return the release, with other blocks where some are given."""
    return Content(
        language=Language.NB,
        title=Text("Skift inngår samarbeid med ACT"),
        lead=(
            Text(
                "ACT Cluster og Skift – Næringslivets Klimaledere har inngått avtale om samarbeid. "
                "Målet er å akselerere bærekraftig næringsutvikling."
            ),
        ),
        place="Mo i Rana",
        date=date(2026, 11, 26),
        blocks=blocks or _blocks(),
        partners=(
            Partner(id=ACT, name="Arctic Cluster Team", short="ACT"),
            Partner(id=SKIFT, name="Skift – Næringslivets Klimaledere", short="Skift"),
        ),
        spokespersons=(
            Spokesperson(
                id=PAULSEN, name="Monica Paulsen", title="klyngeleder", organisation="ACT Cluster"
            ),
            Spokesperson(
                id=HAUGLAND,
                name="Bjørn Kjærand Haugland",
                title="administrerende direktør",
                organisation="Skift",
            ),
        ),
        contacts=(Contact(partner=ACT, name="Kari Nordmann", phone="+47 22 22 22 22"),),
        boilerplates=(
            Boilerplate(
                id=BlockId("om-act"),
                partner=ACT,
                heading=Text("Om ACT"),
                paragraphs=(
                    Text(
                        "Arctic Cluster Team er en industriklynge på Helgeland med over 100 "
                        "medlemmer. Les mer på actcluster.no.",
                        (
                            Mark(
                                start=89,
                                end=102,
                                kind=MarkKind.LINK,
                                target="https://www.actcluster.no",
                            ),
                        ),
                    ),
                ),
            ),
            Boilerplate(
                id=BlockId("om-skift"),
                partner=SKIFT,
                heading=Text("Om Skift"),
                paragraphs=(Text("Skift er et næringslivsdrevet klimainitiativ."),),
            ),
        ),
    )


def quote(block_id: str, *words: str, speaker: PersonId | None = PAULSEN) -> QuoteBlock:
    """Return a quote by one of the two."""
    owner = {PAULSEN: ACT, HAUGLAND: SKIFT}.get(speaker) if speaker else None
    return QuoteBlock(
        id=BlockId(block_id),
        paragraphs=tuple(Text(one) for one in words),
        speaker=speaker,
        owner=owner,
    )


def paragraph(block_id: str, words: str) -> Paragraph:
    """Return a plain paragraph."""
    return Paragraph(id=BlockId(block_id), text=Text(words))


def _blocks() -> tuple[Block, ...]:
    return (
        Paragraph(
            id=BlockId("p1"),
            text=Text(
                "ACT skal være en spydspiss i bærekraftig omstilling av eksisterende industri, og "
                "har satt mål om nullavfall og nullutslipp. Klyngen har mål om 10000 nye "
                "arbeidsplasser innen [årstall].",
                (Mark(start=0, end=3, kind=MarkKind.STRONG),),
            ),
        ),
        quote(
            "q1",
            "– For at verden skal klare å løse bærekraftutfordringene, så må både "
            "forretningsmodeller og verdikjeder endres. Dette er et arbeid som krever brede "
            "samarbeidskonstellasjoner, og vi ser fram til å bidra i denne utviklingen sammen med "
            "Skift sier klyngeleder Monica Paulsen.",
        ),
        quote(
            "q2",
            "– Et tettere samarbeid med Skift vil bidra til raskere måloppnåelse for klyngen, og "
            "det gir økt bærekraft globalt, fortsetter hun.",
        ),
        paragraph(
            "p2",
            "ACT vil støtte Skift i kontakt og samarbeid med aktørene i klyngen, som utgjør det "
            "industrielle tyngdepunktet i nord.",
        ),
        quote(
            "q3",
            "– Vi er utrolig glade for å kunne konkretisere et samarbeid med en så viktig aktør "
            "nordpå, slik at regionen synligjøres, sier Bjørn Kjærand Haugland, administrerende "
            "direktør i Skift.",
            speaker=HAUGLAND,
        ),
        Subheading(id=BlockId("s1"), text=Text("Dette skal partene gjøre")),
        BulletList(
            id=BlockId("l1"),
            items=(
                Text("Kartlegge avfallsstrømmene i tjue bedrifter i løpet av 2027"),
                Text("Bygge et felles innkjøpsnettverk for grønne løsninger, med møteplasser i Mo"),
                Text("Måle og publisere resultatene hvert år"),
            ),
        ),
        quote(
            "q4",
            f"– Vi har snakket om dette lenge. {_ENDEAVOUR * 5}".rstrip(),
            "– Og vi begynner i dag, sier Haugland.",
            speaker=HAUGLAND,
        ),
        QuoteBlock(
            id=BlockId("q5"),
            paragraphs=(Text("Han påpeker at deling og læring er to av grunnpilarene i Skift."),),
            speaker=HAUGLAND,
            owner=SKIFT,
            is_speaker_confirmed=False,
            is_indirect=True,
        ),
        quote("q6", "– Dette er et viktig steg for hele landsdelen.", speaker=None),
        FactBox(
            id=BlockId("f1"),
            heading=Text("Fakta om avtalen"),
            items=(
                Text("Partene: ACT Cluster og Skift"),
                Text("Varighet: tre år, fra 1. januar 2027"),
                Text("Signert i Mo i Rana 24. november 2026"),
            ),
        ),
        Image(
            id=BlockId("i1"),
            caption=Text("Monica Paulsen og Bjørn Kjærand Haugland signerte i Mo i Rana."),
            credit=Text("Foto: [fotograf]"),
            alt=Text("To personer ved et bord"),
        ),
    )
