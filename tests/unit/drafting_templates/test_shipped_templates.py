"""The twelve files that come along, held to the lengths and habits of the trade."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import (
    Content,
    FactBox,
    Image,
    Language,
    Paragraph,
    QuoteBlock,
    QuoteDash,
    Subheading,
)
from pressdesk.domain.content_json import content_from_json, content_to_json
from pressdesk.drafting.placeholders import placeholders
from pressdesk.drafting.templates import (
    FilledFields,
    LoadedTemplates,
    check_fields,
    example_fields,
    fill,
    load_templates,
    template_example,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
IDS = ("samarbeidsavtale", "nytt-medlem", "tildeling", "pilotprosjekt")
EVERY = [(name, language) for name in IDS for language in Language]
TODAY = date(2026, 11, 24)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«“])")


@pytest.fixture(params=EVERY, ids=lambda one: f"{one[0]}-{one[1].value}")
def example(
    request: pytest.FixtureRequest, loaded: LoadedTemplates, new_id: Callable[[], str]
) -> Content:
    """Return the example release of one template in one language."""
    name, language = request.param
    return template_example(loaded.template(name), language, new_id)


def words_of(content: Content) -> int:
    """Return how many words the body has: quotes and subheadings, too, but no boxes."""
    counted = (Paragraph, QuoteBlock, Subheading)
    return sum(
        len(text.plain.split())
        for block in content.blocks
        if isinstance(block, counted)
        for text in block.texts
    )


def test_every_template_loads_in_every_language_in_the_catalogues_order(
    loaded: LoadedTemplates,
) -> None:
    """Nothing is faulty, and people see the commonest kind of release first."""
    assert loaded.problems == ()
    assert tuple(template.id for template in loaded.templates) == IDS
    assert all(template.languages == tuple(Language) for template in loaded.templates)
    assert not any(template.is_own for template in loaded.templates)


def test_loading_takes_no_noticeable_time() -> None:
    """A guard against accidents: it takes 20 ms; a slow machine or a tracer may need more."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        load_templates([TEMPLATES])
        times.append(time.perf_counter() - begin)

    assert min(times) < 0.5


@pytest.mark.parametrize("name", IDS)
def test_languages_of_a_template_ask_for_the_same(loaded: LoadedTemplates, name: str) -> None:
    """Whoever changes the language keeps the answers."""
    shapes = [
        [(field.name, field.type, field.required, bool(field.limit)) for field in text.fields]
        for text in loaded.template(name).texts
    ]

    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_empty_template_shows_a_placeholder_for_everything_that_is_required(
    loaded: LoadedTemplates, name: str, language: Language, new_id: Callable[[], str]
) -> None:
    """What nobody has said yet stands in the text in square brackets, and is found."""
    template = loaded.template(name)

    content = fill(template, language, FilledFields(), new_id)

    found = {one.text for one in placeholders(content)}
    for field in template.text(language).fields:
        if field.required and field.name not in ("place", "date"):
            assert f"[{field.placeholder}]" in found
    assert len(content.partners) == 2
    assert len(list(content.quotes())) == 2
    assert all(quote.owner for quote in content.quotes())
    assert len(content.contacts) == len(content.boilerplates) == 2


def test_example_leaves_nothing_to_write_and_no_question_open(example: Content) -> None:
    """What is shown as a model is complete: no brackets, no braces, every quote spoken for."""
    assert placeholders(example) == ()
    assert not [
        text for block in example.blocks for text in block.texts if set("[]{}") & set(text.plain)
    ]
    assert example.place
    assert example.date
    assert example.release_mode is not None
    assert not any(example.is_uncertain(block) for block in example.blocks)
    assert {quote.owner for quote in example.quotes()} == {one.id for one in example.partners}


def test_example_can_be_stored(example: Content) -> None:
    """The content comes back from JSON as it was."""
    assert content_from_json(content_to_json(example)) == example


def test_example_obeys_the_lengths_of_title_and_lead(example: Content) -> None:
    """Title up to 70 characters without full stop, lead up to 300 and 25 words a sentence."""
    title, (lead,) = example.title.plain, example.lead

    assert 30 <= len(title) <= 70
    assert not title.endswith(".")
    assert len(lead.plain) <= 300
    assert all(len(one.split()) <= 25 for one in SENTENCE_END.split(lead.plain))


