"""Shapes of real releases that were once misread."""

from __future__ import annotations

import itertools

import pytest

from pressdesk.domain.content import BulletList, QuoteDash
from pressdesk.domain.recognised import QuestionKind, Recognised
from pressdesk.domain.text import Mark, Text
from pressdesk.drafting.recognition import recognise_paragraphs, recognise_text
from pressdesk.drafting.source import SourceParagraph

TITLE = "Straumvik kommune og Tindlys AS bygger bru"
LEAD = "Straumvik kommune og Tindlys AS skal sammen bygge bru over sundet."
MAYOR = "– Vi er klare, sier ordfører Siri Moe i Straumvik kommune."
BOSS = "– Vi gleder oss, sier daglig leder Jon Li i Tindlys AS."


def read(body: str, *, title: str = TITLE, lead: str = LEAD) -> Recognised:
    """Return the release with this body."""
    counter = itertools.count(1)
    return recognise_text(f"{title}\n\n{lead}\n\n{body}\n", new_id=lambda: f"{next(counter):026d}")


def said(release: Recognised) -> list[tuple[str | None, bool]]:
    """Return every quote's speaker and whether that is sure."""
    content = release.content
    people = [(content.person(one.speaker), one.is_speaker_confirmed) for one in content.quotes()]
    return [(person.name if person else None, is_sure) for person, is_sure in people]


def asked(release: Recognised, kind: QuestionKind) -> list[int]:
    """Return the lines that a kind of question is about."""
    return [one.line for one in release.questions if one.kind is kind]


# lists and speech


@pytest.mark.parametrize(
    "points",
    [
        "- 90 meter lang\n- plass til to felt\n- fri høyde på 12 meter",
        "- 90 meter lang\n\n- plass til to felt\n\n- fri høyde på 12 meter",
        "– Raskere\n– Tryggere\n– Grønnere",
    ],
)
@pytest.mark.parametrize("order", ["{points}\n\n{speech}", "{speech}\n\n{points}"])
def test_short_points_beside_speech_are_a_list(points: str, order: str) -> None:
    """Nobody gets a list's points put into the mouth."""
    release = read("Slik blir brua\n" + order.format(points=points, speech=BOSS))

    lists = [one for one in release.content.blocks if isinstance(one, BulletList)]
    assert [len(one.items) for one in lists] == [3]
    assert said(release) == [("Jon Li", True)]


def test_a_single_dash_after_a_colon_is_speech() -> None:
    """One line makes no list."""
    release = read(f"{BOSS}\n\nDirektøren er ikke i tvil:\n\n– Bare kjør på!")

    assert said(release) == [("Jon Li", True), ("Jon Li", False)]
    assert asked(release, QuestionKind.SPEAKER) == [9]


def test_numbered_lines_are_a_list_without_their_numbers() -> None:
    """The numbers are accounted for."""
    release = read("Tallene:\n1. 40 følere\n2. 12 hamner")

    [points] = [one for one in release.content.blocks if isinstance(one, BulletList)]
    assert [one.plain for one in points.items] == ["40 følere", "12 hamner"]
    assert {6, 7} <= {one.line for one in release.cleaned}


def test_a_word_list_right_below_speech_is_a_list() -> None:
    """Word files have no empty lines between the two."""
    rows = [(TITLE, None), (LEAD, None), (MAYOR, None), (BOSS, None)]
    rows += [("Søk før jul", "List Number"), ("Vent på svar", "List Number")]
    counter = itertools.count(1)

    release = recognise_paragraphs(
        [SourceParagraph(text=Text(text), style=style) for text, style in rows],
        new_id=lambda: f"{next(counter):026d}",
    )

    assert isinstance(release.content.blocks[-1], BulletList)
    assert len(release.content.blocks[-1].items) == 2


# speakers


@pytest.mark.parametrize(
    "between",
    ["Brua får:\n- to felt\n- en gangvei", "Dette skjer videre", "Brua blir 90 meter lang."],
)
def test_speech_after_a_break_is_not_silently_the_next_speakers(between: str) -> None:
    """It may be the last speaker's: the next one is only proposed."""
    release = read(f"{MAYOR}\n\n{between}\n\n– Dette er for alle.\n\n{BOSS}")

    assert said(release) == [("Siri Moe", True), ("Jon Li", False), ("Jon Li", True)]
    assert len(asked(release, QuestionKind.SPEAKER)) == 1


