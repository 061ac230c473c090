"""Preflight, the freeze and final files on the command line, on real files."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integration.cli.approved import (
    HOLTE,
    approve,
    approve_all,
    is_unbroken,
    kinds,
    quote_by,
    quotes,
)
from pressdesk.app.wiring import make_journeys
from pressdesk.domain.content import Language
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.records import to_json
from pressdesk.services.commenting import Remark
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from pressdesk.domain.canonical import Json
    from pressdesk.services.journeys import Journeys
    from running import Run


def parts(path: Path) -> list[bytes]:
    """Return every part of a Word file."""
    with zipfile.ZipFile(path) as package:
        return [package.read(name) for name in package.namelist()]


DATED = ("place=Bodø", "date=2026-11-26", "embargo=2026-11-26T07:00")


@pytest.fixture
def ready(run: Run, release: Path) -> Path:
    """Return a release in which nothing is missing."""
    assert run("set", release, *DATED).code == 0
    approve_all(run, release)
    return release


def test_everything_missing_is_named_with_its_failure(run: Run, release: Path) -> None:
    """Quotes, a placeholder, a comment, a telephone number: sentences with names, exit status 1."""
    shown = run("show", release, "--json").json
    plain = next(one["id"] for one in shown["blocks"] if one["kind"] == "paragraph")
    run("edit", release, plain, "--text", "Prosjektet koster [beløp] kroner.")
    run("comment", "add", release, plain, "--text", "Hvem vet dette?")
    short = shown["contacts"][0]["partner"]
    run("set", release, f"contact.{short}.phone=")

    ran = run("preflight", release, "--json")

    assert ran.code == 1
    assert ran.json["ready"] is False
    found = {(one["code"], one["failure"], one["block"]) for one in ran.json["blocking"]}
    assert found == {
        *(("quote_not_approved", "F10", one["id"]) for one in quotes(run, release)),
        ("placeholder", "F30", plain),
        ("comment_open", "F23", plain),
        ("contact_unreachable", "F19", None),
    }
    sentences = " ".join(one["message"] for one in ran.json["blocking"])
    assert f"Quote by {HOLTE} is not approved" in sentences
    assert "“[beløp]” still has to be filled in." in sentences
    assert f"The contact person of {short} has no telephone number." in sentences
    assert {one["code"] for one in ran.json["warnings"]} == {"date_missing", "mode_missing"}
    assert run("preflight", release).code == 1


def test_a_text_in_which_nothing_is_missing_is_ready(run: Run, ready: Path) -> None:
    """Exit status 0, and empty lists."""
    ran = run("preflight", ready, "--json")

    assert ran.code == 0
    assert ran.json == {"ready": True, "blocking": [], "warnings": []}
    assert "can be frozen" in run("preflight", ready).out


def test_a_freeze_waits_for_what_is_missing(run: Run, release: Path) -> None:
    """Exit status 1, all of it said, nothing recorded; no key is needed to hear it."""
    before = release.read_bytes()

    refused = run("freeze", release, key=None)

    assert refused.code == 1
    assert f"Quote by {HOLTE} is not approved" in refused.err
    assert release.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("--override", "Haster"),
        ("--by", "Kari Nes"),
        ("--override", " ", "--by", "Kari Nes"),
        ("--override", "Haster", "--by", "\u200b \t"),
    ],
)
def test_an_override_needs_a_reason_and_a_name(
    run: Run, release: Path, arguments: tuple[str, ...]
) -> None:
    """Half an override is none: exit status 2, nothing recorded."""
    before = release.read_bytes()

    assert run("freeze", release, *arguments).code == 2

    assert release.read_bytes() == before


def test_an_override_prints_itself_in_the_ledger(run: Run, release: Path, tmp_path: Path) -> None:
    """Who, why, and what was missing; the final file can then be written."""
    ran = run("freeze", release, "--override", "Børsmelding kl. 8", "--by", "Kari Nes")

    assert ran.code == 0
    assert "Kari Nes answers for what is missing." in ran.out
    assert kinds(run, release)[-2:] == ["Overridden", "Frozen"]
    log = run("log", release).out
    assert "6 things were missing; Kari Nes answers for it: Børsmelding kl. 8" in log
    run("log", release, "-o", tmp_path / "l.ledger.json")
    ledger = (tmp_path / "l.ledger.json").read_text("utf-8")
    assert f"quote_not_approved nb {quote_by(run, release, HOLTE)['id']} {HOLTE}" in ledger
    assert run("export", release, "-o", tmp_path / "a.docx").code == 0
    assert is_unbroken(run, release)


def test_the_final_file_is_the_frozen_text_and_nothing_else(
    run: Run, ready: Path, tmp_path: Path
) -> None:
    """Named by rule, without a draft's mark, equal and clean; an edit opens a new version."""
    out = tmp_path / "ut"
    out.mkdir()
    quote = quote_by(run, ready, HOLTE)
    words = "\n".join(quote["paragraphs"])

    assert run("export", ready, "-o", out).code == 1
    assert run("freeze", ready).code == 0
    assert run("show", ready, "--json").json["stage"] == "frozen"
    ran = run("export", ready, "-o", out, "--json")

    assert ran.code == 0
    path = Path(ran.json["path"])
    partners = [
        one["short"].replace(" ", "") for one in run("show", ready, "--json").json["partners"]
    ]
    assert path.name == f"2026-11-26_{'-'.join(partners)}_pressemelding_nb.docx"
    assert (ran.json["draft"], ran.json["text_equal"]) == (False, True)
    assert ran.json["scan"] == {"findings": []}
    said = run("text", path).out
    assert said == run("text", ready).out
    assert not any(b"UTKAST" in part for part in parts(path))
    assert kinds(run, ready)[-1] == "Exported"
    assert "Final file written" in run("log", ready).out

    run("edit", ready, quote["id"], "--text", words.replace("altfor", "for"))
    assert run("show", ready, "--json").json["stage"] != "frozen"
    assert run("export", ready, "-o", out).code == 1
    assert os.listdir(out) == [path.name]
    assert run("freeze", ready).code == 1
    assert approve(run, ready, quote["id"], HOLTE).code == 0
    assert run("freeze", ready).code == 0
    assert run("export", ready, "-o", out / "ny.docx").code == 0
    assert "for mange år" in run("text", out / "ny.docx").out

    numbers = [one["number"] for one in run("versions", ready, "--json").json["versions"]]
    assert numbers == sorted(set(numbers))
    assert is_unbroken(run, ready)


