"""Header lines, dates, embargoes, what web pages leave behind, contacts and partners."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import FactBox, Image, Language, ReleaseMode, Subheading
from pressdesk.domain.recognised import CleanUpKind, QuestionKind
from pressdesk.domain.text import Mark, MarkKind, Text
from pressdesk.drafting.recognition import recognise_paragraphs, recognise_text
from pressdesk.drafting.source import SourceParagraph

if TYPE_CHECKING:
    from pressdesk.domain.recognised import Recognised

TITLE = "Havnor og Breidfjord Kraft bygger ny kai"
LEAD = "Havnor og Breidfjord Kraft skal sammen bygge en ny kai for elektriske ferger i år."


def recognised(text: str) -> Recognised:
    """Return the recognised text, with ids that count."""
    counter = itertools.count(1)
    return recognise_text(text, new_id=lambda: f"{next(counter):026d}")


def kinds(release: Recognised) -> list[QuestionKind]:
    """Return what the questions are about."""
    return [question.kind for question in release.questions]


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Bodø, 24. november 2026", "Bodø", date(2026, 11, 24)),
        ("BODØ, 24. november 2026", "Bodø", date(2026, 11, 24)),
        ("Bodø/Oslo 24.11.2026", "Bodø/Oslo", date(2026, 11, 24)),
        ("Tirsdag 24. november 2026", None, date(2026, 11, 24)),
        ("2026-11-24", None, date(2026, 11, 24)),
        ("Stavanger, 18 November 2026", "Stavanger", date(2026, 11, 18)),
        ("Stavanger, November 18, 2026", "Stavanger", date(2026, 11, 18)),
        ("PRESSEMELDING | Bodø 24. november 2026", "Bodø", date(2026, 11, 24)),
        ("Pressemelding fra Havnor, 24. november 2026", None, date(2026, 11, 24)),
        ("Publisert 12.11.2026 kl. 09.00", None, date(2026, 11, 12)),
    ],
)
def test_place_and_date_are_read(line: str, place: str | None, day: date) -> None:
    """Header lines become fields, and are reported as left out of the text."""
    release = recognised(f"{line}\n\n{TITLE}\n\n{LEAD}\n")

    assert (release.content.place, release.content.date) == (place, day)
    assert release.content.title.plain == TITLE
    assert [change.line for change in release.cleaned] == [1]


def test_dateline_stays_in_the_lead() -> None:
    """Place and date are read from it, and its words are kept."""
    release = recognised(f"{TITLE}\n\n(Bodø, 24. november 2026) {LEAD}\n")

    assert (release.content.place, release.content.date) == ("Bodø", date(2026, 11, 24))
    assert release.content.lead[0].plain.startswith("(Bodø, 24. november 2026)")


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("Sperrefrist: torsdag 3. desember 2026 kl. 06.00", datetime(2026, 12, 3, 5, tzinfo=UTC)),
        ("SPERREFRIST 3.7.2026 KL 09:00", datetime(2026, 7, 3, 7, tzinfo=UTC)),
        ("Ikke for publisering før 3. juli 2026 kl. 6", datetime(2026, 7, 3, 4, tzinfo=UTC)),
        ("Embargo: 24 November 2026, 09:00 CET", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("Embargoed until 10 am GMT on 24 November 2026", datetime(2026, 11, 24, 10, tzinfo=UTC)),
    ],
)
def test_embargo_is_an_instant(line: str, instant: datetime) -> None:
    """The wall clock is Oslo's, unless another zone is named."""
    content = recognised(f"{line}\n\n{TITLE}\n\n{LEAD}\n").content

    assert (content.release_mode, content.embargo) == (ReleaseMode.EMBARGO, instant)


@pytest.mark.parametrize(
    "line",
    [
        "Sperrefrist: 29. mars 2026 kl. 02.30",
        "Sperrefrist: 25. oktober 2026 kl. 02.30",
        "Sperrefrist: 24. november kl. 06.00",
        "Sperrefrist: onsdag 24. november 2026 kl. 06.00",
        "Sperrefrist: 24. november 2026",
        "Embargo: 03/04/2026 09:00",
    ],
)
def test_unclear_embargo_is_asked_about(line: str) -> None:
    """A time that does not exist, exists twice, or could be read in two ways is no embargo."""
    release = recognised(f"{line}\n\n{TITLE}\n\n{LEAD}\n")

    assert release.content.release_mode is None
    assert QuestionKind.DATE in kinds(release)


