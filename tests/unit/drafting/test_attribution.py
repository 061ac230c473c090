"""Who says what, in the phrasings of real releases."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Paragraph, QuoteBlock
from pressdesk.domain.recognised import QuestionKind
from pressdesk.drafting.recognition import recognise_text

if TYPE_CHECKING:
    from pressdesk.domain.recognised import Recognised

TOP = "Havnor og Breidfjord Kraft bygger ny kai\n\nHavnor og Breidfjord Kraft skal sammen bygge kai.\n\n"

NAMED = [
    # the verb after the words
    ("– Vi vokser, sier klyngeleder Monica Paulsen.", "Monica Paulsen", "klyngeleder", None),
    ("– Vi vokser sier klyngeleder Monica Paulsen.", "Monica Paulsen", "klyngeleder", None),
    (
        "– Vi vokser, sier Bjørn Kjærand Haugland, administrerende direktør i Skift.",
        "Bjørn Kjærand Haugland", "administrerende direktør", "Skift",
    ),
    ("– Vi vokser, sier daglig leder i Havnor AS, Kari Nes.", "Kari Nes", "daglig leder", "Havnor AS"),
    ("– Vi vokser, sier daglig leder i Havnor AS Kari Nes.", "Kari Nes", "daglig leder", "Havnor AS"),
    ("– Vi vokser, sier daglig leder Kari Nes i Havnor.", "Kari Nes", "daglig leder", "Havnor"),
    ("– Vi vokser, sa rektor ved NTNU, Anne Moe.", "Anne Moe", "rektor", "NTNU"),
    ("– Vi vokser, sier NHO-direktør Ola Lie.", "Ola Lie", "NHO-direktør", "NHO"),
    ("– Vi vokser, sier HR-direktør Kari Nes i Havnor.", "Kari Nes", "HR-direktør", "Havnor"),
    ("– Vi vokser, sier Havnors konsernsjef Per Bakke.", "Per Bakke", "konsernsjef", "Havnor"),
    ("– Vi vokser, sier Kari Nes (Havnor).", "Kari Nes", None, "Havnor"),
    (
        "– Vi vokser, sier fiskeri- og havminister Marianne Næss (Ap).",
        "Marianne Næss", "fiskeri- og havminister", None,
    ),
    (
        "– Vi vokser, sier Kari Nes (H), byråd for finans i Oslo kommune.",
        "Kari Nes", "byråd for finans", "Oslo kommune",
    ),
    (
        "– Vi vokser, sier konserndirektør for fornybar energi i Havnor, Kari Nes.",
        "Kari Nes", "konserndirektør for fornybar energi", "Havnor",
    ),
    (
        "– Vi vokser, sier prosjektdirektør for Nykaia i Oslo kommune, Kari Nes.",
        "Kari Nes", "prosjektdirektør for Nykaia", "Oslo kommune",
    ),
    (
        "– Vi vokser, forteller en strålende glad prosjektleder Trine Berg i Havnor.",
        "Trine Berg", "prosjektleder", "Havnor",
    ),
    (
        "– Vi vokser, sier forsker Siri Holm ved Senter for internasjonal klimaforskning.",
        "Siri Holm", "forsker", "Senter for internasjonal klimaforskning",
    ),
    (
        "– Vi vokser, sier ordfører Ida Moe i Bodø, som også leder havnestyret.",
        "Ida Moe", "ordfører", "Bodø",
    ),
    ("– Det har vi nådd, slår styreleder Ole T. Lie i Havnor fast.", "Ole T. Lie", "styreleder", "Havnor"),
    ("– Vi vokser, legger daglig leder Kari Nes til.", "Kari Nes", "daglig leder", None),
    ("- Vi vokser, seier dagleg leiar Arne Sekse i Havnor.", "Arne Sekse", "dagleg leiar", "Havnor"),
    ("— Vi vokser, held styreleiar Gunnhild Teigen fram.", "Gunnhild Teigen", "styreleiar", None),
    # within the words
    ("– Vi vokser, sier daglig leder Kari Nes, og det merkes.", "Kari Nes", "daglig leder", None),
    ("– Vi vokser, sier Kari Nes i Havnor. – Det merkes.", "Kari Nes", None, "Havnor"),
    # before the words
    ("Daglig leder Kari Nes i Havnor sier: – Vi vokser raskt.", "Kari Nes", "daglig leder", "Havnor"),
    ("Kari Nes, daglig leder i Havnor: «Vi vokser fort nå.»", "Kari Nes", "daglig leder", "Havnor"),
    ("Kari Nes sier i en kommentar: «Vi vokser raskt i år.»", "Kari Nes", None, None),
    # quotation marks
    ("«Vi vokser raskere enn før», sier Kari Nes i Havnor.", "Kari Nes", None, "Havnor"),
    ('"Vi vokser raskere enn før", sier Kari Nes i Havnor.', "Kari Nes", None, "Havnor"),
    ("”Vi vokser raskere enn før”, sier Kari Nes i Havnor.", "Kari Nes", None, "Havnor"),
]  # fmt: skip

REPORTED = [
    "Daglig leder Kari Nes i Havnor sier at kaia blir viktig.",
    "Kari Nes mener kaia blir viktig.",
    "Ifølge Kari Nes blir kaia viktig.",
    "Videre understreker Kari Nes at kaia blir viktig.",
    "Kari Nes, som har ledet arbeidet i tre år, forteller at kaia blir viktig.",
    "Kari Nes kan fortelle at kaia blir viktig.",
    "Kari Nes legger til at kaia blir viktig.",
    "Kari Nes gleder seg, og framhever at kaia blir viktig.",
    "Kaia vil ifølge Kari Nes bli viktig for hele kysten.",
]

PLAIN = [
    "Rapporten viser at markedet vokser.",
    "Selskapet opplyser at prisen er hemmelig.",
    "Havnor sier at kaia blir viktig.",
    "Kommunen sier ja til planene, og partene er enige om å samarbeide.",
    "Kari Nes sier ja til å lede styret.",
    "Kari Nes legger til rette for samarbeid.",
    "Kari Nes fortsetter som leder av klyngen.",
    "Avtalen sier ingenting om hvilke rederier som får bruke kaia.",
    "Prosjektet «Grønn havn» starter i mai.",
    "Rapporten «Sårbare kyster», som kommunen fikk laget, anbefaler en kai.",
    "Kari Nes leder prosjektet, og Ola Lie leder styret.",
    "24. november åpner kaia for publikum.",
]


def quotes(body: str) -> list[QuoteBlock]:
    """Return the quotes of a body under a common top."""
    return list(recognised(body).content.quotes())


def recognised(body: str) -> Recognised:
    """Return the release with this body."""
    counter = itertools.count(1)
    return recognise_text(f"{TOP}{body}\n", new_id=lambda: f"{next(counter):026d}")


def speakers(body: str) -> list[str | None]:
    """Return the speakers' names, quote by quote."""
    content = recognised(body).content
    people = [content.person(quote.speaker) for quote in content.quotes()]
    return [person.name if person else None for person in people]