def test_speech_right_below_a_speaker_goes_on() -> None:
    """Nothing stands between the two."""
    assert said(read(f"{MAYOR}\n\n– Dette er for alle.")) == [("Siri Moe", True)] * 2


def test_a_picture_parts_speech() -> None:
    """The speaker above it is proposed only."""
    release = read(f"{BOSS}\n\nFoto: Siri Bo\n\n– Dette blir bra.")

    assert said(release) == [("Jon Li", True), ("Jon Li", False)]


def test_we_and_i_make_a_known_speaker_doubtful() -> None:
    """Two voices, perhaps."""
    release = read(
        f"{BOSS}\n\n{MAYOR}\n\nBrua er lang.\n\n– Vi fyller den.\n\n– Jeg tviler, sier Li."
    )

    assert said(release)[2:] == [("Jon Li", False), ("Jon Li", True)]


def test_marks_over_a_few_words_leave_speech_reported() -> None:
    """The tag "X, sier hun har fått «…»" quotes three words only."""
    release = read("Tindlys-leder, Åse-Lin Berg, sier hun har møtt «veldig mye velvilje».")

    assert [one.is_indirect for one in release.content.quotes()] == [True]


def test_speech_behind_prose_has_its_dash_and_is_asked_about() -> None:
    """The paragraph stays whole."""
    release = read(
        "Brua får to felt. – Det er nok for oss, sier ordfører Siri Moe i Straumvik kommune."
    )

    [quote] = release.content.quotes()
    assert quote.dash is QuoteDash.PRESENT
    assert asked(release, QuestionKind.KIND) == [5]


def test_speech_that_goes_on_behind_its_tag_still_misses_its_dash() -> None:
    """The dash inside opens the second half only."""
    release = read("Vi er klare nå, sier Siri Moe. – Det merkes.")

    [quote] = release.content.quotes()
    assert quote.dash is QuoteDash.MISSING


# names


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("sier rådgiver Kari von der Aa. – Bra, sier Aa.", "Kari von der Aa"),
        ("sier rådgiver Jan van den Berg.", "Jan van den Berg"),
        ("sier styreleder Jens de Vries.", "Jens de Vries"),
        ("sier forsker Maria del Rio.", "Maria del Rio"),
        ("sier rådgiver Carl af Geijer.", "Carl af Geijer"),
        ("sier Kari Nes av Straumvik.", "Kari Nes"),
    ],
)
def test_small_words_belong_to_names(tag: str, name: str) -> None:
    """Words like "von der", "van den", "del" stand inside; "av" only behind a first name."""
    assert said(read(f"– Dette går bra, {tag}")) == [(name, True)]


@pytest.mark.parametrize("reference", ["Berg", "van den Berg", "Van den Berg"])
def test_a_surname_with_small_words_leads_to_the_full_name(reference: str) -> None:
    """With and without them."""
    body = (
        f"– Bra, sier rådgiver Jan van den Berg.\n\nBrua er lang.\n\n– Greit nok, sier {reference}."
    )

    assert said(read(body)) == [("Jan van den Berg", True)] * 2


def test_an_english_office_stands_before_a_courtesy_and_a_name() -> None:
    """A "says Union chair Dr …" names its speaker."""
    release = read(
        "“It took us nine years to build this,” says Union chair Dr Marc van der Zee.",
        title="Straumvik Union and Tindlys open a bridge",
        lead="Straumvik Union and Tindlys today opened a bridge across the sound.",
    )

    assert said(release) == [("Marc van der Zee", True)]


def test_names_in_capitals_are_names() -> None:
    """As the text writes them elsewhere, else as they stand."""
    alone = read("– Bra for oss, sier leder ÅSE LIE-DAHL.")
    both = read("Åse Lie-Dahl er leder.\n\n– Bra for oss, sier leder ÅSE LIE-DAHL.")

    assert said(alone) == [("ÅSE LIE-DAHL", True)]
    assert said(both) == [("Åse Lie-Dahl", True)]


# contacts


def test_contacts_on_lines_of_their_own_keep_their_own_numbers() -> None:
    """A line "X v/ Kari Nes (leder)" names organisation, person and title."""
    release = read(
        f"{BOSS}\n\nKontakt:\n"
        "Tindlys AS v/ Jon Li (daglig leder): +47 900 00 001, jon@tindlys.example\n"
        "Straumvik kommune v/Siri Moe (ordfører): post@straumvik.example\n"
        "Tindlys AS: presse@tindlys.example"
    )

    found = [(one.name, one.title, one.phone, one.email) for one in release.content.contacts]
    assert found == [
        ("Jon Li", "daglig leder", "+47 900 00 001", "jon@tindlys.example"),
        ("Siri Moe", "ordfører", None, "post@straumvik.example"),
        ("Tindlys AS", None, None, "presse@tindlys.example"),
    ]


