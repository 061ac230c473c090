"""Headers and events: one form, built and parsed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.ids import Digest, KeyId, ReleaseId
from pressdesk.domain.ledger import (
    NO_PREVIOUS,
    PAYLOAD_TYPE,
    Event,
    EventKind,
    Header,
    LedgerWriter,
    payload_hash,
    signed_bytes,
)
from pressdesk.domain.payloads import Exported, PayloadErased, ReleaseCreated, RevisionSaved

RELEASE = ReleaseId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z4")
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
digests = st.binary(min_size=32, max_size=32).map(lambda raw: Digest(raw.hex()))
actors = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
headers = st.builds(
    Header,
    release=st.just(RELEASE),
    seq=st.integers(1, 10**6),
    prev=digests,
    at=st.datetimes(datetime(2000, 1, 1), timezones=st.just(UTC)),
    actor=actors,
    kind=st.sampled_from(EventKind),
    payload_hash=digests,
    key=digests.map(KeyId),
)


class Signing:
    """A key whose signatures can be read."""

    key = KeyId("5" * 64)
    public = b"\x05" * 32

    def sign(self, message: bytes) -> bytes:
        """Return what was signed, named."""
        return b"signed:" + message


WRITER = LedgerWriter(
    actor="Åse", signer=Signing(), clock=lambda: AT, random_bytes=lambda n: b"\x0a" * n
)


def written(kind: EventKind = EventKind.RELEASE_CREATED) -> Event:
    return WRITER.write(
        release=RELEASE, seq=1, prev=NO_PREVIOUS, kind=kind, payload={"b": 1, "a": "å"}
    )


@given(headers)
def test_a_header_comes_back_as_it_was(header: Header) -> None:
    """Through its canonical bytes."""
    assert Header.parse(header.to_bytes()) == header
    assert header.to_bytes() == rfc8785.dumps(json.loads(header.to_bytes()))


@given(headers, st.data())
def test_a_header_has_one_spelling(header: Header, data: st.DataObject) -> None:
    """Every other spelling of the same members is refused, so the bytes verified are parsed."""
    members = json.loads(header.to_bytes())
    shuffled = dict(data.draw(st.permutations(list(members.items()))))
    other = json.dumps(shuffled, ensure_ascii=data.draw(st.booleans())).encode()

    with pytest.raises(ValueError, match="not canonical"):
        Header.parse(other)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": True},
        {"seq": 1.0},
        {"seq": "1"},
        {"seq": True},
        {"seq": 10**20},
        {"kind": "Invented"},
        {"at": "2026-11-24T12:00:00Z"},
        {"actor": None},
        {"actor": "\ud800"},
        {"more": 1},
        {"key": None},
    ],
    ids=str,
)
def test_a_header_of_another_shape_is_refused(change: dict[str, object]) -> None:
    """Unknown formats, kinds and members, and values of another type."""
    members = json.loads(written().header_bytes) | change

    with pytest.raises(ValueError):  # each has its own words
        Header.parse(json.dumps(members, sort_keys=True, separators=(",", ":")).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"a":' * 100_000])
def test_what_is_no_header_is_refused(data: bytes) -> None:
    """A bent ledger is a ValueError, deep nests included."""
    with pytest.raises(ValueError):  # each has its own words
        Header.parse(data)


def test_an_event_is_built_as_the_format_says() -> None:
    """By hand: payload hash over salt and canonical payload, signature over DSSE's encoding."""
    event = written()

    salt, payload = b"\x0a" * 16, '{"a":"å","b":1}'.encode()
    expected = {
        "format": 1,
        "release": RELEASE,
        "seq": 1,
        "prev": "0" * 64,
        "at": "2026-11-24T12:00:00.000000Z",
        "actor": "Åse",
        "kind": "ReleaseCreated",
        "payload_hash": hashlib.sha256(salt + payload).hexdigest(),
        "key": "5" * 64,
    }
    assert (event.payload, event.salt) == (payload, salt)
    assert json.loads(event.header_bytes) == expected
    assert event.hash == hashlib.sha256(event.header_bytes).hexdigest()
    assert event.signature == b"signed:" + signed_bytes(event.header_bytes)
    assert payload_hash(payload, salt) == event.header.payload_hash


def test_the_signed_bytes_say_what_they_are() -> None:
    """DSSE: version, lengths in bytes, type, header."""
    assert signed_bytes("å".encode()) == (
        b"DSSEv1 45 application/vnd.pressdesk.event+json;format=1 2 \xc3\xa5"
    )
    assert len(PAYLOAD_TYPE) == 45


def test_a_header_is_parsed_once_and_does_not_count_in_comparison() -> None:
    """Reading a header changes nothing that can be seen; a copy with other bytes parses anew."""
    event = written()
    untouched = written()

    assert event.header is event.header
    assert event == untouched
    assert hash(event) == hash(untouched)
    assert "_header" not in repr(event)
    other = replace(event, header_bytes=event.header_bytes.replace("Åse".encode(), b"Ola"))
    assert other.header.actor == "Ola"


@pytest.mark.parametrize(
    "payload",
    [
        ReleaseCreated(release=RELEASE, source_name=None, source_sha256=None, pen=None),
        ReleaseCreated(release=RELEASE, source_name="å.txt", source_sha256=Digest("a"), pen="p"),
        RevisionSaved(number=1, name="", contents=(("nb", Digest("a" * 64)),)),
        RevisionSaved(number=2, name="Å", contents=(("en", Digest("b")), ("nb", Digest("a")))),
    ],
    ids=lambda payload: type(payload).__name__,
)
def test_payloads_come_back_as_they_were(payload: ReleaseCreated | RevisionSaved) -> None:
    """And refuse what they do not know."""
    members = payload.to_json()

    assert type(payload).from_json(members) == payload
    for bent in (members | {"more": 1}, dict(list(members.items())[1:]), [], None):
        with pytest.raises(ValueError):  # each has its own words
            type(payload).from_json(bent)


def test_a_revision_whose_name_does_not_fit_is_refused() -> None:
    """Its hash is that of its contents."""
    members = RevisionSaved(number=1, name="", contents=(("nb", Digest("a")),)).to_json()

    with pytest.raises(ValueError, match="does not fit"):
        RevisionSaved.from_json(members | {"contents": {"nb": "b"}})
    with pytest.raises(ValueError, match="not an object"):
        RevisionSaved.from_json(members | {"contents": []})


def test_payloads_that_are_only_written_say_what_they_hold() -> None:
    """Exports and erasures."""
    exported = Exported(
        format="docx",
        is_draft=True,
        language="nb",
        file_name="å.docx",
        sha256=Digest("a"),
        revision=1,
    )

    assert exported.to_json() == {
        "format": "docx",
        "is_draft": True,
        "language": "nb",
        "file_name": "å.docx",
        "sha256": "a",
        "revision": 1,
    }
    assert PayloadErased(events=(2, 3), reason="x").to_json() == {"events": [2, 3], "reason": "x"}
