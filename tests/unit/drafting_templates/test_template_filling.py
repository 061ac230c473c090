"""Answers in their places: partners in any number, dates, amounts, quotes, odd characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.domain.content import (
    BulletList,
    Content,
    Language,
    Paragraph,
    ReleaseMode,
)
from pressdesk.domain.content_json import content_from_json, content_to_json
from pressdesk.domain.errors import TemplateLanguageMissing
from pressdesk.drafting.placeholders import placeholders
from pressdesk.drafting.templates import (
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    Template,
    check_fields,
    example_fields,
    fill,
    load_templates,
)

if TYPE_CHECKING:
    from pathlib import Path

NewId = Callable[[], str]
TODAY = date(2026, 11, 24)


def all_words(content: Content) -> str:
    """Return every text of the content, a line each."""
    texts = [content.title, *content.lead]
    texts += [text for block in content.blocks for text in block.texts]
    texts += [text for one in content.boilerplates for text in (one.heading, *one.paragraphs)]
    return "\n".join(text.plain for text in texts)


def quotes_of(content: Content) -> list[str]:
    """Return the words of the quotes in reading order."""
    return [quote.paragraphs[0].plain for quote in content.quotes()]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (Language.NB, "ACT, Skift og Havlyft skal dele data"),
        (Language.NN, "ACT, Skift og Havlyft skal dele data"),
        (Language.EN, "ACT, Skift and Havlyft to dele data"),
    ],
)
def test_three_partners_are_enumerated_with_the_conjunction_of_the_language(
    agreement: Template,
    three_partners: tuple[FilledPartner, ...],
    new_id: NewId,
    language: Language,
    title: str,
) -> None:
    """Commas between, no comma before the conjunction, one quote and one boilerplate each."""
    filled = FilledFields(values={"purpose": "dele data"}, partners=three_partners)

    content = fill(agreement, language, filled, new_id)

    assert content.title.plain == title
    assert [quote.owner for quote in content.quotes()] == [one.id for one in content.partners]
    assert [one.partner for one in content.boilerplates] == [one.id for one in content.partners]
    assert [one.partner for one in content.contacts] == [one.id for one in content.partners]


def test_full_name_introduces_a_short_form_that_is_not_part_of_it(
    agreement: Template, three_partners: tuple[FilledPartner, ...], new_id: NewId
) -> None:
    """The lead tells readers once what ACT is; Skift explains itself."""
    content = fill(agreement, Language.NB, FilledFields(partners=three_partners), new_id)

    assert content.lead[0].plain.startswith(
        "Arctic Cluster Team (ACT), Skift – Næringslivets Klimaledere og Havlyft skal samarbeide"
    )


@pytest.mark.parametrize(
    ("partners", "title", "fact"),
    [
        (2, "Skift joins ACT", "New member: "),
        (3, "Skift and Havlyft join ACT", "New members: "),
    ],
)
def test_sentences_agree_with_the_number_of_partners(
    membership: Template,
    three_partners: tuple[FilledPartner, ...],
    new_id: NewId,
    *,
    partners: int,
    title: str,
    fact: str,
) -> None:
    """One new member joins, two join."""
    filled = FilledFields(partners=three_partners[:partners])

    content = fill(membership, Language.EN, filled, new_id)

    assert content.title.plain == title
    assert fact in all_words(content)


def test_fewer_than_two_partners_are_made_up_to_two(agreement: Template, new_id: NewId) -> None:
    """A joint release has two partners; the one that lacks a name is a placeholder."""
    filled = FilledFields(partners=(FilledPartner(name="Havlyft"),))

    content = fill(agreement, Language.NN, filled, new_id)

    assert content.title.plain.startswith("Havlyft og [andre partnar] skal ")
    assert [partner.short for partner in content.partners] == ["Havlyft", "[andre partnar]"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.NB, "– Vi er klare, sier klyngeleder Monica Paulsen i ACT."),
        (Language.NN, "– Vi er klare, seier klyngeleder Monica Paulsen i ACT."),
        (Language.EN, "“Vi er klare,” says Monica Paulsen, klyngeleder at ACT."),
    ],
)
@pytest.mark.parametrize(
    "typed", ["Vi er klare.", "– Vi er klare", "«Vi er klare».", "- Vi er klare.", "“Vi er klare,”"]
)
def test_quote_is_attributed_however_it_was_typed(
    agreement: Template,
    three_partners: tuple[FilledPartner, ...],
    new_id: NewId,
    *,
    language: Language,
    words: str,
    typed: str,
) -> None:
    """Dash, marks and full stop are put where they belong; title, name, workplace follow."""
    person = FilledSpokesperson(
        name="Monica Paulsen", title="klyngeleder", partner="act", quote=typed
    )

    content = fill(
        agreement,
        language,
        FilledFields(partners=three_partners, spokespersons=(person,)),
        new_id,
    )

    assert quotes_of(content)[0] == words
    quote = next(content.quotes())
    speaker = content.person(quote.speaker)
    assert speaker
    assert (speaker.name, speaker.title, speaker.organisation) == (
        "Monica Paulsen",
        "klyngeleder",
        "ACT",
    )
    assert quote.owner == content.partners[0].id
    assert quote.is_speaker_confirmed


@pytest.mark.parametrize("mark", ["?", "!"])
def test_no_comma_stands_after_a_question_or_an_exclamation(
    agreement: Template, three_partners: tuple[FilledPartner, ...], new_id: NewId, mark: str
) -> None:
    """Source: Språkrådet, on quotes that end with a mark of their own."""
    person = FilledSpokesperson(name="Ida Moe", partner="ACT", quote=f"Er vi klare{mark}")

    content = fill(
        agreement,
        Language.NB,
        FilledFields(partners=three_partners, spokespersons=(person,)),
        new_id,
    )

    assert quotes_of(content)[0] == f"– Er vi klare{mark} sier [tittel] Ida Moe i ACT."


def test_quote_that_is_not_written_says_what_it_should_answer(
    agreement: Template, three_partners: tuple[FilledPartner, ...], new_id: NewId
) -> None:
    """The prompt names the speaker and, to the others, the first partner."""
    person = FilledSpokesperson(name="Bjørn K. Haugland", title="direktør", partner="Skift")

    content = fill(
        agreement,
        Language.NB,
        FilledFields(partners=three_partners, spokespersons=(person,)),
        new_id,
    )

    first, second, third = quotes_of(content)
    assert first.startswith("– [Sitat fra ACT: Hva betyr avtalen for dem dere representerer?")
    assert second == (
        "– [Sitat fra Bjørn K. Haugland: Hvorfor er ACT riktig partner? "
        "Mening, ikke fakta, 20–45 ord], sier direktør Bjørn K. Haugland i Skift."
    )
    assert third.endswith(", sier [tittel] [navn på talsperson] i Havlyft.")


def test_second_spokespersons_come_after_every_first_one(
    agreement: Template, three_partners: tuple[FilledPartner, ...], new_id: NewId
) -> None:
    """Partners take turns, whoever has more to say; strangers come last."""
    people = [("Anna", "ACT"), ("Arne", "ACT"), ("Siri", "Skift"), ("Xenia", "")]
    filled = FilledFields(
        partners=three_partners[:2],
        spokespersons=tuple(
            FilledSpokesperson(name=name, partner=partner) for name, partner in people
        ),
    )

    content = fill(agreement, Language.NB, filled, new_id)

    speakers = [content.person(quote.speaker) for quote in content.quotes()]
    assert [one.name for one in speakers if one] == ["Anna", "Siri", "Xenia", "Arne"]


@pytest.mark.parametrize(
    ("language", "amount", "day"),
    [
        (Language.NB, "12\u00a0500\u00a0000 kroner", "1. januar 2027"),
        (Language.NN, "12\u00a0500\u00a0000 kroner", "1. januar 2027"),
        (Language.EN, "NOK 12,500,000", "1 January 2027"),
    ],
)
def test_amounts_and_dates_are_written_out_in_the_language(
    grant: Template, new_id: NewId, language: Language, amount: str, day: str
) -> None:
    """Hard spaces within amounts, so that no line breaks there."""
    filled = FilledFields(values={"amount": "12500000", "start": "2027-01-01"})

    words = all_words(fill(grant, language, filled, new_id))

    assert amount in words.replace("000\u00a0kroner", "000 kroner").replace("NOK\u00a0", "NOK ")
    assert day in words


def test_answers_that_are_not_understood_stand_as_typed(grant: Template, new_id: NewId) -> None:
    """Nothing is guessed: a draft shows what was written."""
    filled = FilledFields(values={"amount": "12,5 millioner kroner", "start": "til våren"})

    words = all_words(fill(grant, Language.NB, filled, new_id))

    assert "får 12,5 millioner kroner fra" in words
    assert "Prosjektet starter til våren." in words


def test_sentence_with_an_optional_answer_waits_for_it(agreement: Template, new_id: NewId) -> None:
    """No placeholder for what need not be said."""
    without = fill(agreement, Language.NB, FilledFields(), new_id)
    with_cost = fill(agreement, Language.NB, FilledFields(values={"cost": "45000"}), new_id)

    assert "Partene bruker" not in all_words(without)
    assert "Partene bruker til sammen 45\u00a0000\u00a0kroner på samarbeidet." in all_words(
        with_cost
    )


def test_default_stands_until_there_is_an_answer(membership: Template, new_id: NewId) -> None:
    """The network is the first partner unless it has another name."""
    partners = (FilledPartner(name="ACT"), FilledPartner(name="Skift"))

    default = fill(membership, Language.NB, FilledFields(partners=partners), new_id)
    named = fill(
        membership,
        Language.NB,
        FilledFields(values={"network": "Nordnettet"}, partners=partners),
        new_id,
    )

    assert default.title.plain == "Skift går inn i ACT"
    assert named.title.plain == "Skift går inn i Nordnettet"


def test_long_answer_keeps_its_paragraphs(agreement: Template, new_id: NewId) -> None:
    """A line break begins a new paragraph where the answer is the paragraph."""
    filled = FilledFields(values={"why": "Først dette.\n\nSå det."})

    content = fill(agreement, Language.NB, filled, new_id)

    paragraphs = [block.text.plain for block in content.blocks if isinstance(block, Paragraph)]
    assert paragraphs[1:3] == ["Først dette.", "Så det."]


def test_no_full_stop_stands_twice(agreement: Template, new_id: NewId) -> None:
    """An answer that brings its own end mark ends the sentence."""
    filled = FilledFields(values={"first_result": "et lager i Narvik."})

    content = fill(agreement, Language.NB, filled, new_id)

    assert "Det første resultatet blir et lager i Narvik.\n" in all_words(content) + "\n"


ALL_KINDS = """\
id = "egen"
title = "Egen"
description = "Alt en mal kan ha."
FIELDS
[text]
title = "Egen {{mal}}"
lead = "{day:weekday}, {clock}, {moment}."
quotes = "Hvorfor?"
[[block]]
kind = "list"
guidance = "Punkter."
items = ["{part}", "{parts}", "{count}", "{money}", "{pick}", "{who}"]
[[block]]
kind = "list"
items = "{extra}"
[[block]]
kind = "quotes"
"""
KINDS = {
    "day": "date",
    "clock": "time",
    "moment": "datetime",
    "part": "percent",
    "parts": "shares",
    "count": "number",
    "money": "amount",
    "pick": "choice",
    "who": "person",
    "extra": "text",
}


@pytest.fixture
def every_kind(tmp_path: Path) -> Template:
    """Return a template of one's own with every kind of field."""
    fields = "".join(
        f'[[field]]\nname = "{name}"\ntype = "{kind}"\nlabel = "l"\nplaceholder = "{name}"\n'
        + ('choices = [{ value = "a", text = "valg A" }]\n' if kind == "choice" else "")
        for name, kind in KINDS.items()
    )
    (tmp_path / "egen").mkdir()
    for language in Language:
        path = tmp_path / "egen" / f"{language.value}.toml"
        path.write_text(ALL_KINDS.replace("FIELDS\n", fields), encoding="utf-8")
    return load_templates([tmp_path]).template("egen")


