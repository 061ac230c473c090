"""The main job on the command line, from loose text to a Word file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.app.wiring import make_journeys
from pressdesk.domain.codes import head_code
from pressdesk.services.wishes import Wishes
from printed import quote_of

if TYPE_CHECKING:
    from running import Run


def test_a_text_becomes_a_word_file(run: Run, release: Path, tmp_path: Path) -> None:
    """Import, answer, edit, export: each step is seen by the next, and the log tells all."""
    shown = run("show", release, "--json").json
    quote = quote_of(shown)

    assert run("set", release, f"speaker.{quote['id']}.title=prosjektsjef", "place=Bodø").code == 0
    assert run("edit", release, quote["id"], "--text", "– Nye ord, sier hun.").code == 0
    written = run("export", release, "-o", tmp_path, "--draft", "--json")

    after = run("show", release, "--json").json
    changed = quote_of(after)
    assert (after["place"], changed["paragraphs"]) == ("Bodø", ["– Nye ord, sier hun."])
    assert changed["speaker"]["title"] == "prosjektsjef"
    assert changed["approval"]["code"] != quote["approval"]["code"]
    assert written.code == 0
    path = Path(written.json["path"])
    assert path.parent == tmp_path
    assert path.name.endswith("_pressemelding_utkast_nb.docx")
    assert written.json["text_equal"] is True
    assert written.json["scan"] == {"findings": []}
    assert "– Nye ord, sier hun." in run("text", path).out.splitlines()
    kinds = [event["kind"] for event in run("log", release, "--json").json["events"]]
    assert kinds == ["ReleaseCreated", "RevisionSaved", "RevisionSaved", "Exported"]
    assert [one["number"] for one in run("versions", release, "--json").json["versions"]] == [1, 2]


def test_what_a_release_says_is_what_its_word_file_says(
    run: Run, release: Path, tmp_path: Path
) -> None:
    """``text`` of the release and of the exported file are the same lines."""
    out = tmp_path / "a.docx"

    run("export", release, "-o", out, "--draft")

    assert run("text", release).out == run("text", out).out


def test_a_final_file_waits_for_the_freeze(run: Run, release: Path, tmp_path: Path) -> None:
    """Without --draft the answer is no, and nothing is written or recorded."""
    before = release.read_bytes()

    ran = run("export", release, "-o", tmp_path / "a.docx")

    assert ran.code == 1
    assert "--draft" in ran.err
    assert release.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["release.pressdesk"]


def test_the_history_is_verified(run: Run, release: Path, tmp_path: Path) -> None:
    """Unbroken by itself, against its head code in any spelling, and not against another's."""
    shown = run("show", release, "--json").json
    code = shown["head_code"]

    verified = run("verify", release, "--json")
    spelt = run("verify", release, "--head", code.lower().replace("-", " "))
    other = run("verify", release, "--head", head_code("0" * 64), "--json")

    assert verified.code == 0
    assert verified.json == {
        "unbroken": True,
        "events": 2,
        "head": shown["head"],
        "head_code": code,
        "problems": [],
        "withheld": 0,
        "erased": 0,
        "unconfirmed_keys": 1,
    }
    assert spelt.code == 0
    assert other.code == 1
    assert other.json["unbroken"] is True
    assert other.json["problems"]


