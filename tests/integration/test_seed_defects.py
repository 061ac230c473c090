"""The seed's numbered defects are found at their lines, and what is right is left alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Profile
from pressdesk.domain.finding import Severity
from pressdesk.domain.proofing_notes import ProofingNotes
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.proofreader import Proofreader
from pressdesk.proofing.rules.book import RuleBook
from pressdesk.proofing.spelling import Spellers
from pressdesk.services.manuscripts import manuscript_of_lines
from pressdesk.services.reading import read_bytes, recognised, rows_of
from samples import counting_ids

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.finding import Finding


@dataclass(frozen=True)
class Row:
    """A defect of the list: its number, lines, words there, and the rules that may find it."""

    number: int
    lines: tuple[int, ...]
    needle: str
    rules: tuple[str, ...]
    times: int = 1


WHOLE = ()
"""The lines of a defect of the release as a whole."""

ROWS = (
    Row(
        1, (7,), "ACT Cluster og Skift – Næringslivets Klimaledere", ("struktur.gjentatt-ingress",)
    ),
    Row(2, (5,), "Del:", ("struktur.nettrest",)),
    Row(3, (7,), "\u00a0", ("struktur.sluttmellomrom",)),
    Row(4, (15, 17, 19, 21, 23), "  ", ("struktur.innrykk",), times=5),
    Row(5, (23,), "", ("struktur.linjeskift",)),
    Row(6, WHOLE, "", ("struktur.mellomtitler",)),
    Row(7, WHOLE, "", ("struktur.dato-og-sted",)),
    Row(8, WHOLE, "", ("struktur.avsender",)),
    Row(9, WHOLE, "", ("struktur.frigivelse",)),
    Row(10, WHOLE, "", ("struktur.kontakt",), times=2),
    Row(12, WHOLE, "", ("struktur.om-tekst",), times=2),
    Row(14, WHOLE, "", ("struktur.bilde",)),
    Row(15, WHOLE, "", ("struktur.faktaboks",)),
    Row(18, WHOLE, "", ("struktur.godkjenning",)),
    Row(19, (1, 3), "Skift inngår samarbeid med ACT", ("navn.rekkefølge",)),
    Row(20, (1,), "ACT", ("navn.forkortelse-i-tittel",)),
    Row(22, (3,), "akselerere bærekraftig næringsutvikling", ("stil.moteord-i-ingress",)),
    Row(23, (3, 9, 15), "ACT Cluster", ("navn.kortform-ikke-innført",)),
    Row(25, (3,), "Skift – Næringslivets Klimaledere", ("navn.varianter",)),
    Row(26, (11,), "klyngeleder Monica Paulsen", ("sitat.uten-virksomhet",)),
    Row(
        27,
        (11, 19),
        "Bjørn Kjærand Haugland, administrerende direktør i Skift",
        ("sitat.navn-og-tittel",),
    ),
    Row(33, (9,), "10000", ("tall.tusenskille",)),
    Row(34, (9,), "mål om 10000 nye arbeidsplasser", ("stil.tall-uten-årstall",)),
    Row(36, (9, 19), "null utslipp", ("stil.to-skrivemåter",)),
    Row(37, (15,), "nylig", ("stil.relativ-tid",)),
    Row(38, (13,), "økt bærekraft globalt", ("stil.miljøpåstand",)),
    Row(41, (11,), "med Skift sier klyngeleder", ("komma.før-sier",)),
    Row(42, (17,), "innkjøpsvett sier Paulsen", ("komma.før-sier",)),
    Row(43, (17,), "Sammen med Skift vil klyngen", ("sitat.replikkstrek-mangler",)),
    Row(45, (13, 21), "fortsetter hun", ("sitat.verb-varierer",)),
    Row(46, (23,), "avslutter Haugland", ("sitat.avslutter",)),
    Row(47, (19,), "utrolig glade for", ("stil.floskel",)),
    Row(48, (19, 23), "", ("struktur.langt-sitat",), times=2),
    Row(49, WHOLE, "", ("struktur.sitatbalanse",)),
    Row(51, (23,), "synligjøres", ("staving.ukjent",)),
    Row(52, (23,), "ACT representer", ("verb.presens",)),
    Row(53, (15,), "ny medlem", ("samsvar.kjønn", "samsvar.adjektiv")),
    Row(54, (23,), "hvordan både å utnytte dem", ("infinitiv.hvordan-å",)),
    Row(55, (23,), "vet hvordan både", ("både.uten-og",)),
    Row(56, (21,), "deling og læring er en av grunnpilarene", ("samsvar.to-av",)),
    Row(57, (17,), "omstilling, ved å ta i bruk", ("komma.før-for-å",)),
    Row(58, (17,), "i bruk, og være", ("komma.infinitiv",)),
    Row(60, (9,), "industri, og har satt mål", ("komma.samme-subjekt",)),
    Row(61, (9,), "karbonfangst, og har mål", ("komma.samme-subjekt",)),
    Row(62, (11,), "bærekraftutfordringene, så må", ("stil.overflødig-så",)),
    Row(66, (23,), "på en god måte, for å skape", ("komma.før-for-å",)),
    Row(68, (23,), "eksemplene de har satt", ("stil.anglisisme",)),
    Row(69, (23,), "ta læring av", ("stil.anglisisme",)),
    Row(76, (9, 11, 17, 19, 21, 23), "", ("struktur.lang-setning",), times=6),
    Row(77, (3, 7, 9), "bærekraftig", ("stil.gjentatt-ord",)),
    Row(78, (11,), "samarbeidskonstellasjoner", ("stil.langt-ord",)),
    Row(79, WHOLE, "", ("struktur.lesbarhet",)),
)

RIGHT = (
    (1, "–\u00a0", ("tegn.", "typografi.")),
    (2, "Skift – Næringslivets Klimaledere", ("tegn.", "typografi.")),
    (3, "Industri- og", ("",)),
    (3, "Teknologi- og", ("",)),
    (4, "for klyngen, og det gir", ("komma.",)),
    (4, "samarbeidskonstellasjoner, og vi ser", ("komma.",)),
    (4, "i ACT, og avtalen", ("komma.",)),
    (4, "i Skift, og at det", ("komma.",)),
    (5, "For å bidra til elektrifisering av samfunnet skal", ("komma.",)),
    (6, "bærekraftutfordringene, ", ("komma.",)),
    (7, ", sier Bjørn Kjærand Haugland, administrerende direktør i Skift", ("komma.",)),
    (8, ", fortsetter hun", ("komma.",)),
    (8, ", avslutter Haugland", ("komma.",)),
    (9, "avslutter Haugland", ("sitat.uten-virksomhet", "staving.")),
    (9, "sier Paulsen", ("sitat.uten-virksomhet", "staving.")),
    *(
        (10, word, ("staving.", "sær"))
        for word in (
            "battericeller", "karbonfangst", "verdikjeder", "klyngeleder", "innkjøpsvett",
            "konkurransekraft", "bærekraftutfordringene", "måloppnåelse", "grunnpilarene",
            "tyngdepunktet", "nullavfall", "handelsbalanse", "industribedrifter",
        )
    ),
    *(
        (11, name, ("staving.",))
        for name in ("Paulsen", "Kjærand", "Haugland", "Skift", "ACT", "Grønnvaskingsplakaten")
    ),
    (12, "fram til å", ("staving.", "sær")),
    (13, "Skift inngår samarbeid med ACT", ("tegn.", "komma.")),
    (14, "Det håper vi å kunne ta læring av", ("struktur.lang",)),
)  # fmt: skip


@cache
def findings_of(path: Path) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return what is found in a text file, and its lines."""
    source = read_bytes(path)
    lines = rows_of(source)
    manuscript = manuscript_of_lines(
        lines,
        language=None,
        profile=Profile.SPRAKRADET,
        recognised=recognised(source, counting_ids()),
    )
    lexicon = Lexicon()
    spellers = Spellers(paths.resource("dictionaries"), lexicon.supplement_forms)
    report = Proofreader(RuleBook(), spellers, lexicon).check(manuscript)
    assert not any(map(ProofingNotes().ignores, report.findings))
    return report.findings, lines