@pytest.mark.parametrize(
    ("language", "lead", "items"),
    [
        (
            Language.NN,
            "torsdag 26. november 2026, 08.00, fredag 27. november 2026 kl. 09.30.",
            "40 prosent|A 40 prosent og B 60 prosent|sju|10\u00a0000\u00a0kroner|valg A|Ida Moe",
        ),
        (
            Language.EN,
            "Thursday 26 November 2026, 08:00, Friday 27 November 2026 at 09:30.",
            "40 per cent|A 40 per cent and B 60 per cent|seven|NOK\u00a010,000|valg A|Ida Moe",
        ),
    ],
)
def test_every_kind_of_answer_is_written_out(
    every_kind: Template, new_id: NewId, language: Language, lead: str, items: str
) -> None:
    """Braces written twice are braces; a list without points is not there."""
    values = {
        "day": "2026-11-26",
        "clock": "8:00",
        "moment": "2026-11-27 9:30",
        "part": "40 %",
        "parts": "A 40; B 60",
        "count": "7",
        "money": "10000",
        "pick": "a",
        "who": "Ida Moe",
    }

    content = fill(every_kind, language, FilledFields(values=values), new_id)

    assert content.title.plain == "Egen {mal}"
    assert content.lead[0].plain == lead
    (points,) = [block for block in content.blocks if isinstance(block, BulletList)]
    assert "|".join(text.plain for text in points.items) == items