def test_outsiders_verify_the_same(run: Run, release: Path, tmp_path: Path) -> None:
    """The exported ledger and the copied verifier need nothing of PressDesk."""
    ledger, verifier = tmp_path / "a.ledger.json", tmp_path / "verifier.py"
    run("log", release, "-o", ledger)
    verifier.write_bytes(
        (Path(__file__).parents[3] / "src/pressdesk/trust/verifier.py").read_bytes()
    )

    done = subprocess.run(
        [sys.executable, "-I", verifier, ledger, "--json"], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip().startswith('{"unbroken": true')


def test_a_shortened_copy_is_noticed(run: Run, release: Path, tmp_path: Path) -> None:
    """An earlier copy is unbroken by itself, but it is not what this machine has seen."""
    earlier = tmp_path / "earlier.pressdesk"
    earlier.write_bytes(release.read_bytes())
    run("export", release, "-o", tmp_path / "a.docx", "--draft")

    verified = run("verify", earlier, "--json")
    shown = run("show", earlier)
    fresh = run("--data", tmp_path / "elsewhere", "verify", earlier)

    assert verified.code == 1
    assert verified.json["unbroken"] is True
    assert verified.json["problems"]
    assert "does not continue" in shown.err
    assert fresh.code == 0


def test_an_erased_detail_verifies_as_erased(run: Run, release: Path) -> None:
    """The first event's details are gone from the file's bytes; the chain holds, and says why."""
    wishes = Wishes(actor="Kari Nes", key_choice="session")
    place = make_journeys(wishes, lambda _notice: None, "en").at(release)

    assert b"felles-pressemelding-nb.txt" in release.read_bytes()

    with place.recording() as recorder:
        recorder.erase([1], "asked for by the partner")

    assert b"felles-pressemelding-nb.txt" not in release.read_bytes()

    verified = run("verify", release, "--json")
    assert verified.code == 0
    assert (verified.json["unbroken"], verified.json["erased"]) == (True, 1)
    assert verified.json["withheld"] == 0
    assert place.read().events[0].payload is None
    (_, _, last) = run("log", release, "--json").json["events"]
    assert last["kind"] == "PayloadErased"


def test_a_cut_copy_that_goes_on_does_not_replace_what_was_seen(
    run: Run, release: Path, tmp_path: Path
) -> None:
    """The true copy stays the expected one, however long the other becomes."""
    cut = tmp_path / "cut.pressdesk"
    cut.write_bytes(release.read_bytes())
    run("export", release, "-o", tmp_path / "a.docx", "--draft")

    for number in range(4):
        run("set", cut, f"place=Bodø {number}")
        assert run("export", cut, "-o", tmp_path / "b.docx", "--draft").code == 0

    assert run("verify", cut).code == 1
    assert run("verify", release).code == 0


def test_a_reader_that_stops_early_is_no_fault(release: Path) -> None:
    """``show F | head -1`` in a real shell says nothing on stderr."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3] / "src")}
    shown = subprocess.Popen(
        [sys.executable, "-m", "pressdesk.app", "show", release],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert shown.stdout is not None
    assert shown.stderr is not None
    shown.stdout.close()

    said = shown.stderr.read().decode()
    shown.stderr.close()
    shown.wait()

    assert said == ""


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE ledger SET payload = '{}' WHERE seq = 1", "payload"),
        ("UPDATE ledger SET signature = zeroblob(64) WHERE seq = 2", "signature"),
        ("DELETE FROM ledger WHERE seq = 1", ""),
        ("UPDATE content SET body = '{}'", "text"),
        ("UPDATE ledger SET payload = NULL, salt = NULL WHERE seq = 2", "text"),
        ("UPDATE ledger SET seq = seq + 1000", "number"),
    ],
)
def test_a_bent_history_is_broken(run: Run, release: Path, statement: str, problem: str) -> None:
    """``verify`` answers no; every other command refuses to build on it, and changes nothing."""
    connection = sqlite3.connect(release)
    connection.execute(statement.replace("'{}'", "CAST('{}' AS BLOB)"))
    connection.commit()
    connection.close()
    before = release.read_bytes()

    verified = run("verify", release, "--json")

    assert verified.code == 1
    assert verified.json["unbroken"] is False
    assert any(problem in one.lower() for one in verified.json["problems"])
    for command in (
        ("show",),
        ("log",),
        ("set", "place=Bodø"),
        ("export", "-o", "a.docx", "--draft"),
    ):
        assert run(command[0], release, *command[1:]).code == 2
    assert release.read_bytes() == before


def test_without_a_key_nothing_is_signed(run: Run, sample: Path, tmp_path: Path) -> None:
    """No keyring and no key: exit 2, one sentence that names the ways, nothing written."""
    ran = run("import", sample, "-o", tmp_path / "a.pressdesk", key=None)

    assert ran.code == 2
    assert "pressdesk key new" in ran.err
    assert "PRESSDESK_KEY=session" in ran.err
    assert os.listdir(tmp_path) == []


def test_a_key_file_signs(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key file opened by its passphrase signs, and its key is one's own."""
    key, target = tmp_path / "my.key", tmp_path / "a.pressdesk"
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "tre små ærlige ord")

    assert run("key", "new", key).code == 0
    assert run("import", sample, "-o", target, "--key", key, key=None).code == 0
    verified = run("verify", target, "--key", key, "--json")
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "noe annet enn de ordene")
    wrong = run("export", target, "-o", tmp_path / "a.docx", "--draft", "--key", key, key=None)

    assert verified.json["unconfirmed_keys"] == 0
    assert wrong.code == 2
    assert "passphrase" in wrong.err
    assert not (tmp_path / "a.docx").exists()


def test_the_login_name_is_said(sample: Path, tmp_path: Path) -> None:
    """Whoever does not say who they are is told under which name they act; in a real process."""
    environment = os.environ | {
        "PRESSDESK_KEY": "session",
        "LOGNAME": "anna",
        "PYTHONPATH": str(Path(__file__).parents[3] / "src"),
    }

    done = subprocess.run(
        [sys.executable, "-m", "pressdesk.app", "import", sample, "-o", tmp_path / "a.pressdesk"],
        capture_output=True,
        check=False,
        env=environment,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    assert "anna" in done.stderr
    assert "Cleaned away" in done.stdout


def test_global_options_stand_before_or_after(run: Run, sample: Path, tmp_path: Path) -> None:
    """``--as`` behind the command's name counts as much as in front."""
    target = tmp_path / "a.pressdesk"

    run("import", sample, "-o", target, "--as", "Ola Li <ola@fjell.example>; Fjell")

    (first, *_) = run("log", target, "--json").json["events"]
    assert first["actor"] == "Ola Li <ola@fjell.example>; Fjell"
    assert run("show", target, "--as", "<nobody>").code == 0
    assert run("export", target, "-o", tmp_path, "--draft", "--as", "<nobody>").code == 2
