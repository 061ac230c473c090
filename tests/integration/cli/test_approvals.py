"""Approvals, authority and comments on the command line, on real files."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from integration.cli.approved import (
    HOLTE,
    SAND,
    approve,
    is_unbroken,
    kinds,
    quote_by,
)

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run


def state(run: Run, release: Path, name: str = HOLTE) -> str:
    return str(quote_by(run, release, name)["approval"]["state"])


def test_a_call_with_the_code_read_back_approves_exactly_these_words(
    run: Run, release: Path
) -> None:
    """The code is taken in any spelling; who said yes and what shows it stand beside the tick."""
    quote = quote_by(run, release, HOLTE)
    code = quote["approval"]["code"].lower().replace("-", " ")

    ran = approve(run, release, quote["id"], HOLTE.upper(), "--code", code)

    assert ran.code == 0
    assert quote_by(run, release, HOLTE)["approval"] == {
        "state": "approved",
        "code": quote["approval"]["code"],
        "by": HOLTE,
        "evidence": "noted",
    }
    assert f"{HOLTE} approved their quote" in run("log", release).out
    assert is_unbroken(run, release)


def test_without_a_code_the_call_counts_too(run: Run, release: Path) -> None:
    """The code guards against mix-ups; the ledger says whether it was read."""
    assert approve(run, release, quote_by(run, release, SAND)["id"], SAND).code == 0

    assert state(run, release, SAND) == "approved"
    assert state(run, release, HOLTE) == "missing"


def test_the_code_of_other_words_approves_nothing(run: Run, release: Path) -> None:
    """Somebody read another version: refused, and the file is as it was."""
    quote, other = quote_by(run, release, HOLTE), quote_by(run, release, SAND)
    before = release.read_bytes()

    ran = approve(run, release, quote["id"], HOLTE, "--code", other["approval"]["code"])

    assert ran.code == 2
    assert other["approval"]["code"] in ran.err
    assert release.read_bytes() == before


def test_the_yes_of_somebody_else_is_a_comment(run: Run, release: Path) -> None:
    """Exit status 1: nothing is approved, and what was said is not lost."""
    quote = quote_by(run, release, HOLTE)

    ran = approve(run, release, quote["id"], SAND)

    assert ran.code == 1
    assert SAND in ran.err
    assert state(run, release) == "missing"
    (comment,) = run("comment", "list", release, "--json").json["comments"]
    assert comment["author"] == SAND
    assert comment["block"] == quote["id"]
    assert "Ringte kl. 10.15" in comment["text"]
    assert comment["audience"] == "own"
    assert "ApprovalGiven" not in kinds(run, release)


def test_a_delegate_needs_authority_first(run: Run, release: Path) -> None:
    """Before it is recorded the yes is a comment, and recording it revives that yes in no way."""
    quote = quote_by(run, release, HOLTE)
    assert approve(run, release, quote["id"], "Nina Berg").code == 1

    ran = run(
        "delegate", release, "--from", HOLTE, "--to", "Nina Berg", "--evidence", "E-post 23.11."
    )

    assert ran.code == 0
    assert state(run, release) == "missing"
    assert approve(run, release, quote["id"], "Nina Berg").code == 0
    assert quote_by(run, release, HOLTE)["approval"]["by"] == "Nina Berg"
    assert approve(run, release, quote_by(run, release, SAND)["id"], "Nina Berg").code == 1


@pytest.mark.parametrize(
    ("speaker", "delegate", "evidence"),
    [
        ("Nobody Known", "Nina Berg", "E-post"),
        (HOLTE, "marianne  holte", "E-post"),
        (HOLTE, " ", "E-post"),
        (HOLTE, "Nina Berg", "\u200b"),
        (HOLTE, "N" * 201, "E-post"),
    ],
)
def test_authority_that_makes_no_sense_is_refused(
    run: Run, release: Path, speaker: str, delegate: str, evidence: str
) -> None:
    """Unknown speaker, oneself, nobody, without evidence, an endless name: nothing is recorded."""
    before = release.read_bytes()

    ran = run("delegate", release, "--from", speaker, "--to", delegate, "--evidence", evidence)

    assert ran.code == 2
    assert release.read_bytes() == before


def test_a_withdrawal_is_final_until_the_person_says_yes_again(run: Run, release: Path) -> None:
    """Putting words back revives nothing that was taken back; a new yes counts."""
    quote = quote_by(run, release, HOLTE)
    words = "\n".join(quote["paragraphs"])
    approve(run, release, quote["id"], HOLTE)

    assert run("approve", release, quote["id"], "--withdraw", "--by", SAND).code == 1
    assert state(run, release) == "approved"
    assert run("approve", release, quote["id"], "--withdraw", "--by", HOLTE).code == 0
    assert state(run, release) == "missing"
    run("edit", release, quote["id"], "--text", "– Andre ord, sier Marianne Holte.")
    run("edit", release, quote["id"], "--text", words)
    assert state(run, release) == "missing"
    assert run("approve", release, quote["id"], "--withdraw", "--by", HOLTE).code == 2
    approve(run, release, quote["id"], HOLTE)

    assert state(run, release) == "approved"
    assert is_unbroken(run, release)


def test_a_withdrawal_reaches_words_that_were_edited_meanwhile(run: Run, release: Path) -> None:
    """Taken back while other words stand there: the approved ones do not come back approved."""
    quote = quote_by(run, release, HOLTE)
    words = "\n".join(quote["paragraphs"])
    approve(run, release, quote["id"], HOLTE)
    run("edit", release, quote["id"], "--text", "– Andre ord, sier Marianne Holte.")

    assert run("approve", release, quote["id"], "--withdraw", "--by", HOLTE).code == 0
    run("edit", release, quote["id"], "--text", words)

    assert state(run, release) == "missing"


def test_changed_words_are_void_and_restored_words_approved(run: Run, release: Path) -> None:
    """A word voids the approval, typography never does, and the words themselves restore it."""
    quote = quote_by(run, release, HOLTE)
    words = "\n".join(quote["paragraphs"])
    approve(run, release, quote["id"], HOLTE)

    run("edit", release, quote["id"], "--text", words.replace("altfor", "for"))
    assert state(run, release) == "stale"
    assert "“altfor” was changed to “for”" in run("preflight", release).out
    run("edit", release, quote["id"], "--text", words.replace("– ", "-  "))
    assert state(run, release) == "approved"
    run("set", release, f"speaker.{quote['id']}.title=rådgiver")
    assert state(run, release) == "stale"
    assert "“rådgiver”" in run("preflight", release).out
    run("set", release, f"speaker.{quote['id']}.title={quote['speaker']['title']}")

    assert state(run, release) == "approved"


def test_whoever_declines_is_not_quoted(run: Run, release: Path) -> None:
    """A no of the person quoted stands; other words in its place do not help."""
    quote = quote_by(run, release, HOLTE)

    assert approve(run, release, quote["id"], HOLTE, "--decline").code == 0
    assert state(run, release) == "declined"
    run("edit", release, quote["id"], "--text", "– Andre ord, sier Marianne Holte.")

    assert state(run, release) == "declined"
    assert "does not want to be quoted" in run("preflight", release).out


def test_a_wish_for_other_words_is_no_approval(run: Run, release: Path) -> None:
    """The state says what was asked for."""
    quote = quote_by(run, release, HOLTE)

    assert approve(run, release, quote["id"], HOLTE, "--change-asked").code == 0

    assert state(run, release) == "change_asked"


def test_what_cannot_be_approved_is_refused(run: Run, release: Path) -> None:
    """An unknown block, a plain paragraph, no evidence, no name: nothing is recorded."""
    shown = run("show", release, "--json").json
    plain = next(one["id"] for one in shown["blocks"] if one["kind"] == "paragraph")
    quote = quote_by(run, release, HOLTE)["id"]
    before = release.read_bytes()

    codes = [
        approve(run, release, "nowhere", HOLTE).code,
        approve(run, release, plain, HOLTE).code,
        approve(run, release, quote, " \t").code,
        run("approve", release, quote, "--by", HOLTE, "--how", "phone", "--evidence", " ").code,
        run("approve", release, quote, "--by", HOLTE).code,
        run("approve", release, quote, "--by", HOLTE, "--withdraw", "--code", "A1").code,
    ]

    assert codes == [2] * 6
    assert release.read_bytes() == before


def test_a_partners_text_is_approved_by_its_own_people(run: Run, release: Path) -> None:
    """The contact of the partner may, the other partner's may not."""
    shown = run("show", release, "--json").json
    text = next(one for one in shown["boilerplates"] if one["partner"].startswith("Granitt"))

    assert approve(run, release, text["id"], SAND).code == 1
    assert approve(run, release, text["id"], HOLTE).code == 0

    assert "approved the text about the partner" in run("log", release).out