def test_embargo_without_a_year_takes_that_of_the_release() -> None:
    """The date line tells which year is meant."""
    content = recognised(
        f"Bodø, 24. november 2026\nSperrefrist: 26. november kl. 06.00\n\n{TITLE}\n\n{LEAD}\n"
    ).content

    assert content.embargo == datetime(2026, 11, 26, 5, tzinfo=UTC)


@pytest.mark.parametrize("line", ["Til umiddelbar publisering", "FOR IMMEDIATE RELEASE"])
def test_immediate_release_is_a_mode(line: str) -> None:
    """The line is a field, not text."""
    content = recognised(f"{line}\n\n{TITLE}\n\n{LEAD}\n").content

    assert content.release_mode is ReleaseMode.IMMEDIATE


def test_weekday_that_contradicts_the_date_is_asked_about() -> None:
    """The figures are taken, and a person is asked."""
    release = recognised(f"Onsdag 24. november 2026\n\n{TITLE}\n\n{LEAD}\n")

    assert release.content.date == date(2026, 11, 24)
    assert QuestionKind.DATE in kinds(release)


def test_label_before_the_title_is_taken_off() -> None:
    """A "Pressemelding: …" is a label and the title."""
    assert recognised(f"Pressemelding: {TITLE}\n\n{LEAD}\n").content.title.plain == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Del:", "Del på Facebook", "DEL SAKEN", "Facebook Twitter LinkedIn E-post", "Kopier lenke",
        "Les også: Slik bygges kaier", "Skriv ut", "Lesetid: 3 min", "Hjem > Nyheter > Ny kai",
        "Vi bruker informasjonskapsler. Godta alle", "Bare nødvendige", "Følg oss på LinkedIn",
        "Sist oppdatert: 12. mars 2026 kl. 10.00", "Abonner på nyhetsbrev", "Share this article",
        "© Havnor 2026", "Av: Kari Nes", TITLE,
    ],
)  # fmt: skip
def test_web_residue_is_left_out_and_reported(line: str) -> None:
    """The line is not in the content, and the account has it as it stood."""
    release = recognised(f"{TITLE}\n\n{LEAD}\n\n{line}\n\nKaia står klar neste sommer.\n")

    assert [(one.kind, one.line, one.text) for one in release.cleaned] == [
        (CleanUpKind.WEB_RESIDUE, 5, line)
    ]
    assert len(release.content.blocks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Deltakerne møttes i Bodø for å dele erfaringer.",
        "Les mer om kaia i rapporten som kommer i mai.",
        "Del av avtalen er at partene skal møtes hvert år.",
        "Søk om støtte innen 1. mai 2027.",
        "Publikum er velkommen til åpningen 3. mai 2027.",
    ],
)
def test_text_that_looks_like_residue_stays(line: str) -> None:
    """Sentences of the release are kept."""
    release = recognised(f"{TITLE}\n\n{LEAD}\n\n{line}\n")

    assert release.cleaned == ()
    assert len(release.content.blocks) == 1


def test_white_space_is_trimmed_and_reported() -> None:
    """Indentation, trailing hard space, blank lines and the missing last newline."""
    release = recognised(f"{TITLE}\n\n{LEAD}\u00a0\n \n\n  Kaia står klar neste sommer.")

    assert [(one.kind, one.line) for one in release.cleaned] == [
        (CleanUpKind.TRAILING_SPACE, 3),
        (CleanUpKind.EMPTY_LINES, 4),
        (CleanUpKind.EMPTY_LINES, 5),
        (CleanUpKind.INDENTATION, 6),
        (CleanUpKind.FINAL_NEWLINE, 6),
    ]


def test_lead_cut_off_on_the_page_gives_way_to_the_whole_one() -> None:
    """A teaser that ends in an ellipsis is the repeated one."""
    release = recognised(f"{TITLE}\n\n{LEAD[:60]} …\n\n{LEAD}\n\nKaia står klar neste sommer.\n")

    assert [text.plain for text in release.content.lead] == [LEAD]
    assert [(one.kind, one.line) for one in release.cleaned] == [(CleanUpKind.REPEATED_LEAD, 3)]