@pytest.mark.parametrize(
    ("values", "mode", "embargo"),
    [
        (
            {"embargo": "2026-11-26T08:00"},
            ReleaseMode.EMBARGO,
            datetime(2026, 11, 26, 7, tzinfo=UTC),
        ),
        (
            {"embargo": "torsdag 26. november 2026 kl. 08.00"},
            ReleaseMode.EMBARGO,
            datetime(2026, 11, 26, 7, tzinfo=UTC),
        ),
        ({"embargo": "2026-07-01 08:00"}, ReleaseMode.EMBARGO, datetime(2026, 7, 1, 6, tzinfo=UTC)),
        (
            {"embargo": "2026-07-01T08:00+00:00"},
            ReleaseMode.EMBARGO,
            datetime(2026, 7, 1, 8, tzinfo=UTC),
        ),
        ({"release_mode": "immediate"}, ReleaseMode.IMMEDIATE, None),
        ({"embargo": "snart"}, None, None),
        ({"embargo": "2027-03-28T02:30"}, None, None),
        ({}, None, None),
    ],
)
def test_embargo_is_an_instant_in_norwegian_time(
    agreement: Template,
    new_id: NewId,
    values: dict[str, str],
    mode: ReleaseMode | None,
    embargo: datetime | None,
) -> None:
    """What is not a time is no embargo; ``check_fields`` refuses it before."""
    content = fill(agreement, Language.NB, FilledFields(values=values), new_id)

    assert (content.release_mode, content.embargo) == (mode, embargo)
    if embargo is None and "embargo" in values:
        problems = check_fields(agreement, Language.NB, FilledFields(values=values), today=TODAY)
        assert [one.is_refused for one in problems if one.field == "embargo"] == [True]


