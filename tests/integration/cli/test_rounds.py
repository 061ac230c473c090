"""Review rounds on the command line: the JSON that others rely on, and the exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from printed import quote_of
from round_table import replaced, typed_into_box

if TYPE_CHECKING:
    from pathlib import Path

    from running import Ran, Run

DEADLINE = "2099-11-27T12:00"
PROPOSAL = {
    "id",
    "block",
    "person",
    "organisation",
    "marked",
    "old",
    "new",
    "state",
    "conflict",
    "flags",
}


@pytest.fixture
def speaker(run: Run, release: Path) -> str:
    """Return who is quoted first."""
    return str(quote_of(run("show", release, "--json").json)["speaker"]["name"])


@pytest.fixture
def opened(run: Run, release: Path, speaker: str, tmp_path: Path) -> Ran:
    """Return what the opening of a round printed."""
    return run(
        *("round", "open", release, "--to", f"{speaker};role=approver", "--to", "Liv Dal"),
        *("--deadline", DEADLINE, "-o", tmp_path / "ut", "--json"),
    )


def test_a_round_from_beginning_to_end(
    run: Run, release: Path, opened: Ran, speaker: str, tmp_path: Path
) -> None:
    """Open, receive, list, accept, close; what is printed has the agreed keys."""
    assert (opened.code, opened.json["round"]) == (0, 1)
    first, second = opened.json["files"]
    assert (set(first), first["page"], first["mail"]) == (
        {"person", "word", "page", "mail"},
        None,
        None,
    )
    assert speaker.rsplit(maxsplit=1)[-1] in first["word"]
    quote = quote_of(run("show", release, "--json").json)
    word = quote["paragraphs"][0].split()[1]
    data = (tmp_path / "ut" / first["word"]).read_bytes()
    answer = tmp_path / "svar.docx"
    answer.write_bytes(typed_into_box(data, "GODKJENT"))

    received = run("round", "receive", release, answer, "--json")

    assert received.code == 0
    (response,) = received.json["responses"]
    assert response["taken"] is True
    assert (response["person"], response["via"], response["round"]) == (speaker, "word", 1)
    assert response["decisions"] == [
        {"block": quote["id"], "decision": "approved", "evidence": "word"}
    ]
    assert word
    shown = run("round", "show", release, "--json").json["rounds"]
    assert [one["state"] for one in shown[0]["people"]] == ["answered", "waiting"]
    assert run("round", "show", release).code == 0
    assert run("round", "move", release, "--deadline", "2099-12-01T12:00").code == 0
    assert run("round", "close", release).code == 0
    assert run("round", "show", release, "--json").json["rounds"][0]["state"] == "closed"
    assert run("verify", release, "--json").json["unbroken"] is True
    assert second["person"] == "Liv Dal"


def test_proposals_are_listed_accepted_and_rejected(
    run: Run, release: Path, opened: Ran, tmp_path: Path
) -> None:
    """One by one, and all at once; a round with open ones stays open."""
    name = opened.json["files"][1]["word"]
    title = run("show", release, "--json").json["title"]
    word = title.split()[0]
    answer = tmp_path / "svar.docx"
    data = (tmp_path / "ut" / name).read_bytes()
    answer.write_bytes(replaced(data, f">{title}<", f">{title.replace(word, 'Nytt')}<"))
    assert run("round", "receive", release, answer).code == 0

    (proposal,) = run("propose", "list", release, "--json").json["proposals"]

    assert set(proposal) == PROPOSAL
    assert (proposal["person"], proposal["marked"], proposal["state"]) == ("Liv Dal", False, "open")
    assert run("propose", "list", release).code == 0
    assert run("round", "close", release).code == 2
    accepted = run("propose", "accept", release, proposal["id"], "--json").json["proposals"]
    assert [one["state"] for one in accepted] == ["accepted"]
    assert run("show", release, "--json").json["title"].startswith("Nytt")
    assert run("propose", "reject", release, proposal["id"]).code == 0
    assert run("show", release, "--json").json["title"] == title
    assert run("propose", "reopen", release, proposal["id"]).code == 0
    assert run("propose", "accept", release, "--all").code == 0
    assert run("round", "close", release).code == 0


def test_the_same_answer_again_is_no_failure(
    run: Run, release: Path, opened: Ran, tmp_path: Path
) -> None:
    """It is said, and the exit code is 0; a bad file beside it makes it 2."""
    answer = tmp_path / "ut" / opened.json["files"][0]["word"]
    run("round", "receive", release, answer)

    again = run("round", "receive", release, answer, "--json")
    mixed = run("round", "receive", release, answer, tmp_path / "nei.docx", "--json")

    assert (again.code, again.json["responses"][0]["problems"]) == (0, ["duplicate"])
    assert mixed.code == 2
    assert [one["taken"] for one in mixed.json["responses"]] == [True, False]
    assert "nei.docx" in mixed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "Kari;role=sjef", "--deadline", DEADLINE), "role"),
        (("--to", "Kari;partner=Ukjent", "--deadline", DEADLINE), "partner"),
        (("--to", "Kari", "--deadline", "i morgen"), "date and time"),
        (("--to", "Kari", "--deadline", "2026-03-29T02:30"), "clock"),
        (("--to", "Kari", "--deadline", "2020-01-01T12:00"), "passed"),
        (("--to", "<>", "--deadline", DEADLINE), "invitation"),
    ],
)
def test_refusals_are_one_sentence(
    run: Run, release: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2, and nothing is written."""
    refused = run("round", "open", release, *arguments, "-o", tmp_path / "ut")

    assert refused.code == 2
    assert said in refused.err
    assert not (tmp_path / "ut").exists()


