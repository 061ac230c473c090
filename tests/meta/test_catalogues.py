"""What PressDesk says in Norwegian is complete, and every failure has its sentence."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import fields
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain import errors
from pressdesk.i18n import explain
from pressdesk.i18n.errors import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parents[2]
VERBATIM = re.compile(
    r"--[a-z-]+|PRESSDESK_[A-Z]+(?:=[a-z]+)?|pressdesk [a-z]+|\bFILE\b|(?<!\w)\.[a-z]{3,}\b|^ +|\n"
)
"""What stays as it is in every language: options, variables, commands, suffixes, indents, line breaks."""


def forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of a message: one, or one and many."""
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def field_names(words: str) -> set[str]:
    """Return the names of the ``{fields}`` in ``words``."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _by_form(sources: tuple[str, ...], translations: tuple[str, ...]) -> tuple[str, ...]:
    """Return the source of each translated form; both languages have the same two forms."""
    return sources if len(sources) == len(translations) else sources * len(translations)


def faults(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    sources, translations = forms(message.id), forms(message.string)
    if not all(translations):
        yield "not translated"
        return
    if message.fuzzy:
        yield "fuzzy"
    for source, translation in zip(_by_form(sources, translations), translations, strict=True):
        if '"' in translation:
            yield "straight quotation marks"
        if field_names(translation) != field_names(source):
            yield "other fields"
        if sorted(VERBATIM.findall(translation)) != sorted(VERBATIM.findall(source)):
            yield "other commands, options, suffixes or spaces"


def failures(kind: type[errors.PressDeskError]) -> Iterator[type[errors.PressDeskError]]:
    """Yield every class below ``kind`` that has a code."""
    for one in kind.__subclasses__():
        if one.code:
            yield one
        yield from failures(one)


def sample(kind: type[errors.PressDeskError]) -> errors.PressDeskError:
    """Return an error with a different value in each field."""
    return kind(
        **{
            one.name: number if one.type == "int" else f"<{one.name}>"
            for number, one in enumerate(fields(kind), start=70)
        }
    )


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    """Return the tool that keeps the catalogues in step, which lies outside every package."""
    path = ROOT / "packaging" / "catalogues.py"
    spec = importlib.util.spec_from_file_location("catalogues", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_catalogue_has_exactly_the_messages_of_the_sources(
    catalogues: ModuleType, language: str
) -> None:
    """A new sentence fails here until it is added, an old one until it is removed.

    ``packaging/catalogues.py`` does both.
    """
    wanted = catalogues.messages()

    held = {message.id for message in catalogues.read(language) if message.id}

    assert {"missing": wanted - held, "superfluous": held - wanted} == {
        "missing": set(),
        "superfluous": set(),
    }


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_translation_is_fit_to_be_said(catalogues: ModuleType, language: str) -> None:
    """Translated, not fuzzy, in Norwegian quotation marks, with what the program fills in."""
    catalogue: Catalog = catalogues.read(language)

    found = {
        message.id: wrong
        for message in catalogue
        if message.id and (wrong := list(faults(message)))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        pytest.param("{name} is old.", "", "not translated", id="empty"),
        pytest.param("It is “old”.", 'Den er "gammel".', "straight quotation marks", id="quotes"),
        pytest.param("{name} is old.", "{navn} er gammel.", "other fields", id="fields"),
        pytest.param(
            "Use --draft.",
            "Bruk --utkast.",
            "other commands, options, suffixes or spaces",
            id="option",
        ),
        pytest.param(
            "  Done.", "Ferdig.", "other commands, options, suffixes or spaces", id="indent"
        ),
        pytest.param(("{n} day", "{n} days"), ("{n} dag", ""), "not translated", id="many"),
    ],
)
def test_a_fault_is_found(
    source: str | tuple[str, str], translation: str | tuple[str, str], fault: str
) -> None:
    """Each rule bites on a planted translation."""
    from babel.messages.catalog import Message

    assert list(faults(Message(source, translation))) == [fault]


def test_failures_and_sentences_are_the_same() -> None:
    """No failure is without a sentence, and no sentence without a failure."""
    codes = [kind.code for kind in failures(errors.PressDeskError)]

    assert sorted(codes) == sorted(SENTENCES)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", list(failures(errors.PressDeskError)), ids=lambda kind: kind.code)
def test_every_failure_is_explained(kind: type[errors.PressDeskError], language: str) -> None:
    """The sentence holds the facts that it names, and in Norwegian it is Norwegian."""
    sentence = SENTENCES[kind.code]
    error = sample(kind)

    words = explain(error, language)

    assert all(str(getattr(error, name)) in words for name in field_names(sentence))
    assert words.endswith(".")
    assert (words == explain(error, "en")) == (language == "en")
