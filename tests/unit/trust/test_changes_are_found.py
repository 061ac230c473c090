"""Done-when 5 of issue 2: what both verifiers find, and what only a head code tells."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.codes import head_code
from pressdesk.trust import verifier
from pressdesk.trust.heads import Heads
from pressdesk.trust.ledger_file import export_document
from pressdesk.trust.verify import verify_events
from unit.trust.chains import (
    ERASED,
    KARI,
    KEYS,
    OLA,
    RELEASE,
    WITHHELD,
    Ledger,
    rewritten,
    sample_ledger,
    to_bytes,
    to_events,
    without_payload,
)
from unit.trust.changes import IN_THE_CHAIN, IN_THE_DOCUMENT, change_bytes

if TYPE_CHECKING:
    from types import ModuleType

CHANGES = 1_000
IN_OWN_PROCESS = 20


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return sample_ledger()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return the stand-alone verifier, copied to where nothing of PressDesk is."""
    return Path(shutil.copy(verifier.__file__, tmp_path / "verifier.py"))


@pytest.fixture
def alone(copied: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the copy as a module of its own."""
    spec = importlib.util.spec_from_file_location("verifier_alone", copied)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "verifier_alone", module)  # dataclasses looks there
    spec.loader.exec_module(module)
    return module


def status(module: ModuleType, *arguments: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return module.main(arguments)


def in_own_process(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", str(script), *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=script.parent,
    )


def test_a_thousand_random_changes_are_found_by_both_verifiers(
    ledger: Ledger,
    alone: ModuleType,
    copied: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every change inside the chain, to the keys or to the file is found; seed 2026."""
    rng = random.Random(2026)
    kinds = [*IN_THE_CHAIN, *IN_THE_DOCUMENT, None]
    made, by_the_file, by_the_app, applied = Counter(), Counter(), Counter(), Counter()
    good, target = export_document(RELEASE, ledger.events, ledger.keys), tmp_path / "X.ledger.json"
    target.write_bytes(good)
    assert status(alone, str(target)) == 0
    assert verify_events(ledger.events, ledger.keys).is_expected

    for number in range(CHANGES):
        change = kinds[number % len(kinds)]
        name = change.__name__ if change else "change_bytes"
        document = ledger.document()
        if change:
            change(document, rng)
        data = to_bytes(document) if change else change_bytes(good, rng)
        assert data != good
        target.write_bytes(data)
        made[name] += 1
        found = status(alone, str(target))
        by_the_file[name] += found in (1, 2)
        if number % (CHANGES // IN_OWN_PROCESS) == 0:
            answer = in_own_process(copied, str(target))
            assert answer.returncode == found
            assert "Traceback" not in answer.stderr
        if change in IN_THE_CHAIN:
            applied[name] += 1
            by_the_app[name] += not verify_events(*to_events(document)).unbroken

    with capsys.disabled():
        sys.stdout.write(f"\n{'change':<30}{'made':>6}{'alone':>7}{'app':>5}\n")
        for name, count in made.items():
            app = by_the_app[name] if name in applied else "–"
            sys.stdout.write(f"{name:<30}{count:>6}{by_the_file[name]:>7}{app:>5}\n")
        sys.stdout.write(
            f"{'all':<30}{made.total():>6}{by_the_file.total():>7}{by_the_app.total():>5}\n"
        )
    assert made.total() == CHANGES
    assert by_the_file == made
    assert by_the_app == applied


@pytest.mark.parametrize("length", [1, 2, 30, 59])
def test_a_cut_tail_shows_only_against_what_was_seen(
    ledger: Ledger, alone: ModuleType, tmp_path: Path, length: int
) -> None:
    """Shorter is unbroken by itself; a head code, or the note kept here, tells."""
    code = head_code(ledger.head)
    cut = ledger.cut(length)
    target = tmp_path / "X.ledger.json"
    target.write_bytes(to_bytes(cut.document()))
    heads = Heads(tmp_path / "heads")
    heads.remember(RELEASE, 60, ledger.head)

    by_itself = verify_events(cut.events, cut.keys)
    against = verify_events(cut.events, cut.keys, head_code=code, seen=heads.last_seen(RELEASE))

    assert by_itself.is_expected
    assert against.unbroken
    assert not against.is_expected
    assert [one.code for one in against.problems] == ["head_not_found", "shorter_than_seen"]
    assert status(alone, str(target)) == 0
    assert status(alone, str(target), "--head", code) == 1


@pytest.mark.parametrize("first", [2, 30, 60])
def test_a_history_signed_again_by_its_owner_shows_only_against_what_was_seen(
    alone: ModuleType, tmp_path: Path, first: int
) -> None:
    """Whoever holds the key can write another history, but not one with the codes sent out."""
    ledger = sample_ledger()
    other = rewritten(ledger.events, first, KARI)
    code = head_code(ledger.head)
    target = tmp_path / "X.ledger.json"
    target.write_bytes(export_document(RELEASE, other, KEYS))
    heads = Heads(tmp_path / "heads")
    heads.remember(RELEASE, 60, ledger.head)

    by_itself = verify_events(other, KEYS)
    against = verify_events(other, KEYS, head_code=code, seen=heads.last_seen(RELEASE))

    assert by_itself.is_expected
    assert [one.code for one in against.problems] == ["head_not_found", "differs_from_seen"]
    assert status(alone, str(target)) == 0
    assert status(alone, str(target), "--head", code) == 1


def test_a_history_that_went_on_is_found_against_no_earlier_head(
    ledger: Ledger, alone: ModuleType, tmp_path: Path
) -> None:
    """The code of an earlier head is in the chain, and verify says where; typed as people do."""
    code = head_code(ledger.events[16].hash)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    target = tmp_path / "X.ledger.json"
    target.write_bytes(to_bytes(ledger.document()))
    heads = Heads(tmp_path / "heads")
    heads.remember(RELEASE, 17, ledger.events[16].hash)

    found = verify_events(
        ledger.events, ledger.keys, head_code=typed, seen=heads.last_seen(RELEASE)
    )

    assert found.is_expected
    assert found.head_found_at == 17
    assert status(alone, str(target), "--head", typed) == 0


def test_withheld_and_erased_payloads_verify_and_are_counted_as_such(ledger: Ledger) -> None:
    """The chain holds without the payloads; erased is what a later event says was erased."""
    found = verify_events(ledger.events, ledger.keys)

    assert found.unbroken
    assert (found.withheld, found.erased) == (len(WITHHELD), len(ERASED))


def test_any_payload_may_be_withheld(ledger: Ledger) -> None:
    """Also that of the erasure: then nobody can tell erased from withheld."""
    bare = [without_payload(event) for event in ledger.events]

    found = verify_events(bare, ledger.keys)

    assert found.unbroken
    assert (found.withheld, found.erased) == (60, 0)
    assert found.head == ledger.head


def test_keys_nobody_confirmed_are_counted_and_break_nothing(ledger: Ledger) -> None:
    """Two people signed; each key that was not confirmed is one key, however often it signed."""
    assert len(verify_events(ledger.events, ledger.keys).unconfirmed_keys) == 2

    one = verify_events(ledger.events, ledger.keys, confirmed={KARI.key})
    both = verify_events(ledger.events, ledger.keys, confirmed={KARI.key, OLA.key})

    assert one.unbroken
    assert one.unconfirmed_keys == (OLA.key,)
    assert both.unconfirmed_keys == ()


def test_problems_name_the_event_and_one_gap_is_one_gap(ledger: Ledger) -> None:
    """A missing event is said once, where it is missing, not for every event after it."""
    events = [event for event in ledger.events if event.header.seq != 12]

    found = verify_events(events, ledger.keys)

    assert [(one.code, one.event) for one in found.problems] == [
        ("seq_wrong", 12),
        ("prev_wrong", 12),
    ]


def test_a_ledger_kept_under_another_release_is_found(ledger: Ledger) -> None:
    """The events say which release they belong to."""
    found = verify_events(ledger.events, ledger.keys, release="01J8Z3K5Q6R7S8T9V0W1X2Y3ZZ")

    assert [one.code for one in found.problems] == ["release_wrong"]


def test_a_ledger_does_not_begin_in_the_middle_or_with_nothing(ledger: Ledger) -> None:
    """No event at all, and a first event that creates nothing, are both broken."""
    (first, *_) = ledger.events
    body = replace(first, header_bytes=first.header_bytes.replace(b"ReleaseCreated", b"Frozen"))

    assert [one.code for one in verify_events([], {}).problems] == ["no_events"]
    assert "not_created_first" in {one.code for one in verify_events([body], KEYS).problems}