def test_contacts_and_boilerplates_go_to_their_partners(agreement: Template, new_id: NewId) -> None:
    """Partners are found by either name, and what is lacking is asked for."""
    filled = FilledFields(
        partners=(
            FilledPartner(name="Arctic Cluster Team", short="ACT", boilerplate="En.\nTo."),
            FilledPartner(name="Skift", organisation_number="123"),
        ),
        contacts=(FilledContact(partner="arctic cluster team", name="Ida", phone="900 00 001"),),
    )

    content = fill(agreement, Language.NB, filled, new_id)

    first, second = content.contacts
    assert (first.partner, first.name, first.email) == (
        content.partners[0].id,
        "Ida",
        "[e-postadresse]",
    )
    assert (second.partner, second.name) == (content.partners[1].id, "[navn på kontaktperson]")
    assert [text.plain for text in content.boilerplates[0].paragraphs] == ["En.", "To."]
    assert content.boilerplates[1].heading.plain == "Om Skift"
    assert content.partners[1].organisation_number == "123"


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://plast.example/en?x=1", ["https://plast.example/en?x=1"]),
        ("javascript:alert(1)", []),
        ('https://plast.example" onclick="x', []),
        ("", []),
    ],
)
def test_link_is_made_of_web_addresses_only(
    grant: Template, new_id: NewId, url: str, links: list[str]
) -> None:
    """No other scheme gets into a link, and no second attribute."""
    content = fill(grant, Language.NB, FilledFields(values={"project_url": url}), new_id)

    assert [link.target for link in content.links] == links


