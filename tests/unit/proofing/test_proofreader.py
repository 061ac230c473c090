"""The front door: one list of findings in reading order, remembered, cancellable and bounded."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language, Profile
from pressdesk.domain.finding import Finding, FindingKind, Severity
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.merging import merged
from pressdesk.proofing.pieces import LONGEST, pieces
from pressdesk.proofing.proofreader import Proofreader
from pressdesk.proofing.rules.book import RuleBook
from pressdesk.proofing.spelling import Spellers

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
[[rule]]
id = "prove.{name}"
kind = "{kind}"
severity = "error"
message = "Feil: {{treff}}."
message_nn = "Gale: {{treff}}."
explanation = "Slik er det."
source = "Ingen"
pattern = '{pattern}'
examples = [{{ wrong = "⟦x⟧" }}]
clean = ["y", "z"]
"""
EXPLODING = "(?:a|a)+$"


@pytest.fixture(scope="module")
def proofreader() -> Proofreader:
    """Return a proofreader with everything that comes along."""
    return Proofreader(RuleBook(), Spellers(paths.resource("dictionaries")), Lexicon())


def with_rules(folder: Path, *rules: str) -> Proofreader:
    """Return a proofreader with these rules only."""
    (folder / "no").mkdir()
    (folder / "no" / "prove.toml").write_text("".join(rules), "utf-8")
    spellers = Spellers(paths.resource("dictionaries"))
    return Proofreader(RuleBook(folder), spellers, Lexicon())


def rule(name: str, pattern: str, kind: str = "grammar") -> str:
    """Return a rule as data."""
    return RULE.format(name=name, pattern=pattern, kind=kind)


def text(*passages: str, words: frozenset[str] = frozenset()) -> Manuscript:
    """Return a manuscript of body text."""
    return Manuscript(
        language=Language.NB,
        passages=tuple(
            Passage(place=Place(role=Role.BODY, line=line), text=one)
            for line, one in enumerate(passages, 1)
        ),
        words=words,
    )


def test_findings_come_in_reading_order_from_rules_and_dictionary(proofreader: Proofreader) -> None:
    """With the words they mark; those about the whole stand last."""
    manuscript = text("Målet er 10000 arbeidplasser.", "Veksten var 4% idag.")

    report = proofreader.check(manuscript)

    here = [(one.place.line, one.text, one.rule) for one in report.findings if one.place]
    wanted = [
        (1, "10000", "tall.tusenskille"),
        (2, "4%", "tall.prosent-mellomrom"),
        (2, "idag", "ord.to-ord"),
    ]
    assert [one for one in here if one in wanted] == wanted
    assert report.words == 8
    assert report.engines == ("spelling", "rules")
    assert report.is_complete
    places = [one.place is None for one in report.findings]
    assert places == sorted(places)
    for finding in report.findings:
        if finding.place is not None:
            passage = manuscript.passages[finding.place.line - 1].text
            assert passage[finding.start : finding.end] == finding.text


def test_a_second_reading_says_the_same_and_moves_with_its_passage(
    proofreader: Proofreader,
) -> None:
    """What is remembered belongs to the words, not to the line they stand on."""
    first = proofreader.check(text("Veksten var 4% idag."))
    second = proofreader.check(text("Ja.", "Veksten var 4% idag."))

    assert proofreader.check(text("Veksten var 4% idag.")) == first
    moved = [
        replace(one, place=Place(role=Role.BODY, line=2)) for one in first.findings if one.place
    ]
    assert [one for one in second.findings if one.place and one.place.line == 2] == moved


def test_profile_role_and_language_are_part_of_what_is_remembered(proofreader: Proofreader) -> None:
    """The same words under another profile get the advice of that profile."""
    manuscript = text("Målet er 10000 plasser.")
    ours = proofreader.check(manuscript)
    ntb = proofreader.check(replace(manuscript, profile=Profile.NTB))

    def right(findings: tuple[Finding, ...]) -> list[str]:
        return [one.suggestions[0] for one in findings if one.text == "10000" and one.suggestions]

    assert right(ours.findings) == ["10\u00a0000"]
    assert right(ntb.findings) == ["10.000"]