def test_comments_reach_their_audience_and_nobody_else(run: Run, release: Path) -> None:
    """Own organisation, all, one partner: each partner sees exactly its share, replies too."""
    as_granitt = ("--as", "Kari Nes; Granitt Datasenter")
    as_elvebyen = ("--as", "Ola Li; Elvebyen Fjernvarme")
    quote = quote_by(run, release, HOLTE)["id"]
    run("comment", "add", release, quote, "--text", "Til alle", "--at", "kråkene", *as_granitt)
    run("comment", "add", release, "--text", "Internt", "--audience", "own", *as_granitt)
    between = ("--audience", "partner", "--partner", "Elvebyen Fjernvarme")
    added = run("comment", "add", release, "title", "--text", "Til dere", *between, *as_granitt)
    comment = added.out.split()[1]
    run("comment", "add", release, "--text", "Svar", "--reply-to", comment, *as_elvebyen)

    def texts(*arguments: str) -> list[str]:
        listed = run("comment", "list", release, "--json", *arguments).json["comments"]
        return [one["text"] for one in listed]

    assert texts() == ["Til alle", "Internt", "Til dere", "Svar"]
    assert texts("--for", "Elvebyen Fjernvarme") == ["Til alle", "Til dere", "Svar"]
    assert texts("--for", "Granitt Datasenter") == ["Til alle", "Internt", "Til dere", "Svar"]
    assert run("comment", "list", release, "--for", "Ukjent AS").code == 2
    listed = run("comment", "list", release, "--json").json["comments"]
    assert [one["anchor"] for one in listed] == ["kråkene", "", "", ""]
    assert listed[3]["parent"] == comment
    log = run("log", release).out
    assert "Internt" not in log
    assert "Til alle" not in log


