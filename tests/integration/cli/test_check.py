"""``pressdesk check`` and ``pressdesk rules``: sources, forms, exit codes, hostile input."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import pytest

from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proofing_notes import Ignored, ProofingNotes
from pressdesk.storage.release_file import reading, writing

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from running import Run

FINDING_KEYS = {
    "rule", "kind", "severity", "message", "explanation", "block", "line", "start", "end",
    "text", "suggestions", "source", "language",
}  # fmt: skip
FAULTY = "Veksten var 10000 i fjor.\n\nDette er helt riktig.\n  Mål 20000 ble nådd.\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a text with one fault in its first line and one in its fourth."""
    path = tmp_path / "utkast.txt"
    path.write_text(FAULTY, "utf-8")
    return path


def of_rule(document: Any, rule: str) -> list[Any]:  # Any: parsed JSON
    """Return the findings of one rule."""
    return [one for one in document["findings"] if one["rule"] == rule]


def test_json_is_as_the_contract_says(run: Run, faulty: Path) -> None:
    """Keys, types, code points of the file's own lines, and exit code 1 for an error."""
    ran = run("check", faulty, "--json")

    assert ran.code == 1
    assert set(ran.json) == {"findings", "words", "language", "engines"}
    assert ran.json["language"] == "nb"
    assert ran.json["engines"] == ["spelling", "rules"]
    assert ran.json["words"] == 13
    lines = FAULTY.split("\n")
    for one in ran.json["findings"]:
        assert set(one) == FINDING_KEYS
        assert one["kind"] in set(FindingKind)
        assert one["severity"] in set(Severity)
        assert (
            one["line"] is None or lines[one["line"] - 1][one["start"] : one["end"]] == one["text"]
        )
    first, second = of_rule(ran.json, "tall.tusenskille")
    assert (first["line"], first["start"], first["end"], first["block"]) == (1, 12, 17, None)
    assert first["suggestions"] == ["10\u00a0000"]
    assert second["line"] == 4
    assert ran.err == ""


def test_a_clean_text_gives_exit_code_0(run: Run) -> None:
    """Nothing to say is a yes."""
    ran = run("check", "-", "--json", stdin=b"Anlegget er ferdig i 2028.\n")

    assert ran.code == 0
    assert ran.json["findings"] == []