@pytest.mark.parametrize(("text", "name", "title", "organisation"), NAMED)
def test_speaker_is_read_with_title_and_workplace(
    text: str, name: str, title: str | None, organisation: str | None
) -> None:
    """The attribution names the speaker, wherever it stands and however it is built."""
    content = recognised(text).content

    (quote,) = content.quotes()
    person = content.person(quote.speaker)

    assert person is not None
    assert (person.name, person.title, person.organisation) == (name, title, organisation)
    assert not quote.is_indirect


@pytest.mark.parametrize("text", REPORTED)
def test_reported_speech_of_a_person_is_attributed_speech(text: str) -> None:
    """What somebody is said to have said needs approval as much as a quote does."""
    (quote,) = quotes(text)

    assert quote.is_indirect
    assert speakers(text) == ["Kari Nes"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_reporting_is_no_quote(text: str) -> None:
    """Verbs of saying without a person, and persons without speech, make no quote."""
    people = "\n\n– Velkommen, sier daglig leder Kari Nes i Havnor."

    (paragraph, _) = recognised(text + people).content.blocks

    assert isinstance(paragraph, Paragraph)


def test_direct_speech_without_its_dash_is_known_by_its_attribution() -> None:
    """A closing "sier Nes" makes a quote; the dash is reported as missing."""
    first, second = quotes(
        "– Vi vokser, sier Kari Nes.\n\nSammen skal klyngen bygge kaier langs kysten sier Nes."
    )

    assert (first.dash, second.dash) == ("present", "missing")
    assert not second.is_indirect


def test_opinion_without_a_dash_is_reported_where_others_have_theirs() -> None:
    """A "…, mener Nes" reports; in a text without any dash it quotes."""
    (_, reported) = quotes("– Vi vokser, sier Kari Nes.\n\nKaia blir viktig for kysten, mener Nes.")
    (quoted,) = quotes("Kaia blir viktig for kysten, mener Kari Nes.")

    assert reported.is_indirect
    assert not quoted.is_indirect


def test_pronoun_stands_for_the_last_fitting_speaker() -> None:
    """The pronoun "hun" passes over a man who spoke in between."""
    body = (
        "– A er bra, sier Kari Nes.\n\n– B er bra, sier Ola Lie.\n\n– C er bra, fortsetter hun.\n\n"
        "– D er bra, sier han."
    )

    assert speakers(body) == ["Kari Nes", "Ola Lie", "Kari Nes", "Ola Lie"]


def test_pronoun_that_fits_two_is_asked_about() -> None:
    """A woman named since the last woman spoke makes "hun" unclear."""
    body = (
        "– A er bra, sier Kari Nes.\n\nStyret ledes av Anne Moe, som kommer fra Havnor.\n\n"
        "– B er bra, sier hun."
    )

    assert speakers(body) == ["Kari Nes", None]
    assert QuestionKind.SPEAKER in {one.kind for one in recognised(body).questions}


def test_pronoun_stands_for_the_person_just_introduced() -> None:
    """Nobody has spoken yet, so "hun" is the woman of the paragraph before."""
    assert speakers("Kari Nes er fornøyd.\n\n– Vi vokser, sier hun.") == ["Kari Nes"]


def test_surname_is_traced_to_a_name_further_down() -> None:
    """The full name may come later, even among the contacts only."""
    body = "– Vi vokser, sier Nes.\n\nKontakt:\nKari Nes, daglig leder, Havnor, 912 34 567"

    assert speakers(body) == ["Kari Nes"]


def test_title_stands_for_the_person_who_holds_it() -> None:
    """The title "konsernsjefen" is the one who was called so."""
    body = (
        "– A er bra, sier konsernsjef Kari Nes.\n\n– B er bra, sier styreleder Ola Lie.\n\n"
        "– C er bra, avslutter konsernsjefen."
    )

    assert speakers(body) == ["Kari Nes", "Ola Lie", "Kari Nes"]


def test_unattributed_quote_belongs_to_its_speech() -> None:
    """The next paragraph that names the speaker tells, else the one before."""
    opening = "– Dette er en stor dag.\n\n– Vi vokser, sier Kari Nes."
    closing = "– Vi vokser, sier Kari Nes.\n\n– Dette er en stor dag."

    assert speakers(opening) == ["Kari Nes", "Kari Nes"]
    assert speakers(closing) == ["Kari Nes", "Kari Nes"]
    assert all(quote.is_speaker_confirmed for quote in quotes(opening) + quotes(closing))


def test_unattributed_quote_between_two_speakers_is_asked_about() -> None:
    """Somebody is proposed, and a question says that it is not sure."""
    body = "– A er bra, sier Kari Nes.\n\n– B er bra.\n\n– C er bra, sier Ola Lie, styreleder i Havnor."

    (_, middle, _) = quotes(body)

    assert not middle.is_speaker_confirmed
    assert [one.kind for one in recognised(body).questions].count(QuestionKind.SPEAKER) == 1


def test_words_of_an_organisation_have_no_speaker() -> None:
    """A dash with "skriver Havnor" is speech of nobody that is known, and asked about."""
    body = "– Vi vokser, sier Kari Nes.\n\n– Vi ser fram til avtalen, skriver Havnor i en melding."

    assert speakers(body) == ["Kari Nes", None]


def test_person_of_the_same_paragraph_is_meant_by_its_pronoun() -> None:
    """Reporting words that name somebody come before earlier speakers."""
    body = (
        "– A er bra, sier Kari Nes.\n\n"
        "Prosjektleder Nina Foss forteller at kaia er klar. «Det har gått over all forventning», "
        "sier hun."
    )

    assert speakers(body) == ["Kari Nes", "Nina Foss"]


def test_line_that_announces_speech_names_its_speaker() -> None:
    """A "Kari Nes sier:" on its own line gives the paragraphs below their speaker."""
    body = "Daglig leder Kari Nes sier:\n– Dette er en stor dag.\n– Vi er i mål nå."

    assert speakers(body) == ["Kari Nes", "Kari Nes"]


def test_points_behind_dashes_are_a_list() -> None:
    """Short lines after a colon are points, whatever sign they have."""
    for sign in "-–•*":
        body = f"Kaia får:\n\n{sign} strøm\n{sign} vann\n{sign} varme"

        blocks = recognised(body).content.blocks

        assert [type(block).__name__ for block in blocks] == ["Paragraph", "BulletList"]


def test_paragraph_in_the_first_person_after_a_quote_is_asked_about() -> None:
    """It may be the quote going on without its dash."""
    body = "– Vi vokser, sier Kari Nes.\n\nVi gleder oss til fortsettelsen.\n\nKaia åpner i mai."

    kinds = [one.kind for one in recognised(body).questions]

    assert QuestionKind.KIND in kinds


def test_unknown_workplace_is_asked_with_the_remaining_partner_as_suggestion() -> None:
    """By elimination one partner is left, which is proposed and not applied."""
    body = "– A er bra, sier Kari Nes, leder i Havnor.\n\n– B er bra, sier prosjektleder Ola Lie."

    release = recognised(body)
    (question,) = [one for one in release.questions if one.kind is QuestionKind.ORGANISATION]

    assert question.suggestion == "Breidfjord Kraft"
    assert [person.organisation for person in release.content.spokespersons] == ["Havnor", None]


def test_person_of_no_partner_has_no_owner() -> None:
    """A mayor speaks for the municipality, which is not behind the release."""
    release = recognised("– Vi vokser, sier ordfører Per Moen i Nordvåg kommune.")

    (quote,) = release.content.quotes()

    assert quote.owner is None
    assert release.content.spokespersons[0].organisation == "Nordvåg kommune"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("– Vi vokser, sier dr. Kari Nes i Havnor.", None),
        ("– Vi vokser, sier fru Kari Nes i Havnor.", None),
        ("– Vi vokser, sier overlege dr. Kari Nes i Havnor.", "overlege"),
        ("– Vi vokser, sier professor Kari Nes ved Havnor.", "professor"),
        ("– Vi vokser, sier professor Kari Nes, leder i Havnor.", "leder"),
        ("«Vi vokser raskere enn før», sier Ms. Kari Nes, daglig leder i Havnor.", "daglig leder"),
        ("Dr Kari Nes, forsker i Havnor, sa: «Vi vokser raskere enn før.»", "forsker"),
    ],
)
def test_form_of_address_is_no_part_of_a_name(text: str, title: str | None) -> None:
    """A "Dr" or "Ms." is left out; a position such as professor is a title."""
    (person,) = recognised(text).content.spokespersons

    assert (person.name, person.title, person.organisation) == ("Kari Nes", title, "Havnor")