def test_nothing_to_decide_is_said(run: Run, release: Path) -> None:
    """Without a round, without proposals, without a name."""
    assert run("round", "close", release).code == 2
    assert run("propose", "accept", release, "x").code == 2
    assert run("propose", "accept", release).code == 2
    assert run("propose", "list", release, "--json").json == {"proposals": []}
    assert run("round", "show", release, "--json").json["rounds"] == []


def test_one_quote_is_sent_alone(run: Run, release: Path, speaker: str, tmp_path: Path) -> None:
    """Outside the rounds, to its speaker."""
    quote = quote_of(run("show", release, "--json").json)

    asked = run(
        *("round", "request", release, quote["id"], "--to", speaker),
        *("--deadline", DEADLINE, "-o", tmp_path / "ut", "--json"),
    )

    assert (asked.code, asked.json["round"]) == (0, 0)
    assert run("round", "show", release, "--json").json["requests"][0]["number"] == 0


def test_the_files_of_a_round_are_written_again(
    run: Run, release: Path, opened: Ran, tmp_path: Path
) -> None:
    """To another folder, byte for byte; a round that was not, and files that are there, are refused."""
    sent = sorted((tmp_path / "ut").iterdir())

    again = run("round", "files", release, "-o", tmp_path / "igjen")

    assert again.code == 0
    assert [one.read_bytes() for one in sorted((tmp_path / "igjen").iterdir())] == [
        one.read_bytes() for one in sent
    ]
    assert sent[0].name in again.out
    assert run("round", "files", release, "--round", "7", "-o", tmp_path / "sju").code == 2
    assert run("round", "files", release, "-o", tmp_path / "ut").code == 2
    assert opened.json["round"] == 1


def test_what_an_answer_holds_is_told_to_people(
    run: Run, release: Path, opened: Ran, tmp_path: Path
) -> None:
    """Changes without tracking are counted apart, in the list and in the log as well."""
    title = run("show", release, "--json").json["title"]
    data = (tmp_path / "ut" / opened.json["files"][1]["word"]).read_bytes()
    answer = tmp_path / "svar.docx"
    answer.write_bytes(replaced(data, f">{title}<", f">{title} 2027<"))

    received = run("round", "receive", release, answer)

    assert "Proposals: 1, of them without tracking: 1." in received.out
    assert "unmarked, figures" in run("propose", "list", release).out
    assert "with one proposal (without tracking: 1)" in run("log", release).out


def test_a_command_says_whose_approval_it_costs(run: Run, release: Path, speaker: str) -> None:
    """On stderr: the words of a quote, the title of a person; typography costs nothing."""
    quote = quote_of(run("show", release, "--json").json)
    words = quote["paragraphs"][0]
    given = ("--by", speaker, "--how", "phone", "--evidence", "Ringte kl. 10")
    assert run("approve", release, quote["id"], *given).code == 0

    spaced = run("edit", release, quote["id"], "--text", words.replace(" ", "\u00a0", 1))
    titled = run("set", release, f"speaker.{quote['id']}.title=sjefen")
    again = run("set", release, f"speaker.{quote['id']}.title=sjefen over alt")

    assert (spaced.code, titled.code, again.code) == (0, 0, 0)
    assert "approve again" not in spaced.err
    assert f"approve again: {speaker}." in titled.err
    assert "approve again" not in again.err