def test_language_that_is_not_there_is_named(agreement: Template, new_id: NewId) -> None:
    """The error says which file to write."""
    only_nb = Template(id="egen", texts=agreement.texts[:1])

    with pytest.raises(TemplateLanguageMissing) as caught:
        fill(only_nb, Language.EN, FilledFields(), new_id)

    assert (caught.value.name, caught.value.language) == ("egen/en.toml", "en")


def test_ids_are_drawn_in_the_same_order_in_every_language(agreement: Template) -> None:
    """Replaying the ids gives language versions that are linked block by block."""

    def content_in(language: Language) -> Content:
        numbers = count()
        filled = example_fields(agreement, language)
        return fill(agreement, language, filled, lambda: str(next(numbers)))

    contents = [content_in(language) for language in (Language.NB, Language.NN)]

    assert [block.id for block in contents[0].blocks] == [block.id for block in contents[1].blocks]


odd_words = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("{}[]#:|<>&«»“”–-.,%\n\t\u00a0"),
    ),
    max_size=40,
)
names = st.sampled_from(
    ["{purpose}", "{0}", "{", "}}", "[navn]", "%s", "<b>", "{other_partners#a|b}", "ACT", ""]
)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), language=st.sampled_from(Language))
def test_no_answer_breaks_the_draft(
    agreement: Template,
    membership: Template,
    grant: Template,
    data: st.DataObject,
    language: Language,
) -> None:
    """Any answers to all fields give a content that can be stored, and problems, no crash."""
    template = data.draw(st.sampled_from([agreement, membership, grant]))
    words = st.one_of(odd_words, names)
    values = {field.name: data.draw(words) for field in template.fields}
    partner = st.builds(
        FilledPartner, name=words, short=words, organisation_number=words, boilerplate=words
    )
    person = st.builds(
        FilledSpokesperson, name=words, title=words, organisation=words, partner=words, quote=words
    )
    filled = FilledFields(
        values=values,
        partners=tuple(data.draw(st.lists(partner, max_size=4))),
        spokespersons=tuple(data.draw(st.lists(person, max_size=4))),
        contacts=(FilledContact(partner=data.draw(words), name=data.draw(words)),),
    )
    numbers = count()

    content = fill(template, language, filled, lambda: str(next(numbers)))

    assert len(list(content.quotes())) >= len(content.partners) >= 2
    placeholders(content)
    check_fields(template, language, filled, today=TODAY)
    assert content_from_json(content_to_json(content)).title == content.title


@settings(max_examples=150, deadline=None)
@given(typed=st.one_of(odd_words, names), language=st.sampled_from(Language))
def test_answer_stands_verbatim_and_is_never_read_as_a_pattern(
    agreement: Template, typed: str, language: Language
) -> None:
    """Braces, brackets and markup in an answer are words like others."""
    numbers = count()
    filled = FilledFields(
        values={"purpose": typed, "duration": "DURATION"}, partners=(FilledPartner(name="A"),)
    )

    content = fill(agreement, language, filled, lambda: str(next(numbers)))

    line = " ".join(unicodedata.normalize("NFC", typed).split())
    written = " ".join(all_words(content).split())
    visible = "".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cn"))
    if visible and visible == line and line.strip():
        assert line.rstrip(".!?…") in written
    assert not content.title.marks
    assert content.title.plain.count("DURATION") == typed.count("DURATION")