def test_form_of_address_before_a_surname_is_looked_past() -> None:
    """An unknown first name is learnt without it, and found again by surname."""
    body = (
        "«Vi vokser raskere enn før», sa Mr Thandiwe Dlamini, direktør i Havnor.\n\n"
        "«Vi vokser enda raskere neste år», sa Mr Dlamini."
    )

    assert speakers(body) == ["Thandiwe Dlamini", "Thandiwe Dlamini"]


@pytest.mark.parametrize(
    "text",
    [
        "Vi ser fram til samarbeidet med våre naboer, sa Nikolay Kiselev, guvernør for Arkhangelsk Oblast.",
        "Vi ser fram til samarbeidet med våre naboer sa Nikolay Kiselev, guvernør for Arkhangelsk Oblast.",
        "Vi ser fram til samarbeidet med våre naboer sa Nikolay Kiselev, fullmektig i Arkhangelsk Oblast.",
    ],
)
def test_unknown_name_closes_direct_speech_without_its_dash(text: str) -> None:
    """A paragraph that says "vi" and ends in "sa" with a full name is a quote."""
    (_, quote) = quotes(f"– Vi vokser, sier Kari Nes i Havnor.\n\n{text}")

    assert (quote.dash, quote.is_indirect) == ("missing", False)
    assert speakers(f"– Vi vokser, sier Kari Nes i Havnor.\n\n{text}")[1] == "Nikolay Kiselev"


