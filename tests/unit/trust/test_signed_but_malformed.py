"""What the owner of a key may sign and still not make into an event of format 1."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import pytest
import rfc8785

from pressdesk.domain.ledger import NO_PREVIOUS, Event, signed_bytes
from pressdesk.trust.verify import verify_events
from unit.trust.chains import KARI, KEYS, RELEASE

SALT = bytes(16)


@dataclass
class Forge:
    """Signs whatever it is given; every event fits the one before it."""

    events: list[Event] = field(default_factory=list)

    def add(
        self,
        kind: object = "Frozen",
        payload: bytes | None = b"{}",
        salt: bytes | None = SALT,
        **members: object,
    ) -> None:
        """Sign an event with these members in its header."""
        header = {
            "format": 1,
            "release": RELEASE,
            "seq": len(self.events) + 1,
            "prev": self.events[-1].hash if self.events else NO_PREVIOUS,
            "at": "2026-11-24T12:00:00.000000Z",
            "actor": "",
            "kind": kind,
            "payload_hash": hashlib.sha256((salt or b"") + (payload or b"")).hexdigest(),
            "key": KARI.key,
        }
        data = rfc8785.dumps(header | members)
        signature = KARI.sign(signed_bytes(data))
        self.events.append(
            Event(header_bytes=data, payload=payload, salt=salt, signature=signature)
        )

    def problems(self) -> list[tuple[str, int | None]]:
        """Return what verify says."""
        return [(one.code, one.event) for one in verify_events(self.events, KEYS).problems]


@pytest.fixture
def forge() -> Forge:
    forge = Forge()
    forge.add("ReleaseCreated")
    return forge


def test_what_the_forge_signs_is_good_unless_bent(forge: Forge) -> None:
    """The ground that the other tests stand on."""
    forge.add()

    assert forge.problems() == []


@pytest.mark.parametrize(
    "members",
    [
        {"format": 2},
        {"format": True},
        {"seq": "2"},
        {"seq": True},
        {"seq": 2.5},
        {"release": RELEASE.lower()},
        {"release": "../../x"},
        {"prev": None},
        {"prev": "A" * 64},
        {"at": "2026-02-30T12:00:00.000000Z"},
        {"at": "2026-11-24T24:00:00.000000Z"},
        {"at": "2026-11-24T12:00:00Z"},
        {"at": "0000-01-01T00:00:00.000000Z"},
        {"at": "٢٠٢٦-11-24T12:00:00.000000Z"},
        {"actor": 1},
        {"kind": "Invented"},
        {"kind": "Frozen\n"},
        {"kind": ["Frozen"]},
        {"payload_hash": "0"},
        {"key": {}},
        {"more": 1},
    ],
    ids=str,
)
def test_a_signed_header_of_another_shape_is_none(forge: Forge, members: dict[str, object]) -> None:
    """A good signature does not make a header."""
    forge.add(**members)
    forge.add()

    assert forge.problems() == [("header_malformed", 2)]


@pytest.mark.parametrize(
    "payload",
    [b"", b"[]", b'"x"', b"null", b"{} ", b'{"b":1,"a":2}', b'{"a":1.5}', b"\xff", b"[" * 90_000],
    ids=lambda payload: repr(payload[:12]),
)
def test_a_signed_payload_that_is_not_canonical_is_found(forge: Forge, payload: bytes) -> None:
    """Its hash fits, but readers could differ about what it says."""
    forge.add(payload=payload)

    assert forge.problems() == [("payload_malformed", 2)]


@pytest.mark.parametrize("salt", [b"", bytes(15), bytes(17)])
def test_a_signed_salt_of_another_length_is_found(forge: Forge, salt: bytes) -> None:
    """A byte must not be able to change sides between salt and payload."""
    forge.add(salt=salt)

    assert forge.problems() == [("salt_malformed", 2)]


@pytest.mark.parametrize(("payload", "salt"), [(None, SALT), (b"{}", None)])
def test_payload_and_salt_are_absent_together(
    forge: Forge, payload: bytes | None, salt: bytes | None
) -> None:
    """Half of it is neither withheld nor erased."""
    forge.add(payload=payload, salt=salt)

    assert forge.problems() == [("salt_malformed", 2)]


@pytest.mark.parametrize(
    ("named", "erased"),
    [
        ("[2]", 1),
        ("[2,2,2]", 1),
        ("[]", 0),
        ("[3]", 0),
        ("[4]", 0),
        ("[1]", 0),
        ('["2"]', 0),
        ("[[2]]", 0),
        ("[true]", 0),
        ("2", 0),
        ("null", 0),
    ],
)
def test_only_what_an_erasure_plainly_names_is_erased(
    forge: Forge, named: str, erased: int
) -> None:
    """Earlier events, by number; anything else stays withheld, and nothing breaks."""
    forge.add(payload=None, salt=None)
    forge.add("PayloadErased", f'{{"events":{named}}}'.encode())
    forge.add(payload=None, salt=None)

    found = verify_events(forge.events, KEYS)

    assert found.unbroken
    assert (found.withheld, found.erased) == (2 - erased, erased)


def test_an_event_of_another_release_is_found(forge: Forge) -> None:
    """Two releases do not share a chain."""
    forge.add(release="01J8Z3K5Q6R7S8T9V0W1X2Y3Z5")

    assert forge.problems() == [("release_differs", 2)]