def test_words_put_back_are_frozen_still(run: Run, ready: Path, tmp_path: Path) -> None:
    """The freeze is of the words, not of the hour; freezing twice records nothing."""
    quote = quote_by(run, ready, HOLTE)
    run("freeze", ready)
    events = len(kinds(run, ready))

    run("edit", ready, quote["id"], "--text", "– Andre ord, sier Marianne Holte.")
    run("edit", ready, quote["id"], "--text", "\n".join(quote["paragraphs"]))

    assert run("freeze", ready).code == 0
    assert len(kinds(run, ready)) == events
    assert run("export", ready, "-o", tmp_path / "a.docx").code == 0


@pytest.mark.parametrize("arguments", [("--withdraw",), ("--decline",), ("--change-asked",)])
def test_a_no_after_the_freeze_stops_the_final_file(
    run: Run, ready: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Nobody is quoted in a final file who said no in time."""
    quote = quote_by(run, ready, HOLTE)
    run("freeze", ready)

    if "--withdraw" in arguments:
        run("approve", ready, quote["id"], "--by", HOLTE, *arguments)
    else:
        approve(run, ready, quote["id"], HOLTE, *arguments)

    assert run("show", ready, "--json").json["stage"] != "frozen"
    assert run("export", ready, "-o", tmp_path / "a.docx").code == 1
    assert run("freeze", ready).code == 1
    assert not (tmp_path / "a.docx").exists()


def test_a_payload_that_is_gone_approves_nothing(run: Run, ready: Path) -> None:
    """An erased approval is missing; an erased withdrawal leaves its approval withdrawn."""
    quote = quote_by(run, ready, HOLTE)
    run("approve", ready, quote["id"], "--withdraw", "--by", HOLTE)
    assert quote_by(run, ready, HOLTE)["approval"]["state"] == "missing"

    seq = kinds(run, ready).index("ApprovalWithdrawn") + 1
    with sqlite3.connect(ready) as database:
        database.execute("UPDATE ledger SET payload = NULL, salt = NULL WHERE seq = ?", (seq,))
    database.close()

    assert {one["approval"]["state"] for one in quotes(run, ready)} == {"missing"}
    assert is_unbroken(run, ready)
    assert run("freeze", ready).code == 1
    assert "The details are not in this copy" in run("log", ready).out


def plant(journeys: Journeys, path: Path, kind: EventKind, payload: dict[str, Json]) -> None:
    """Append a signed event as another program might, which keeps no overview."""
    release, writer = journeys.at(path).read(), journeys.identity.ledger_writer
    seq = release.head.seq + 1
    event = writer.write(
        release=release.id, seq=seq, prev=release.head.hash, kind=kind, payload=payload
    )
    row = (release.id, seq, event.header_bytes, event.payload, event.salt, event.signature)
    columns = "(release, seq, header, payload, salt, signature)"
    with sqlite3.connect(path) as database:
        database.execute(f"INSERT INTO ledger {columns} VALUES (?, ?, ?, ?, ?, ?)", row)
        database.execute(
            "INSERT OR IGNORE INTO signing_key (release, id, public) VALUES (?, ?, ?)",
            (release.id, writer.signer.key, writer.signer.public),
        )
    database.close()


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.FROZEN, {"revision": 5, "number": 1}),
        (EventKind.APPROVAL_GIVEN, {"id": "a", "decision": "approved"}),
        (EventKind.COMMENT_ADDED, {}),
        (EventKind.REVISION_SAVED, {"number": "one"}),
    ],
)
@pytest.mark.parametrize("command", ["show", "preflight", "freeze", "log"])
def test_a_signed_event_that_says_nonsense_is_refused(
    run: Run,
    release: Path,
    tmp_path: Path,
    *,
    kind: EventKind,
    payload: dict[str, Json],
    command: str,
) -> None:
    """Unbroken and still not what PressDesk writes: one sentence, nothing built on it."""
    wishes = Wishes(actor="Kari Nes", key_choice="session", data_folder=tmp_path / "data")
    journeys = make_journeys(wishes, lambda _: None, "en")
    plant(journeys, release, kind, payload)
    before = release.read_bytes()

    ran = run(command, release)

    assert ran.code == 2
    assert "is damaged" in ran.err
    assert release.read_bytes() == before


def test_every_language_goes_through_the_gate(run: Run, ready: Path, tmp_path: Path) -> None:
    """A second language with an unapproved quote keeps all of the text from being frozen."""
    wishes = Wishes(actor="Kari Nes", key_choice="session", data_folder=tmp_path / "data")
    journeys = make_journeys(wishes, lambda _: None, "en")
    place = journeys.at(ready)
    draft = place.read().draft
    nynorsk = replace(draft.content(), language=Language.NN)
    journeys.drafting.save(place, (draft.content(), nynorsk), read_version=draft.version)

    ran = run("preflight", ready, "--json")

    assert {one["code"] for one in ran.json["blocking"]} == {"quote_not_approved"}
    assert run("freeze", ready).code == 1
    for quote in quotes(run, ready, "--language", "nn"):
        who = quote["speaker"]["name"]
        assert approve(run, ready, quote["id"], who, "--language", "nn").code == 0
    assert run("freeze", ready).code == 0
    exported = run("export", ready, "-o", tmp_path, "--language", "nn", "--json")
    assert exported.json["path"].endswith("_pressemelding_nn.docx")


def test_a_hostile_name_moves_no_cursor(run: Run, release: Path, tmp_path: Path) -> None:
    """What another program signed is shown, and nothing in it is obeyed by a terminal."""
    wishes = Wishes(actor="Kari Nes", key_choice="session", data_folder=tmp_path / "data")
    journeys = make_journeys(wishes, lambda _: None, "en")
    added = journeys.commenting.add(journeys.at(release), Remark(text="Hei"))
    bent = replace(added, id="c2", author="Kari\x1b[2J\u202e", text="Ja\x07\nnei")
    plant(journeys, release, EventKind.COMMENT_ADDED, to_json(bent))

    said = "".join(run(*words).out for words in (("log", release), ("preflight", release)))
    said += run("comment", "list", release).out

    assert "Kari\ufffd[2J\ufffd" in said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