def test_example_obeys_the_lengths_of_the_body(example: Content) -> None:
    """Body of 250 to 500 words, quotes of 20 to 60, boilerplates of 40 to 80."""
    assert 250 <= words_of(example) <= 500
    for quote in example.quotes():
        assert 20 <= len(quote.paragraphs[0].plain.split()) <= 60
    for boilerplate in example.boilerplates:
        assert 40 <= sum(len(text.plain.split()) for text in boilerplate.paragraphs) <= 80


def test_example_has_no_sentence_above_35_words(example: Content) -> None:
    """Plain language: long sentences are rare, and none is endless."""
    for block in example.blocks:
        if isinstance(block, (Paragraph, QuoteBlock)):
            for text in block.texts:
                assert all(len(one.split()) <= 35 for one in SENTENCE_END.split(text.plain))


def test_example_is_built_as_the_trade_expects(example: Content) -> None:
    """Two subheadings, never before the first paragraph; picture with credit; fact box last."""
    kinds = [type(block) for block in example.blocks]

    assert kinds.count(Subheading) == 2
    assert kinds[0] is Paragraph
    assert kinds[-1] is FactBox
    (image,) = [block for block in example.blocks if isinstance(block, Image)]
    assert image.credit.plain.startswith(("Foto: ", "Photo: "))
    assert " / " in image.credit.plain
    assert image.alt


def test_example_quotes_open_and_close_as_the_language_wants(example: Content) -> None:
    """Quote dash and «sier» or «seier» in Norwegian, quotation marks and "says" in English."""
    verb = {Language.NB: ", sier ", Language.NN: ", seier ", Language.EN: ",” says "}
    dash = QuoteDash.NONE if example.language is Language.EN else QuoteDash.PRESENT

    for quote in example.quotes():
        assert verb[example.language] in quote.paragraphs[0].plain
        assert quote.dash is dash


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_example_answers_pass_their_own_checks(
    loaded: LoadedTemplates, name: str, language: Language
) -> None:
    """Nothing missing, nothing too long, no date in the past, shares that add up."""
    template = loaded.template(name)

    filled = example_fields(template, language)

    assert check_fields(template, language, filled, today=TODAY) == ()


@pytest.mark.parametrize("name", IDS)
def test_languages_of_an_example_have_the_same_blocks(
    loaded: LoadedTemplates, name: str, new_id: Callable[[], str]
) -> None:
    """Language versions can be linked block by block."""
    template = loaded.template(name)

    kinds = [
        [type(block) for block in template_example(template, language, new_id).blocks]
        for language in Language
    ]

    assert kinds[0] == kinds[1] == kinds[2]
    assert len(set(kinds[0])) == 5


BOKMAL_WORDS = re.compile(
    r"\b(ikke|hvordan|hvem|hva|hvor|noe|fra|bare|jeg|dere|deres|sier|kommer|skriver|blitt|være"
    r"|gjøre|virksomhet|partnere|partnerne|medlemmene|klyngen|ansatte|også|nå|hvis|etter at"
    r"|mellom seg|avtalen ble|ble|sammen|hver|hvert|ennå|uke|penger|vann)\b",
    re.IGNORECASE,
)
NYNORSK_WORDS = re.compile(
    r"\b(ikkje|korleis|kven|kva|noko|frå|berre|eg|dykk|seier|kjem|vere|gjere|verksemd|dei|ho"
    r"|tilsette|òg|vart|saman|kvar|kvart|enno|veke|pengar|vatn|eit|ein)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize(("language", "foreign"), [("nn", BOKMAL_WORDS), ("nb", NYNORSK_WORDS)])
def test_no_word_of_one_written_form_slips_into_the_other(
    name: str, language: str, foreign: re.Pattern[str]
) -> None:
    """Bokmål is bokmål, and nynorsk is written as such."""
    text = (TEMPLATES / name / f"{language}.toml").read_text(encoding="utf-8")
    text = re.sub(r"\{\w+[^}]*\}|\w+ = |value = \"\w+\"", "", text)

    assert foreign.findall(text) == []


EMPTY_WORDS = re.compile(
    r"akseler|spydspiss|bærekraftig|berekraftig|synerg|utrolig|utruleg|world-class|leading"
    r"|ledende|leiande|innovativ|innovative|avslutter|påpeker|avsluttar|påpeikar",
    re.IGNORECASE,
)


def test_example_says_nothing_with_empty_words(example: Content) -> None:
    """Plain language: what a journalist would strike out is not there."""
    texts = [example.title, *example.lead]
    texts += [text for block in example.blocks for text in block.texts]
    texts += [text for one in example.boilerplates for text in one.paragraphs]

    assert [text.plain for text in texts if EMPTY_WORDS.search(text.plain)] == []
