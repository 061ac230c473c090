"""Every rule finds its own faults and leaves what is near them alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.content import Language
from pressdesk.domain.manuscript import Manuscript, Passage, Place
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.rules.book import RuleBook
from pressdesk.proofing.rules.context import Context, Setting
from pressdesk.proofing.rules.model import Clean, Scope
from pressdesk.proofing.rules.running import run, run_on_text

if TYPE_CHECKING:
    from pressdesk.proofing.rules.model import Example, Rule
    from pressdesk.proofing.rules.running import RuleHit

RULES = RuleBook().rules()


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; loading it once is enough."""
    return Lexicon()


def hits(rule: Rule, text: Example | Clean) -> list[RuleHit]:
    """Return what ``rule`` finds in a text of its own."""
    if rule.scope is Scope.TEXT:
        return list(run_on_text(rule, manuscript(text)))
    setting = Setting(language=text.language, role=text.roles[0], profile=text.profile)
    context = Context(text.text, setting, lexicon())
    return list(run(rule, context))


def manuscript(text: Example | Clean) -> Manuscript:
    """Return a text whose lines are passages."""
    return Manuscript(
        language=text.language,
        profile=text.profile,
        passages=tuple(
            Passage(place=Place(role=role, line=line), text=words)
            for line, (role, words) in enumerate(
                zip(text.roles, text.text.splitlines(), strict=True), 1
            )
        ),
    )


def span_in_text(text: str, hit: RuleHit) -> tuple[int, int] | None:
    """Return where in the whole example a hit lies, None for one about the whole."""
    if hit.rule.scope is Scope.PASSAGE:
        return hit.start, hit.end
    if hit.place is None:
        return None
    before = sum(len(line) + 1 for line in text.splitlines()[: hit.place.line - 1])
    return before + hit.start, before + hit.end


def corrected(text: str, found: list[tuple[int, int]], words: list[str]) -> str:
    """Return ``text`` with ``words`` in the places ``found``."""
    for (start, end), right in sorted(zip(found, words, strict=True), reverse=True):
        text = text[:start] + right + text[end:]
    return text


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
CLEAN = [
    pytest.param(rule, clean, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, clean in enumerate(rule.clean, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_faults_and_its_suggestion_makes_them_right(
    rule: Rule, example: Example
) -> None:
    """Exactly the marked places are found; the first suggestion of each gives the right text."""
    found = hits(rule, example)

    spans = [span for hit in found if (span := span_in_text(example.text, hit)) is not None]
    assert spans == list(example.spans)
    assert found
    suggestions = [hit.suggestions[0] for hit in found if hit.suggestions]
    if example.right is None:
        assert not suggestions
    else:
        assert len(suggestions) == len(found)
        assert corrected(example.text, spans, suggestions) == example.right


@pytest.mark.parametrize(("rule", "clean"), CLEAN)
def test_a_rule_leaves_right_texts_alone(rule: Rule, clean: Clean) -> None:
    """Nothing is found in a text that is right, however near the fault it is."""
    assert [(hit.start, hit.end, hit.text) for hit in hits(rule, clean)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_alone_what_it_has_put_right(rule: Rule) -> None:
    """A corrected example is as right as the clean texts; no suggestion leads to a new alarm."""
    for example in rule.examples:
        if example.right is not None:
            fixed = Clean(
                text=example.right,
                language=example.language,
                profile=example.profile,
                roles=example.roles,
            )
            assert hits(rule, fixed) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_is_wrong_and_who_says_so(rule: Rule) -> None:
    """Message and explanation are sentences, in nynorsk too, and there are texts enough."""
    assert rule.source
    assert len(rule.clean) >= 2
    for example in rule.examples:
        for hit in hits(rule, example):
            for filling in (rule.message, rule.message_nn):
                assert filling.fill(hit.fields).endswith((".", "?"))
    for explanation in (rule.explanation, rule.explanation_nn):
        assert explanation.endswith(".")
    if rule.languages == {Language.NB, Language.NN}:
        assert rule.has_nynorsk


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_stand_in_the_languages_roles_and_profiles_of_their_rule(rule: Rule) -> None:
    """An example elsewhere would prove nothing."""
    for text in rule.examples:
        assert text.language in rule.languages
        assert text.profile in rule.profiles
    for clean in rule.clean:
        assert clean.language in rule.languages
    for example in rule.examples:
        assert rule.scope is Scope.TEXT or set(example.roles) <= rule.roles


def test_rules_have_ids_of_their_own() -> None:
    """No id is given twice."""
    ids = [rule.id for rule in RULES]

    assert sorted(ids) == sorted(set(ids))