CONTACTS = [
    "Kontakt:\nKari Nes, daglig leder i Havnor, tlf. 912 34 567, kari@havnor.example",
    "Kontakt: Kari Nes, daglig leder i Havnor, tlf. 912 34 567, kari@havnor.example",
    "Kontaktperson i Havnor:\nKari Nes, daglig leder, 912 34 567, kari@havnor.example",
    "For mer informasjon, kontakt Kari Nes, daglig leder i Havnor, på 912 34 567 eller "
    "kari@havnor.example.",
    "Kontakter\nKari Nes\nDaglig leder, Havnor\nTlf: 912 34 567\nkari@havnor.example",
    "Pressekontakt\nHavnor: Kari Nes, daglig leder, 912 34 567, kari@havnor.example",
    "Kari Nes\nDaglig leder, Havnor\nTlf: 912 34 567\nE-post: kari@havnor.example",
    "Kari Nes, daglig leder, Havnor, 912 34 567, kari@havnor.example",
]


@pytest.mark.parametrize("text", CONTACTS)
def test_contact_is_read_from_any_shape(text: str) -> None:
    """Name, title, telephone, address and partner."""
    content = recognised(f"{TITLE}\n\n{LEAD}\n\nKaia står klar neste sommer.\n\n{text}\n").content

    (contact,) = content.contacts
    partner = content.partner(contact.partner)

    assert (contact.name, contact.title, contact.phone, contact.email) == (
        "Kari Nes", "daglig leder", "912 34 567", "kari@havnor.example",
    )  # fmt: skip
    assert partner is not None
    assert partner.short == "Havnor"
    assert len(content.blocks) == 1


def test_contacts_side_by_side_are_told_apart() -> None:
    """A table of columns, as in a letter."""
    content = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKontakt:\nDag Lie      Reidar Sand\nM: 913 71 071    M: 916 28 387\n"
        "Adm. dir.       Styreleder\nHavnor        Breidfjord Kraft\n"
    ).content

    shown = [(one.name, one.phone, content.partner(one.partner)) for one in content.contacts]

    assert [(name, phone) for name, phone, _ in shown] == [
        ("Dag Lie", "913 71 071"),
        ("Reidar Sand", "916 28 387"),
    ]
    assert [partner.short for _, _, partner in shown if partner] == ["Havnor", "Breidfjord Kraft"]


def test_e_mail_in_a_sentence_is_no_contact() -> None:
    """A sentence of the text may hold an address."""
    content = recognised(
        f"{TITLE}\n\n{LEAD}\n\nSøknader sendes til post@havnor.example innen 1. mai.\n"
    ).content

    assert content.contacts == ()


@pytest.mark.parametrize(
    ("title", "lead", "partners"),
    [
        (
            "Skift inngår samarbeid med ACT",
            "ACT Cluster og Skift – Næringslivets Klimaledere har inngått avtale om samarbeid.",
            [("ACT Cluster", "ACT"), ("Skift – Næringslivets Klimaledere", "Skift")],
        ),
        (
            "Ny samarbeidsavtale mellom Universitetet i Agder og Agder fylkeskommune",
            "Avtalen skal styrke regionen.",
            [
                ("Universitetet i Agder", "Universitetet i Agder"),
                ("Agder fylkeskommune", "Agder fylkeskommune"),
            ],
        ),
        (
            "NTNU og Gjøvik kommune signerer avtale",
            "NTNU og Gjøvik kommune har signert en samarbeidsavtale.",
            [("NTNU", "NTNU"), ("Gjøvik kommune", "Gjøvik kommune")],
        ),
        (
            "Tre går sammen om vind",
            "Eviny, Å Energi og Havnor har inngått partnerskap. Havnor leder arbeidet.",
            [("Eviny", "Eviny"), ("Å Energi", "Å Energi"), ("Havnor", "Havnor")],
        ),
        (
            "Norled og Fjord1 avslutter samtaler",
            "Norled AS og Fjord1 AS avslutter samtalene om et samarbeid. Norled driver ferger.",
            [("Norled AS", "Norled"), ("Fjord1 AS", "Fjord1")],
        ),
        (
            "Test site opens",
            "The Norwegian Centre for Wind (NCW) and Tidewell Subsea sign an agreement.",
            [("Norwegian Centre for Wind", "NCW"), ("Tidewell Subsea", "Tidewell Subsea")],
        ),
    ],
)
def test_partners_are_found(title: str, lead: str, partners: list[tuple[str, str]]) -> None:
    """Full names from the lead, short forms from use."""
    text = f"{title}\n\n{lead}\n\nACT vokser, og Skift vokser i takt med dette.\n"

    content = recognised(text).content

    assert [(one.name, one.short) for one in content.partners] == partners


