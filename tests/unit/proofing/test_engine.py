"""How rules are read from data, and how each way of finding works."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest

from pressdesk.domain.content import Language, Profile
from pressdesk.domain.errors import (
    RuleFileFaulty,
    RuleFileNotToml,
    RuleIdTwice,
    RuleKeyMissing,
    RuleKeyUnknown,
    RuleValueWrong,
)
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.lexicon.reading import Gender, Number, Reading, WordClass
from pressdesk.proofing.rules.context import Context, Setting
from pressdesk.proofing.rules.model import Scope
from pressdesk.proofing.rules.reading import read_file, read_rules
from pressdesk.proofing.rules.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.proofing.rules.model import Rule

NO = frozenset({Language.NB, Language.NN})

FRAME = """
[[rule]]
id = "prove.en"
kind = "grammar"
severity = "error"
message = "Feil."
explanation = "Slik er det."
source = "Ingen"
examples = [{ wrong = "⟦x⟧" }]
clean = ["y", "z"]
"""


class SmallLexicon:
    """A handful of words; the real lexicon stands behind the same protocol."""

    WORDS: ClassVar = {
        "ny": (Reading(word_class=WordClass.ADJECTIVE),),
        "stor": (Reading(word_class=WordClass.ADJECTIVE),),
        "medlem": (
            Reading(
                word_class=WordClass.NOUN,
                lemma="medlem",
                gender=Gender.NEUTER,
                number=Number.SINGULAR,
                definite=False,
            ),
        ),
        "mål": (
            Reading(word_class=WordClass.NOUN, lemma="mål", gender=Gender.NEUTER),
            Reading(word_class=WordClass.VERB, lemma="måle"),
        ),
        "lapp": (
            Reading(word_class=WordClass.NOUN, lemma="lapp", gender=Gender.MASCULINE),
            Reading(word_class=WordClass.NOUN, lemma="lapp", gender=Gender.NEUTER),
        ),
    }

    def readings(self, form: str, language: Language) -> tuple[Reading, ...]:
        """Return the readings of one of the words."""
        assert language is Language.NB
        return self.WORDS.get(form.lower(), ())


def rule(way: str, frame: str = FRAME) -> Rule:
    """Return the rule that finds its faults in this way."""
    (read,) = read_file((frame + way).encode(), "no/prove.toml", NO)
    return read


def found(one: Rule, text: str, role: Role = Role.BODY) -> list[tuple[str, tuple[str, ...]]]:
    """Return (marked words, suggestions) in ``text``."""
    context = Context(text, Setting(language=Language.NB, role=role), SmallLexicon())
    return [(hit.text, hit.suggestions) for hit in run(one, context)]


# --- patterns ------------------------------------------------------------------------------------


def test_a_pattern_marks_its_group_and_fills_its_suggestion() -> None:
    """The group ``feil`` is marked; the suggestion replaces just that."""
    one = rule("pattern = '(?P<tall>\\d)(?P<feil>%)'\nsuggestion = '\u00a0%'")

    assert found(one, "Det var 4% i går og 5% i dag.") == [("%", ("\u00a0%",)), ("%", ("\u00a0%",))]


def test_a_pattern_without_the_group_marks_all_it_matches() -> None:
    """Fields are the named groups, and may be changed on their way."""
    one = rule(
        "pattern = '(?P<tall>\\d+) (?P<ord>[A-Z]+)'\nsuggestion = '{ord|lower|capital}-{tall}'"
    )

    assert found(one, "se 12 KR her") == [("12 KR", ("Kr-12",))]


def test_a_pattern_finds_nothing_in_addresses_unless_it_asks_to() -> None:
    """What machines read is not proofread."""
    way = "pattern = 'idag'"

    assert found(rule(way), "Se www.idag.no og kari@idag.no, idag.") == [("idag", ())]
    assert len(found(rule(way + "\naddresses = true"), "Se www.idag.no, idag.")) == 2


def test_an_exception_silences_what_it_overlaps() -> None:
    """And nothing else in the same passage."""
    one = rule("pattern = '\\d{5}'\nexcept = ['tlf\\. \\d+']")

    assert found(one, "Ring tlf. 12345 om 54321 svar.") == [("54321", ())]


def test_a_rule_speaks_only_of_its_roles() -> None:
    """A rule for quotes is silent in the body."""
    one = rule("pattern = 'x'\nroles = ['quote']")

    assert found(one, "x", Role.BODY) == []
    assert found(one, "x", Role.QUOTE) == [("x", ())]


def test_hits_in_one_passage_are_bounded() -> None:
    """A million faults are a thousand."""
    assert len(found(rule("pattern = 'x'"), "x " * 10_000)) == 1000


# --- closed lists --------------------------------------------------------------------------------

WORDS = 'words = { "idag" = "i dag", "i følge" = "ifølge", "i følge av" = ["følger av", "som følge av"] }'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vi kom idag.", [("idag", ("i dag",))]),
        ("Idag kom vi.", [("Idag", ("I dag",))]),
        ("VI KOM IDAG", [("IDAG", ("I DAG",))]),
        ("I følge NHO", [("I følge", ("Ifølge",))]),
        ("i \u00a0følge NHO", [("i \u00a0følge", ("ifølge",))]),
        ("i følge av dette", [("i følge av", ("følger av", "som følge av"))]),
        ("middag, idagar, idag-saken, www.idag.no, idag@x.no", []),
        ("Han kom i. Følge oss.", []),
    ],
)
def test_a_closed_list_finds_whole_words_in_any_case(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    """The suggestion is written as the fault was; the longest entry wins."""
    assert found(rule(WORDS), text) == expected


# --- token patterns ------------------------------------------------------------------------------


def tokens(elements: str, more: str = "") -> Rule:
    """Return a rule with a token pattern."""
    return rule(f"tokens = [{elements}]\n{more}")


def test_a_token_pattern_takes_optional_and_repeated_words() -> None:
    """Named words are fields, also where there are several."""
    one = tokens(
        '{ text = "en", name = "art" }, { class = "adjective", optional = true, upto = 2, name = "adj" },'
        ' { class = "noun", gender = "neuter" , name = "ord"}',
        'suggestion = "et {adj} {ord|upper}"',
    )

    assert found(one, "Han fikk en ny stor medlem.") == [
        ("en ny stor medlem", ("et ny stor MEDLEM",))
    ]
    assert found(one, "en medlem, en ny medlem") == [
        ("en medlem", ("et  MEDLEM",)),
        ("en ny medlem", ("et ny MEDLEM",)),
    ]
    assert found(one, "en ny stor ny medlem") == []


def test_a_token_pattern_stays_within_a_sentence() -> None:
    """The next sentence begins anew."""
    one = tokens('{ text = "en" }, { class = "noun" }')

    assert found(one, "Bare en. Medlem ble han.") == []


@pytest.mark.parametrize(
    ("element", "fitting", "others"),
    [
        ('class = "noun"', ["mål", "medlem", "lapp"], ["ny", "ukjent"]),
        ('class = "noun", only = "all"', ["medlem", "lapp"], ["mål"]),
        ('class = "noun", gender = "neuter", only = "class"', ["medlem", "mål"], ["lapp"]),
        ('class = "noun", gender = "neuter"', ["medlem", "mål", "lapp"], ["ny"]),
        ('class = "noun", definite = false', ["medlem"], ["lapp"]),
        ('lemma = ["medlem", "måle"]', ["medlem", "mål"], ["lapp"]),
        ("known = false", ["ukjent", "12"], ["ny"]),
        ('regex = "[a-z]+t"', ["ukjent"], ["UKJENT", "ny"]),
        ('case = "upper"', ["EU"], ["Eu", "eu"]),
        ('case = "capital"', ["EU", "Eu"], ["eu"]),
        ('case = "lower"', ["eu"], ["Eu"]),
        ('kind = "number"', ["12", "10 000", "2,5"], ["ny", "5G"]),
        ('kind = "abbreviation"', ["f.eks.", "ca."], ["ny"]),
        ('not = { text = "ny" }', ["gammel", "12"], ["ny", ","]),
        (
            'class = "noun", not = [{ class = "verb" }, { text = "lapp" }]',
            ["medlem"],
            ["mål", "lapp"],
        ),
        ('text = ","', [","], ["."]),
    ],
)
def test_a_condition_tells_words_apart(element: str, fitting: list[str], others: list[str]) -> None:
    """Each kind of condition, on a word between two others."""
    one = tokens(f'{{ text = "a" }}, {{ {element}, mark = true }}, {{ text = "b" }}')

    assert [word for word in fitting + others if found(one, f"z a {word} b z")] == fitting


def test_position_and_space_are_conditions() -> None:
    """Where in its sentence a word stands, and whether it is joined to the one before."""
    start = tokens('{ text = "så", position = "start" }')
    end = tokens('{ text = "så", position = "end" }')
    joined = tokens('{ kind = "word", mark = false }, { text = ",", space = true }')

    text = "– Så er det. Det er så. «Så så så»"
    assert len(found(start, text)) == 2
    assert len(found(end, text)) == 2
    assert found(joined, "klar, ferdig ,gå") == [(",", ())]


def test_context_is_needed_but_not_marked() -> None:
    """And may serve the next hit as well."""
    one = tokens('{ text = "en", mark = false }, { text = "to" }, { text = "en", mark = false }')

    assert found(one, "en to en to en") == [("to", ()), ("to", ())]


def test_a_token_pattern_with_many_choices_takes_time_in_proportion() -> None:
    """Choices that fail are not tried again: this would take years."""
    many = ", ".join(['{ text = "a", optional = true, upto = 12 }'] * 20)
    one = tokens(f'{{ text = "a" }}, {many}, {{ text = "b" }}')

    assert found(one, "a " * 3000) == []


# --- reading -------------------------------------------------------------------------------------

PLAIN = FRAME + "pattern = 'x'\n"


def without(key: str) -> str:
    """Return the plain rule without one of its fields."""
    return "\n".join(line for line in PLAIN.splitlines() if not line.startswith(f"{key} "))


@pytest.mark.parametrize(
    ("text", "error", "key"),
    [
        ("[[rule]", RuleFileNotToml, None),
        ("rules = 1", RuleFileNotToml, None),
        ("rule = 1", RuleFileNotToml, None),
        ("rule = [1]", RuleFileNotToml, None),
        *[
            (without(key), RuleKeyMissing, key)
            for key in (
                "id",
                "kind",
                "severity",
                "message",
                "explanation",
                "source",
                "examples",
                "clean",
                "pattern",
            )
        ],
        (PLAIN + "colour = 'red'", RuleKeyUnknown, "colour"),
        (PLAIN + "tokens = [{ text = 'x' }]", RuleValueWrong, "tokens"),
        (PLAIN.replace('"prove.en"', '"Prøve"'), RuleValueWrong, "id"),
        (PLAIN.replace('"prove.en"', "7"), RuleValueWrong, "id"),
        (PLAIN.replace('"grammar"', '"grammer"'), RuleValueWrong, "kind"),
        (PLAIN.replace('"error"', "2"), RuleValueWrong, "severity"),
        (PLAIN.replace('"Feil."', '""'), RuleValueWrong, "message"),
        (PLAIN.replace('"Feil."', '"Feil {ord}."'), RuleValueWrong, "message"),
        (PLAIN.replace('"Feil."', '"Feil {."'), RuleValueWrong, "message"),
        (PLAIN + "suggestion = '{ord}'", RuleValueWrong, "suggestion"),
        (PLAIN + "suggestion = '{treff|louder}'", RuleValueWrong, "suggestion"),
        (PLAIN + "suggestion = 'a'\nsuggestions = ['b']", RuleValueWrong, "suggestions"),
        (PLAIN.replace("'x'", "'(x'"), RuleValueWrong, "pattern"),
        (PLAIN + "except = ['(']", RuleValueWrong, "except"),
        (PLAIN + "languages = ['en']", RuleValueWrong, "languages"),
        (PLAIN + "roles = ['nowhere']", RuleValueWrong, "roles"),
        (PLAIN + "profiles = ['ap']", RuleValueWrong, "profiles"),
        (PLAIN + "scope = 'text'", RuleValueWrong, "pattern"),
        (PLAIN.replace("⟦x⟧", "x"), RuleValueWrong, "examples.1.wrong"),
        (PLAIN.replace("⟦x⟧", "⟦x"), RuleValueWrong, "examples.1.wrong"),
        (
            PLAIN.replace('wrong = "⟦x⟧"', 'wrong = "⟦x⟧", rihgt = "y"'),
            RuleKeyUnknown,
            "examples.1.rihgt",
        ),
        (PLAIN.replace('"y", ', "3, "), RuleValueWrong, "clean"),
        (FRAME + "function = 'no.such'", RuleValueWrong, "function"),
        (FRAME + "words = {}", RuleValueWrong, "words"),
        (FRAME + "words = { idag = 1 }", RuleValueWrong, "words.idag"),
        (FRAME + "words = { idag = 'i dag', IDAG = 'i dag' }", RuleValueWrong, "words.IDAG"),
        (FRAME + "tokens = []", RuleValueWrong, "tokens"),
        (FRAME + "tokens = [{ text = 'x', optional = true }]", RuleValueWrong, "tokens"),
        (FRAME + "tokens = [{ text = 'x', mark = false }]", RuleValueWrong, "tokens"),
        (FRAME + "tokens = [{ text = 'x y' }]", RuleValueWrong, "tokens.1.text"),
        (FRAME + "tokens = [{ regex = '(' }]", RuleValueWrong, "tokens.1.regex"),
        (FRAME + "tokens = [{ class = 'nuon' }]", RuleValueWrong, "tokens.1.class"),
        (FRAME + "tokens = [{ text = 'x', upto = 99 }]", RuleValueWrong, "tokens.1.upto"),
        (
            FRAME + "tokens = [{ text = 'x', not = { texts = 'y' } }]",
            RuleKeyUnknown,
            "tokens.1.not.texts",
        ),
        (FRAME + "tokens = [{ text = 'x', colour = 1 }]", RuleKeyUnknown, "tokens.1.colour"),
    ],
)
def test_a_mistake_in_a_rule_file_is_named(
    text: str, error: type[RuleFileFaulty], key: str | None
) -> None:
    """By file, rule and field."""
    with pytest.raises(RuleFileFaulty) as caught:
        read_file(text.encode(), "no/prove.toml", NO)

    assert type(caught.value) is error
    assert caught.value.name == "no/prove.toml"
    if key is not None:
        assert getattr(caught.value, "key", None) == key
        assert getattr(caught.value, "rule", None) in {"prove.en", "1", "Prøve"}


def test_rules_come_folder_by_folder_and_each_id_once(tmp_path: Path) -> None:
    """Both written forms, then bokmål, nynorsk, English; within a folder by file name."""
    for folder, name in (("nb", "b"), ("no", "z"), ("no", "a"), ("en", "c")):
        (tmp_path / folder).mkdir(exist_ok=True)
        text = PLAIN.replace("prove.en", f"prove.{name}")
        (tmp_path / folder / f"{name}.toml").write_text(text, "utf-8")

    rules = read_rules(tmp_path)

    assert [one.id for one in rules] == ["prove.a", "prove.z", "prove.b", "prove.c"]
    assert [one.order for one in rules] == [0, 1, 2, 3]
    assert rules[0].languages == NO
    assert rules[0].profiles == set(Profile)
    assert rules[0].scope is Scope.PASSAGE

    (tmp_path / "nb" / "d.toml").write_text(PLAIN.replace("prove.en", "prove.a"), "utf-8")
    with pytest.raises(RuleIdTwice) as caught:
        read_rules(tmp_path)
    assert caught.value.name == "nb/d.toml"


def test_files_that_are_no_text_are_refused() -> None:
    """Latin-1, nonsense, and nesting that would exhaust the parser."""
    for data in ("# æ".encode("latin-1"), b"\x00\xff", b"a = " + b"[" * 100_000, b" " * 2_000_000):
        with pytest.raises(RuleFileNotToml):
            read_file(data, "no/prove.toml", NO)