def test_an_internal_comment_is_answered_only_from_inside(run: Run, release: Path) -> None:
    """Whoever may not read it does not learn that it is there."""
    own = ("--text", "Internt", "--audience", "own", "--as", "Kari Nes; Granitt Datasenter")
    comment = run("comment", "add", release, *own).out.split()[1]
    before = release.read_bytes()

    reply = ("--text", "Hei", "--reply-to", comment, "--as", "Ola Li; Elvebyen Fjernvarme")
    ran = run("comment", "add", release, *reply)

    assert ran.code == 2
    assert release.read_bytes() == before


def test_a_comment_is_settled_once_with_a_reason(run: Run, release: Path) -> None:
    """Open comments keep the text from being frozen; a settled one does not."""
    comment = run("comment", "add", release, "--text", "Sjekk tallet").out.split()[1]
    assert "A comment by Kari Nes is not settled" in run("preflight", release).out

    assert run("comment", "resolve", release, comment, "--reason", " ").code == 2
    assert run("comment", "resolve", release, comment, "--reason", "Sjekket").code == 0
    assert run("comment", "resolve", release, comment, "--reason", "Sjekket").code == 2
    assert run("comment", "resolve", release, "nothing", "--reason", "Sjekket").code == 2

    assert "not settled" not in run("preflight", release).out
    (listed,) = run("comment", "list", release, "--json").json["comments"]
    assert (listed["resolved"], listed["reason"]) == (True, "Sjekket")
    assert is_unbroken(run, release)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere", "--text", "Hei"),
        ("title", "--text", "Hei", "--at", "ord som ikke står der"),
        ("title", "--text", " \x00\u200b "),
        ("title", "--text", "x" * 10_001),
        ("--text", "Hei", "--at", "varme"),
        ("--text", "Hei", "--audience", "partner"),
        ("--text", "Hei", "--audience", "own", "--partner", "Granitt Datasenter"),
        ("--text", "Hei", "--audience", "partner", "--partner", "Ukjent AS"),
        ("--text", "Hei", "--reply-to", "nothing"),
    ],
)
def test_a_comment_that_goes_nowhere_is_refused(
    run: Run, release: Path, arguments: tuple[str, ...]
) -> None:
    """Place, words, audience and what it answers have to exist; nothing is recorded."""
    before = release.read_bytes()

    assert run("comment", "add", release, *arguments).code == 2

    assert release.read_bytes() == before


def test_control_characters_never_reach_a_comment(run: Run, release: Path) -> None:
    """Neither what terminals obey, nor what turns the direction of writing."""
    text = "Ja\x1b[31m\u202enei\r\nog <script>"

    run("comment", "add", release, "--text", text)

    (listed,) = run("comment", "list", release, "--json").json["comments"]
    assert listed["text"] == "Ja[31mnei\nog <script>"


def test_two_processes_at_once_both_count_or_one_is_told(release: Path, run: Run) -> None:
    """Several run at the same moment: each is recorded whole or refused, and the chain holds."""
    command = [sys.executable, "-m", "pressdesk.app", "--as", "Kari Nes; Granitt Datasenter"]
    environment = {**os.environ, "PRESSDESK_KEY": "session"}
    quotes = [quote_by(run, release, name) for name in (HOLTE, SAND)]
    running = [
        subprocess.Popen(
            [
                *command, "approve", str(release), quote["id"], "--by", quote["speaker"]["name"],
                "--how", "phone", "--evidence", "Ringte.",
            ],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for quote in quotes
    ]  # fmt: skip

    said = [process.communicate(timeout=60) for process in running]

    codes = [process.returncode for process in running]
    assert set(codes) <= {0, 2}, said
    assert 0 in codes
    assert kinds(run, release).count("ApprovalGiven") == codes.count(0)
    assert is_unbroken(run, release)


def test_what_was_typed_obeys_nobody_in_a_message(run: Run, release: Path) -> None:
    """A name or a code with control characters stays in its line, and turns nothing around."""
    block = quote_by(run, release, HOLTE)["id"]

    stranger = approve(run, release, block, "Ola\a\r\nNes\u202e")
    wrong = approve(run, release, block, HOLTE, "--code", "AA\a\n\u202e")
    nowhere = run("edit", release, "b\a\n\u202e", "--text", "x")

    assert [one.code for one in (stranger, wrong, nowhere)] == [1, 2, 2]
    for ran in (stranger, wrong, nowhere):
        assert ran.err.rstrip("\n").isprintable()