def test_release_without_partners_asks_for_them() -> None:
    """Nobody is named as a party, so a person must say who it is."""
    release = recognised("Ny kai åpner i mai\n\nKaia har kostet 40 millioner kroner.\n")

    assert release.content.partners == ()
    assert QuestionKind.PARTNER in kinds(release)


def test_sender_line_names_the_partners() -> None:
    """Whoever is named as sender is a partner, others are not."""
    content = recognised(
        f"Felles pressemelding fra Havnor og Breidfjord Kraft\n\nNy kai\n\n{LEAD}\n\n"
        "– Vi vokser, sier ordfører Per Moen i Nordvåg kommune.\n"
    ).content

    assert [one.name for one in content.partners] == ["Havnor", "Breidfjord Kraft"]


def test_parts_at_the_end_are_told_apart() -> None:
    """Fact box, picture, boilerplates and an end mark."""
    release = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKaia åpner i mai.\n\nFakta om kaia\n- 140 meter lang\n- Åpner i mai\n\n"
        "Bildetekst: Kaia i Bodø. Foto: Per Berg / Havnor\n\n– SLUTT –\n\n"
        "Om Havnor\nHavnor driver havner.\n\nOm Breidfjord Kraft: Selskapet lager strøm.\n"
    )
    content = release.content

    (_, facts, image) = content.blocks

    assert isinstance(facts, FactBox)
    assert [item.plain for item in facts.items] == ["140 meter lang", "Åpner i mai"]
    assert isinstance(image, Image)
    assert (image.caption.plain, image.credit.plain) == ("Kaia i Bodø.", "Per Berg / Havnor")
    assert [one.heading.plain for one in content.boilerplates] == [
        "Om Havnor", "Om Breidfjord Kraft:",
    ]  # fmt: skip
    assert (CleanUpKind.OTHER, 13) in [(one.kind, one.line) for one in release.cleaned]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi er ikke i tvil om hvordan det blir fra i dag.", Language.NB),
        ("Me er ikkje i tvil om korleis det blir frå i dag.", Language.NN),
        ("We are not in doubt about how this will be from today.", Language.EN),
        ("", Language.NB),
    ],
)
def test_language_is_told_by_small_words(text: str, language: Language) -> None:
    """Bokmål, nynorsk and English; bokmål when nothing speaks for another."""
    assert recognised(text).content.language is language


def test_word_styles_and_marks_are_heeded() -> None:
    """Title, heading and list styles tell; marks stay where they were."""
    paragraphs = [
        SourceParagraph(text=Text("Pressemelding")),
        SourceParagraph(text=Text(f" {TITLE}"), style="Tittel"),
        SourceParagraph(text=Text(LEAD)),
        SourceParagraph(text=Text("Bakgrunn for kaia"), style="Overskrift 2"),
        SourceParagraph(text=Text("  Kaia er ny.", (Mark(start=7, end=9, kind=MarkKind.STRONG),))),
        SourceParagraph(text=Text("140 meter"), style="Listeavsnitt"),
        SourceParagraph(text=Text("To ramper"), style="List Bullet"),
    ]
    counter = itertools.count(1)

    release = recognise_paragraphs(paragraphs, new_id=lambda: f"{next(counter):026d}")

    (heading, paragraph, *_) = release.content.blocks
    assert release.content.title.plain == TITLE
    assert isinstance(heading, Subheading)
    assert paragraph.texts[0].marks == (Mark(start=5, end=7, kind=MarkKind.STRONG),)
    assert [type(block).__name__ for block in release.content.blocks][2:] == ["BulletList"]
    assert not any(one.kind is CleanUpKind.FINAL_NEWLINE for one in release.cleaned)


def test_given_language_is_kept() -> None:
    """What the user says goes before what the words look like."""
    release = recognise_text("Ny kai\n", new_id=lambda: "x", language=Language.NN)

    assert release.content.language is Language.NN