def test_line_that_points_back_names_the_speaker_of_the_quote_before() -> None:
    """A "Det sier Nes" of its own is attributed speech, and gives the quote its speaker."""
    body = "– Vi vokser.\n\nDet sier Kari Nes, daglig leder i Havnor.\n\nKaia åpner i mai."

    quote, pointer = quotes(body)

    assert speakers(body) == ["Kari Nes", "Kari Nes"]
    assert (quote.is_indirect, pointer.is_indirect) == (False, True)
    assert quote.is_speaker_confirmed
    assert recognised(body).questions == ()


def test_line_that_points_back_is_sure_after_another_speaker() -> None:
    """It says who spoke, whoever spoke before."""
    body = (
        "– A er bra, sier Ola Lie, styreleder i Havnor.\n\n– B er bra.\n\n"
        "Det sier Kari Nes, daglig leder i Breidfjord Kraft."
    )

    assert speakers(body) == ["Ola Lie", "Kari Nes", "Kari Nes"]
    assert recognised(body).questions == ()


def test_line_that_points_back_to_no_quote_stays_a_paragraph() -> None:
    """Without direct speech before it, it is reporting."""
    assert quotes("Kaia åpner i mai.\n\nDet sier Kari Nes, daglig leder i Havnor.") == []


def test_joint_speakers_are_asked_about() -> None:
    """The first is proposed; who approves is for a person to say."""
    release = recognised("– Vi er enige, sier Kari Nes i Havnor og Ola Lie i Breidfjord Kraft.")

    (quote,) = release.content.quotes()

    assert not quote.is_speaker_confirmed
    assert [one.suggestion for one in release.questions if one.kind is QuestionKind.SPEAKER] == [
        "Kari Nes"
    ]


def test_short_form_links_a_speaker_to_the_partner() -> None:
    """An "Arctic Cluster Team, ACT, …" in the lead makes "leder for ACT" the partner's."""
    release = recognise_text(
        "Ny kai\n\nArctic Cluster Team, ACT, og Havnor skal bygge kai sammen.\n\n"
        "– Vi vokser, sier klyngeleder for ACT, Monica Paulsen.\n",
        new_id=map(str, itertools.count()).__next__,
    )

    (quote,) = release.content.quotes()
    owner = release.content.partner(quote.owner)

    assert owner is not None
    assert (owner.name, owner.short) == ("Arctic Cluster Team", "ACT")


def test_minister_is_not_asked_for_an_organisation() -> None:
    """The office says whom a minister speaks for."""
    release = recognised("– Vi vokser, sier klima- og miljøminister Eva Strand.")

    assert QuestionKind.ORGANISATION not in {one.kind for one in release.questions}