def test_messages_speak_the_language_asked_for(proofreader: Proofreader) -> None:
    """That of the text unless somebody reads in another one."""
    manuscript = text("Veksten var 4%.")

    spoken = {
        speech: [
            one.message
            for one in proofreader.check(manuscript, speech=speech).findings
            if one.text == "4%"
        ]
        for speech in (None, Language.NN)
    }

    assert spoken[None] == ["Sett mellomrom foran %."]
    assert spoken[Language.NN] == ["Set mellomrom framfor %."]


def test_a_known_word_is_no_longer_misspelt(proofreader: Proofreader) -> None:
    """As soon as it is in a list, though the passage is the same."""
    words = "Vi fant en kvirremik der."

    assert any(one.text == "kvirremik" for one in proofreader.check(text(words)).findings)
    known = proofreader.check(text(words, words=frozenset({"kvirremik"})))
    assert not any(one.text == "kvirremik" for one in known.findings)


def test_suggestions_are_given_when_asked_for(proofreader: Proofreader) -> None:
    """Those of a rule at once, those of the dictionary later."""
    report = proofreader.check(text("Vi synligjør 4%."))
    by_text = {one.text: one for one in report.findings}

    assert by_text["synligjør"].suggestions is None
    assert proofreader.suggest(by_text["synligjør"])[0] == "synliggjør"
    assert proofreader.suggest(by_text["4%"]) == ("4\u00a0%",)


def test_progress_is_told_and_a_cancelled_check_stops(proofreader: Proofreader) -> None:
    """Between passages; what was found until then is returned and marked as a part."""
    manuscript = text(*[f"Veksten var {number}%." for number in range(5)])
    cancelled = threading.Event()
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            cancelled.set()

    report = proofreader.check(manuscript, cancelled=cancelled, progress=progress)

    assert seen == [(0, 5), (1, 5), (2, 5)]
    assert not report.is_complete
    assert {one.place.line for one in report.findings if one.place} <= {1, 2, 3}


def test_threads_share_a_proofreader() -> None:
    """Loaded once, whoever comes first, and all get the same."""
    shared = Proofreader(RuleBook(), Spellers(paths.resource("dictionaries")), Lexicon())
    manuscripts = [text(f"Veksten var {number % 3}% idag.") for number in range(24)]

    with ThreadPoolExecutor(6) as pool:
        reports = list(pool.map(shared.check, manuscripts))

    assert [report.findings for report in reports] == [
        shared.check(manuscript).findings for manuscript in manuscripts
    ]


def test_an_exploding_rule_is_set_aside_and_the_others_go_on(tmp_path: Path) -> None:
    """It says where; after three passages it rests."""
    reader = with_rules(tmp_path, rule("exploding", EXPLODING), rule("sound", "%"))
    passage = "a" * 40 + "! %"
    manuscript = text(*[f"{passage}{number}" for number in range(6)])

    report = reader.check(manuscript)

    assert {one.rule for one in report.set_aside} == {"prove.exploding"}
    assert [one.line for one in report.set_aside] == [1, 2, 3]
    assert sum(one.rule == "prove.sound" for one in report.findings) == 6


def test_a_missing_dictionary_and_lexicon_are_told_and_rules_go_on(tmp_path: Path) -> None:
    """Nothing is silently left out."""
    nowhere = tmp_path / "nowhere"
    reader = Proofreader(RuleBook(), Spellers(nowhere), Lexicon(tables=nowhere))

    report = reader.check(text("Veksten var 4%."))

    assert {one.code for one in report.notices} == {"dictionary_missing", "lexicon_missing"}
    assert report.engines == ("rules",)
    assert any(one.rule == "tall.prosent-mellomrom" for one in report.findings)