def test_an_organisation_before_a_contact_is_no_contact() -> None:
    """It says where the person works."""
    name = "Høgskulen på Vestkysten"
    release = read(
        f"Om {name}\n{name} har 900 studentar.\n\nKontakt\n{name}: Anne Moe, 900 00 002",
        title=f"Tindlys AS og {name} bygger bru",
        lead=f"Tindlys AS og {name} skal sammen bygge bru.",
    )

    assert [(one.name, one.phone) for one in release.content.contacts] == [
        ("Anne Moe", "900 00 002")
    ]


# top and partners


@pytest.mark.parametrize(
    "line",
    [
        "Fra: Straumvik kommune og Tindlys AS", "Til redaksjonen", "Til: Nyhetsredaksjonen",
        "Dato: 3. desember 2026", "Kontakt: Siri Moe", "To: The newsroom", "Vår ref.: 26/113",
    ],
)  # fmt: skip
def test_lines_of_a_letters_head_are_no_title(line: str) -> None:
    """They are left out, and accounted for."""
    release = read(BOSS, title=f"{line}\n\n{TITLE}")

    assert release.content.title.plain == TITLE
    assert 1 in {one.line for one in release.cleaned}


def test_the_bold_line_below_a_few_plain_words_is_the_title_and_is_asked_about() -> None:
    """Unsure: a person looks at it."""
    bold = Text(TITLE, (Mark(kind="strong", start=0, end=len(TITLE)),))
    counter = itertools.count(1)

    release = recognise_paragraphs(
        [SourceParagraph(text=one) for one in (Text("Nytt fra oss"), bold, Text(LEAD), Text(BOSS))],
        new_id=lambda: f"{next(counter):026d}",
    )

    assert release.content.title.plain == TITLE
    assert asked(release, QuestionKind.OTHER) == [2]


def partners(release: Recognised) -> list[tuple[str, str]]:
    """Return full name and short form of every partner."""
    return [(one.name, one.short) for one in release.content.partners]


def test_no_name_spans_two_lines() -> None:
    """A bold lead in two lines ends one name and begins the next."""
    first = "To hundre unge får sommerjobb på øyene utenfor Straumvik i år og i Storholm."
    second = (
        "Tindlys og Vestnes Invest deler ut seks millioner kroner til bedrifter som tar inn ungdom."
    )
    lines = [Text(one, (Mark(kind="strong", start=0, end=len(one)),)) for one in (first, second)]
    counter = itertools.count(1)

    release = recognise_paragraphs(
        [SourceParagraph(text=one) for one in (Text("Jobb til unge i år"), *lines, Text(BOSS))],
        new_id=lambda: f"{next(counter):026d}",
    )

    assert partners(release)[0][0].startswith("Tindlys")


def test_a_kind_or_a_place_is_no_short_form() -> None:
    """Neither "Sykehuset" nor the Straumvik that a ferry calls at names a partner."""
    release = read(
        "Sykehuset ligger på Storholm. Ferga går mellom Storholm og Straumvik hver dag.",
        title="Sykehuset Nordvest og Straumvik Forum tester helsebåt",
        lead="Sykehuset Nordvest og Straumvik Forum skal sammen teste helsebåt.",
    )

    assert partners(release) == [
        ("Sykehuset Nordvest", "Sykehuset Nordvest"), ("Straumvik Forum", "Straumvik Forum"),
    ]  # fmt: skip


def test_a_datelines_place_is_no_partner_and_gives_no_order() -> None:
    """The lead's order holds."""
    release = read(
        "",
        title="Tindlys and Bergen Bridge Forum sign a deal",
        lead="BERGEN, Norway – 8 December 2026 – Tindlys AS and Bergen Bridge Forum today signed an agreement.",
    )

    assert [name for name, _ in partners(release)] == ["Tindlys AS", "Bergen Bridge Forum"]


def test_a_school_with_the_municipalitys_name_is_not_the_municipality() -> None:
    """Nobody is made its owner; who she speaks for is asked."""
    release = read("– Endelig for oss, sier rektor Guro Dal ved Straumvik barneskole.")

    [quote] = release.content.quotes()
    assert quote.owner is None
    assert asked(release, QuestionKind.ORGANISATION) == [5]