def test_standard_input_is_a_paragraph_a_line_in_any_encoding(run: Run) -> None:
    """No line is dropped or joined, and no parts of a release are missed."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        ran = run("check", "-", "--json", stdin=FAULTY.encode(encoding))

        assert [one["line"] for one in of_rule(ran.json, "tall.tusenskille")] == [1, 4]
        assert all(one["line"] for one in ran.json["findings"])


def test_people_read_findings_line_by_line(run: Run, faulty: Path) -> None:
    """The marked words, what to write, the message, the source and the rule."""
    ran = run("check", faulty)

    assert ran.code == 1
    assert "Line 1\n" in ran.out
    assert "Line 4\n" in ran.out
    assert "“10000” → 10 000" in ran.out
    assert "[tall.tusenskille]" in ran.out
    assert "Words: 13." in ran.out


def test_without_suggestions_none_are_worked_out(run: Run) -> None:
    """Whoever wants speed gets findings alone."""
    ran = run("check", "-", "--json", "--no-suggestions", stdin=b"Dette er 10000 forsjeller.\n")

    assert ran.json["findings"]
    assert all(one["suggestions"] == [] for one in ran.json["findings"])


def test_misspelt_words_bring_suggestions(run: Run) -> None:
    """A slip of one letter is put right."""
    ran = run("check", "-", "--json", stdin=b"Vi ser store forsjeller.\n")

    (found,) = [one for one in ran.json["findings"] if one["kind"] == "spelling"]
    assert found["text"] == "forsjeller"
    assert "forskjeller" in found["suggestions"]


def test_language_and_profile_are_heeded(run: Run) -> None:
    """Nynorsk as bokmål is full of faults; NTB writes a full stop between thousands."""
    nynorsk = b"Eg veit ikkje kva dei gjer no.\n"

    as_nynorsk = run("check", "-", "--json", stdin=nynorsk)
    as_bokmal = run("check", "-", "--json", "--language", "nb", stdin=nynorsk)
    ntb = run("check", "-", "--json", "--rules-profile", "ntb", stdin=b"Vi har 10000 medlemmer.\n")

    assert as_nynorsk.json["language"] == "nn"
    assert as_nynorsk.json["findings"] == []
    assert as_bokmal.json["language"] == "nb"
    assert as_bokmal.json["findings"] != []
    assert of_rule(ntb.json, "tall.tusenskille") == [] or ntb.json["findings"][0][
        "suggestions"
    ] == ["10.000"]


def test_an_english_paragraph_is_not_read_as_norwegian(run: Run) -> None:
    """A quote in English among Norwegian paragraphs brings no flood."""
    text = (
        "Avtalen er signert, og arbeidet er i gang.\n"
        "– This is the beginning of a partnership that we have worked for with all our partners.\n"
    )

    ran = run("check", "-", "--json", stdin=text.encode())

    assert [one for one in ran.json["findings"] if one["line"] == 2] == []


def test_a_release_is_checked_with_its_blocks_names_and_notes(run: Run, release: Path) -> None:
    """Blocks carry ids; names of the release are known; what was set aside is counted, not told."""
    before = run("check", release, "--json", "--no-suggestions")
    in_blocks = [one for one in before.json["findings"] if one["block"]]
    victim = in_blocks[0]
    with writing(release) as work:
        (only,) = work.releases()
        ignored = Ignored(
            rule=victim["rule"],
            text=victim["text"],
            block=BlockId(victim["block"]),
            reason="Avtalt.",
            by="Kari Nes",
            at=datetime(2026, 11, 24, tzinfo=UTC),
        )
        work.save_proofing_notes(only, ProofingNotes(ignored=(ignored,)))

    after = run("check", release, "--json", "--no-suggestions")
    told = run("check", release, "--no-suggestions")

    assert len(after.json["findings"]) < len(before.json["findings"])
    assert victim not in after.json["findings"]
    assert "Ignored: 1." in told.out


def test_checking_changes_nothing(run: Run, release: Path) -> None:
    """A release keeps its bytes, and no notes appear."""
    before = release.read_bytes()

    run("check", release, "--json", "--no-suggestions")

    assert release.read_bytes() == before
    with reading(release) as work:
        assert work.proofing_notes(work.releases()[0]) == ProofingNotes()


def test_word_files_and_web_pages_are_checked(run: Run, tmp_path: Path) -> None:
    """Lines count paragraphs there."""
    word, page = tmp_path / "a.docx", tmp_path / "a.html"
    document = docx.Document()
    for line in ("Avtalen er signert.", "Vi har 10000 medlemmer."):
        document.add_paragraph(line)
    document.save(str(word))
    page.write_text("<p>Avtalen er signert.</p><p>Vi har 10000 medlemmer.</p>", "utf-8")

    for source in (word, page):
        ran = run("check", source, "--json", "--no-suggestions")

        assert [one["line"] for one in of_rule(ran.json, "tall.tusenskille")] == [2]


def test_words_of_the_lists_are_known(run: Run, tmp_path: Path) -> None:
    """The user's own list and the organisation's are heeded; a broken one stops the check."""
    data, text = tmp_path / "data", "Vi bruker blåfjørv.\n".encode()
    assert run("--data", data, "check", "-", "--json", stdin=text).json["findings"]

    (data / "words").mkdir(parents=True, exist_ok=True)
    (data / "words" / "personal.txt").write_text("blåfjørv\n", "utf-8")
    known = run("--data", data, "check", "-", "--json", stdin=text)
    (data / "words" / "personal.txt").write_bytes(b"\xff\xfe\xff")
    broken = run("--data", data, "check", "-", "--json", stdin=text)

    assert known.json["findings"] == []
    assert broken.code == 2
    assert "personal.txt" in broken.err
    assert broken.out == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.txt", b"a\0b"),
        ("a.txt", b"\xc3\xa5\xff\xfe\x80"),
        ("a.docx", b"PK\x03\x04 not a zip"),
        ("a.pressdesk", b"SQLite format 3\0 and no more"),
        ("a.txt", b"x" * 2_000_001),
    ],
)
def test_what_cannot_be_read_is_refused(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    """One sentence, exit code 2, nothing on standard output."""
    path = tmp_path / name
    path.write_bytes(data)

    ran = run("check", path, "--json")

    assert ran.code == 2
    assert ran.out == ""
    assert name in ran.err


def test_what_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    """A wrong name, and two forms at once."""
    assert run("check", tmp_path / "no.txt").code == 2
    assert run("check", "-", "--json", "--sarif", stdin=b"Hei.\n").code == 2


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "," * 200_000,
        "ord " * 50_000,
        "– " * 20_000,
        "👩‍👩‍👧‍👦" * 2_000 + " 🇳🇴 שלום مرحبا",
        "e\u0301" * 20_000,
        "ACT " * 40_000,
        "sier Kari Nes " * 10_000,
        "\n".join(["Samme linje om igjen og om igjen her."] * 5_000),
        "( [ { « “ " * 20_000,
    ],
    ids=lambda text: text[:6].strip() or "space",
)
def test_hostile_text_is_answered(run: Run, text: str) -> None:
    """Whatever the text, there is a document, and no fault of ours."""
    ran = run("check", "-", "--json", "--no-suggestions", stdin=text.encode())

    assert ran.code in (0, 1)
    assert ran.json["words"] >= 0


def test_decomposed_letters_are_spelt_as_composed_ones(run: Run) -> None:
    """Text from a Mac may hold å as two code points."""
    ran = run("check", "-", "--json", stdin="Vi gleder oss til a\u030a bygge.\n".encode())

    assert ran.json["findings"] == []


def test_escapes_for_terminals_are_not_printed(run: Run) -> None:
    """A text cannot take over the window it is shown in."""
    ran = run("check", "-", stdin=b"Vi har \x1b[31mforsjjeller\x1b[0m her.\n")

    assert "\x1b" not in ran.out


def test_rules_are_listed_and_told_of_one_by_one(run: Run) -> None:
    """A table, a rule with its examples, JSON by the contract, and no for an unknown id."""
    listed, document = run("rules"), run("rules", "--json")
    one, told = run("rules", "tall.tusenskille", "--json"), run("rules", "tall.tusenskille")
    unknown = run("rules", "no.such-rule")

    assert "tall.tusenskille" in listed.out
    assert len(document.json["rules"]) >= 30
    for rule in document.json["rules"]:
        assert set(rule) == {
            "id", "languages", "kind", "severity", "message", "explanation", "source",
            "examples", "clean",
        }  # fmt: skip
        assert rule["examples"]
        assert all(set(example) == {"wrong", "right"} for example in rule["examples"])
        assert len(rule["clean"]) >= 2
    assert [rule["id"] for rule in one.json["rules"]] == ["tall.tusenskille"]
    assert "⟦10000⟧" in told.out or "⟦" in told.out
    assert unknown.code == 2
    assert "no.such-rule" in unknown.err


def test_sarif_is_a_log_that_tools_take(run: Run, faulty: Path) -> None:
    """Version, driver, rules by index, regions in code points from 1, fixes; see SARIF 2.1.0."""
    ran = run("check", faulty, "--sarif")
    log = json.loads(ran.out)

    assert ran.code == 1
    assert log["version"] == "2.1.0"
    (sarif,) = log["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert sarif["columnKind"] == "unicodeCodePoints"
    assert len({rule["id"] for rule in rules}) == len(rules)
    lines = FAULTY.split("\n")
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"].get("region")
        if region:
            assert 1 <= region["startLine"] <= len(lines)
            assert 1 <= region["startColumn"] <= region["endColumn"]
            assert region["endColumn"] <= len(lines[region["startLine"] - 1]) + 1
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            assert set(replacement) == {"deletedRegion", "insertedContent"}
    (first, *_) = [one for one in sarif["results"] if one["ruleId"] == "tall.tusenskille"]
    inserted = first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]
    assert inserted == {"text": "10\u00a0000"}
