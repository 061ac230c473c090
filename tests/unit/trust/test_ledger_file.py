"""The exported ledger: the same bytes every time, and nothing in it that is not needed."""

from __future__ import annotations

import pytest

from pressdesk.trust import verifier
from pressdesk.trust.ledger_file import export_document
from unit.trust.chains import KARI, KEYS, OLA, RELEASE, STRANGER, Ledger, sample_ledger


@pytest.fixture(scope="module")
def sample() -> Ledger:
    return sample_ledger(length=41)


def test_the_same_ledger_is_the_same_file(sample: Ledger) -> None:
    """Whatever the order in which the keys are held."""
    turned = dict(reversed(sample.keys.items()))

    data = export_document(RELEASE, sample.events, sample.keys)

    assert data == export_document(RELEASE, sample.events, turned)
    assert data.endswith(b"}\n")
    assert data.count(b"\n") == 1


def test_what_was_exported_is_what_is_verified(sample: Ledger) -> None:
    """Every byte of every event comes back out of the file."""
    document = verifier.read_document(export_document(RELEASE, sample.events, sample.keys))

    assert document.release == RELEASE
    assert document.keys == KEYS
    assert [(one.header, one.payload, one.salt, one.signature) for one in document.records] == [
        (one.header_bytes, one.payload, one.salt, one.signature) for one in sample.events
    ]
    assert verifier.check_document(document).is_expected


def test_only_keys_that_events_name_leave_the_house(sample: Ledger) -> None:
    """The key table of a workspace may hold more."""
    keys = sample.keys | {STRANGER.key: STRANGER.public}

    document = verifier.read_document(export_document(RELEASE, sample.events[:4], keys))

    assert set(document.keys) == {KARI.key}


def test_a_key_that_is_not_there_is_left_to_the_verifier(sample: Ledger) -> None:
    """A bent workspace can be exported, and is found broken."""
    data = export_document(RELEASE, sample.events, {OLA.key: OLA.public})

    found = verifier.check_document(verifier.read_document(data))

    assert [(one.code, one.event) for one in found.problems] == [("key_missing", 1)]


def test_an_empty_ledger_is_no_file() -> None:
    """There is no head to name."""
    with pytest.raises(ValueError, match="at least one event"):
        export_document(RELEASE, [], {})