@pytest.fixture
def seed(shared: Path) -> Path:
    """Return the seed, or skip."""
    path = shared / "seed" / "skift-act.txt"
    if not path.is_file():
        pytest.skip("the seed is not among the shared texts")
    return path


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row-{row.number}")
def test_a_defect_of_the_seed_is_found_at_its_line(seed: Path, row: Row) -> None:
    """A finding of a fitting rule touches the words of the list, as often as the list says."""
    findings, lines = findings_of(seed)

    found = [one for one in findings if one.rule in row.rules and _is_at(one, row, lines)]

    assert len(found) >= row.times


@pytest.mark.parametrize(("number", "words", "rules"), RIGHT)
def test_what_is_right_in_the_seed_is_not_alarmed(
    seed: Path, number: int, words: str, rules: tuple[str, ...]
) -> None:
    """No error and no warning of the rules that these rows speak of lies within these words."""
    findings, lines = findings_of(seed)

    alarms = [
        (number, one.rule, one.text)
        for one in findings
        if one.place is not None
        and one.severity is not Severity.ADVICE
        and one.rule.startswith(rules)
        and any(
            start <= one.start and one.end <= end
            for start, end in _spans(lines[one.place.line - 1], words)
        )
    ]

    assert alarms == []


def _is_at(finding: Finding, row: Row, lines: tuple[str, ...]) -> bool:
    if row.lines == WHOLE:
        return finding.place is None
    if finding.place is None or finding.place.line not in row.lines:
        return False
    if not row.needle:
        return True
    return any(
        start < finding.end and finding.start < end
        for start, end in _spans(lines[finding.place.line - 1], row.needle)
    )


def _spans(line: str, words: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``line``."""
    found, at = [], line.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = line.find(words, at + 1)
    return found