HOSTILE = {
    "sentences": "Vi vokser idag, sier hun. " * 40_000,
    "one word": "a" * 100_000,
    "one word of a megabyte": "å" * 1_000_000,
    "commas": "," * 1_000_000,
    "commas and words": "a," * 100_000,
    "percent": "4%" * 200_000,
    "digits": "1" * 300_000,
    "hyphens": "2024-2026 - " * 20_000,
    "quotation marks": '"a" ' * 50_000,
    "emoji": "😀\u200d👧 " * 50_000,
    "combining letters": "e\u0301" * 100_000,
    "right to left": "שלום 10000 idag \u202eabc " * 10_000,
    "capitals": "TVen " * 50_000,
    "nothing": "",
    "spaces": " " * 200_000,
    "controls": "\x00\x1b[2J\ufffe idag " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_passages_are_read_to_their_end(proofreader: Proofreader, name: str) -> None:
    """In bounded time, with marks where they belong."""
    words = HOSTILE[name]

    report = proofreader.check(text(words))

    assert report.is_complete
    for finding in report.findings[:2000]:
        if finding.place is not None:
            assert words[finding.start : finding.end] == finding.text


@pytest.mark.parametrize("words", ["Ja. " * 20_000, "ord " * 20_000, "a" * 70_000, "kort", ""])
def test_pieces_are_the_passage(words: str) -> None:
    """Each short enough, together all of it."""
    found = list(pieces(words))

    assert "".join(piece for _start, piece in found) == words
    assert all(len(piece) <= LONGEST for _start, piece in found)
    assert all(words[start : start + len(piece)] == piece for start, piece in found)


def finding(start: int, end: int, kind: FindingKind, severity: Severity, one: str) -> Finding:
    """Return a finding on some words."""
    return Finding(
        rule=one,
        kind=kind,
        severity=severity,
        message="",
        explanation="",
        source="",
        language=Language.NB,
        place=Place(role=Role.BODY, line=1),
        start=start,
        end=end,
        suggestions=None if one == "staving" else (),
    )


ORDER = {"a": 0, "b": 1, "c": 2}
SPELLING, GRAMMAR, STYLE = FindingKind.SPELLING, FindingKind.GRAMMAR, FindingKind.STYLE
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([(0, 4, SPELLING, ERROR, "staving"), (0, 4, GRAMMAR, WARNING, "a")], "a"),
        ([(2, 4, SPELLING, ERROR, "staving"), (0, 9, GRAMMAR, ERROR, "a")], "a"),
        ([(0, 4, SPELLING, ERROR, "staving"), (0, 4, STYLE, ADVICE, "a")], "a staving"),
        ([(0, 4, GRAMMAR, WARNING, "a"), (2, 6, GRAMMAR, ERROR, "b")], "b"),
        ([(0, 4, GRAMMAR, ERROR, "a"), (2, 9, GRAMMAR, ERROR, "b")], "b"),
        ([(0, 4, GRAMMAR, ERROR, "b"), (2, 6, GRAMMAR, ERROR, "a")], "a"),
        ([(0, 4, GRAMMAR, ERROR, "a"), (4, 6, GRAMMAR, ERROR, "b")], "a b"),
        ([(0, 4, GRAMMAR, ERROR, "a"), (0, 4, STYLE, ADVICE, "b")], "a b"),
        ([(0, 0, GRAMMAR, ERROR, "a"), (0, 0, GRAMMAR, ERROR, "b")], "a b"),
    ],
)
def test_of_findings_on_the_same_words_the_better_one_stays(
    given: list[tuple[int, int, FindingKind, Severity, str]], kept: str
) -> None:
    """Whatever order they come in."""
    findings = [finding(*one) for one in given]

    assert [one.rule for one in merged(findings, ORDER)] == kept.split()
    assert merged(reversed(findings), ORDER) == merged(findings, ORDER)


def test_a_name_is_asked_about_once_in_a_text(proofreader: Proofreader) -> None:
    """However often it stands there; never if a title or a first name introduces it."""
    report = proofreader.check(
        text(
            "Toget går til Kleverudset, sier ordfører Randi Xanviksen.",
            "Kleverudset får stasjon. Xanviksen gleder seg til Kleverudsets store dag.",
        )
    )

    names = [one.text for one in report.findings if one.rule.startswith("staving.")]
    assert names == ["Kleverudset"]