def partners(release: Recognised) -> list[str]:
    """Return the partners' short forms, in order."""
    return [one.short for one in release.content.partners]


def test_sender_line_sets_the_partners_order() -> None:
    """Who is named first as sender comes first, whatever the lead says."""
    release = recognised(
        "Felles pressemelding fra Breidfjord Kraft og Havnor\n\nNy kai\n\n"
        "Havnor og Breidfjord Kraft bygger kai.\n"
    )

    assert partners(release) == ["Breidfjord Kraft", "Havnor"]


@pytest.mark.parametrize("sign", ["/", " / "])
def test_sender_line_may_carry_the_title(sign: str) -> None:
    """Partners stand before the colon, parted by a slash, and the title behind it."""
    release = recognised(
        f"Felles pressemelding fra Havnor{sign}Breidfjord Kraft: Enighet mellom Breidfjord Kraft "
        "og Havnor\n\nPartene er enige om ny avtale.\n\nDen gjelder fra mai.\n"
    )

    assert release.content.title.plain == "Enighet mellom Breidfjord Kraft og Havnor"
    assert [text.plain for text in release.content.lead] == ["Partene er enige om ny avtale."]
    assert partners(release) == ["Havnor", "Breidfjord Kraft"]


def test_date_behind_a_sender_is_no_title() -> None:
    """A "Pressemelding fra X: 24. november 2026" is a date line."""
    release = recognised(f"Pressemelding fra Havnor: 24. november 2026\n\n{TITLE}\n\n{LEAD}\n")

    assert release.content.title.plain == TITLE
    assert release.content.date == date(2026, 11, 24)


@pytest.mark.parametrize(
    "line",
    [
        "Av Kommunikasjonsavdelingen, 05.11.2026",
        "Av Kommunikasjonsavdelingen, publisert 05.11.2026",
        "Av Kari Nes | 5. november 2026 kl. 09.00",
        "Publisert 05.11.2026",
    ],
)
def test_byline_in_the_text_gives_the_date(line: str) -> None:
    """It is residue wherever it stands, and no contact; its date counts where no other does."""
    release = recognised(f"{TITLE}\n\n{LEAD}\n\n{line}\n\nKaia står klar neste sommer.\n")

    assert release.content.date == date(2026, 11, 5)
    assert [(one.kind, one.line) for one in release.cleaned] == [(CleanUpKind.WEB_RESIDUE, 5)]
    assert release.content.contacts == ()


@pytest.mark.parametrize(
    "line",
    ["Fant du det du lette etter? Ja Nei", "Var denne siden nyttig?", "Gi tilbakemelding"],
)
def test_request_for_feedback_is_residue(line: str) -> None:
    """Web pages ask whether they were of use."""
    release = recognised(f"{TITLE}\n\n{LEAD}\n\nKaia står klar neste sommer.\n\n{line}\n")

    assert [one.kind for one in release.cleaned] == [CleanUpKind.WEB_RESIDUE]


@pytest.mark.parametrize(
    "line", ["Er denne saken viktig?", "Av hensyn til fisken åpner kaia 3. mai 2027"]
)
def test_heading_that_resembles_residue_stays(line: str) -> None:
    """A subheading may ask, and may name a day."""
    release = recognised(f"{TITLE}\n\n{LEAD}\n\n{line}\n\nKaia står klar neste sommer.\n")

    assert release.cleaned == ()
    assert isinstance(release.content.blocks[0], Subheading)


def test_caption_stands_above_its_credit() -> None:
    """Two lines set close and apart from the others are one picture."""
    content = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKaia i Bodø ble åpnet i mai.\nFoto: Per Berg / Havnor\n\nDet regnet.\n"
    ).content

    image = content.blocks[0]
    assert isinstance(image, Image)
    assert (image.caption.plain, image.credit.plain) == (
        "Kaia i Bodø ble åpnet i mai.", "Per Berg / Havnor",
    )  # fmt: skip


def contacts(release: Recognised) -> list[tuple[str | None, str, str | None]]:
    """Return partner, name and telephone of every contact."""
    found = [(release.content.partner(one.partner), one) for one in release.content.contacts]
    return [(partner.short if partner else None, one.name, one.phone) for partner, one in found]


@pytest.mark.parametrize(
    "top",
    [
        "Kontakt i Havnor: Kari Nes, daglig leder, 912 34 567\n"
        "Kontakt i Breidfjord Kraft: Ola Li, 951 00 000\n",
        "Kontakt:\nKari Nes\nDaglig leder, Havnor\nTlf. 912 34 567\nOla Li, Breidfjord Kraft, 951 00 000\n",
    ],
)
def test_contacts_may_stand_above_the_title(top: str) -> None:
    """They are no title, and belong to whom they name."""
    release = recognised(f"PRESSEMELDING\n{top}{TITLE}\n{LEAD}\n")

    assert release.content.title.plain == TITLE
    assert contacts(release) == [
        ("Havnor", "Kari Nes", "912 34 567"), ("Breidfjord Kraft", "Ola Li", "951 00 000"),
    ]  # fmt: skip


def test_contact_without_organisation_belongs_to_the_one_named_before() -> None:
    """A "Havnor: …" holds until another organisation is named."""
    release = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKontakt:\nHavnor: Konserndirektør Kari Nes, 934 00 000\n"
        "Kommunikasjonssjef Ola Li, 951 00 000\nBreidfjord Kraft: Daglig leder Per Moe, 952 00 000\n"
        "Seniorrådgiver Eva Lie, 953 00 000\n"
    )

    assert contacts(release) == [
        ("Havnor", "Kari Nes", "934 00 000"),
        ("Havnor", "Ola Li", "951 00 000"),
        ("Breidfjord Kraft", "Per Moe", "952 00 000"),
        ("Breidfjord Kraft", "Eva Lie", "953 00 000"),
    ]


def test_what_the_text_says_of_a_contact_goes_before_the_line_above() -> None:
    """An employer that the text states is surer than one carried over."""
    release = recognised(
        f"{TITLE}\n\n{LEAD}\n\n– Vi vokser, sier Ola Li, leder i Breidfjord Kraft.\n\n"
        "Kontakt:\nHavnor: Kari Nes, 934 00 000\nOla Li, 951 00 000\n"
    )

    assert [partner for partner, _, _ in contacts(release)] == ["Havnor", "Breidfjord Kraft"]


def test_contact_keeps_to_the_words_of_its_line() -> None:
    """A title that only the text gives is not written into the list of contacts."""
    release = recognised(
        f"{TITLE}\n\n{LEAD}\n\n– Vi vokser, sier daglig leder Kari Nes i Havnor.\n\n"
        "Kontakt:\nKari Nes, 934 00 000\n"
    )

    assert [(one.title, one.name) for one in release.content.contacts] == [(None, "Kari Nes")]
    assert [partner for partner, _, _ in contacts(release)] == ["Havnor"]


@pytest.mark.parametrize("heading", ["Om oss\n", "Om oss: ", "About us\n"])
def test_boilerplate_about_us_is_about_whom_it_opens_with(heading: str) -> None:
    """The heading leaves it to the text to say who is meant."""
    content = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKaia åpner i mai.\n\n{heading}Havnor AS er et havneselskap.\n"
    ).content

    (boilerplate,) = content.boilerplates
    partner = content.partner(boilerplate.partner)

    assert partner is not None
    assert partner.short == "Havnor"


def test_sender_line_in_capitals_names_the_partners() -> None:
    """The text shows how the words are written, and where one name ends."""
    release = recognised(
        "PRESSEMELDING FRA BREIDFJORD KRAFT OG HAVNOR AS\n\nNy kai\n\n"
        "Havnor AS og Breidfjord Kraft bygger kai.\n"
    )

    assert [one.name for one in release.content.partners] == ["Breidfjord Kraft", "Havnor AS"]


@pytest.mark.parametrize("line", ["Pressevakt, 900 33 444", "Pressetelefon: 900 33 444"])
def test_switchboard_is_a_contact(line: str) -> None:
    """It stands for a person, and heads no section."""
    release = recognised(
        f"{TITLE}\n\n{LEAD}\n\nKaia åpner i mai.\n\nKontakt:\nHavnor: Kari Nes, 934 00 000\n{line}\n"
    )

    assert contacts(release) == [
        ("Havnor", "Kari Nes", "934 00 000"),
        ("Havnor", line[:-11].rstrip(",: "), "900 33 444"),
    ]
