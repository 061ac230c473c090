"""Random changes to an exported ledger, by kind; each changes something, none is lawful."""

from __future__ import annotations

import base64
import copy
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import rfc8785

from pressdesk.domain.ledger import EventKind, signed_bytes
from unit.trust.chains import OTHER_RELEASE, STRANGER

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Document = dict[str, Any]
    Change = Callable[[Document, random.Random], None]

HEX = "0123456789abcdef"


def _another(words: str, place: int, alphabet: str, rng: random.Random) -> str:
    """Return ``words`` with another character at ``place``."""
    other = rng.choice([letter for letter in alphabet if letter != words[place]])
    return words[:place] + other + words[place + 1 :]


def _event(document: Document, rng: random.Random, *, has_payload: bool = False) -> Document:
    events = document["events"]
    return rng.choice([event for event in events if event["payload"] or not has_payload])


def _change_header(event: Document, **members: object) -> None:
    event["header"] = rfc8785.dumps(json.loads(event["header"]) | members).decode()


def change_payload(document: Document, rng: random.Random) -> None:
    event = _event(document, rng, has_payload=True)
    place = rng.randrange(len(event["payload"]))
    event["payload"] = _another(event["payload"], place, "abcæøå019 {}[],:\"'", rng)


def trade_payloads(document: Document, rng: random.Random) -> None:
    first, second = rng.sample([event for event in document["events"] if event["payload"]], 2)
    for name in ("payload", "salt"):
        first[name], second[name] = second[name], first[name]


def change_payload_and_its_hash(document: Document, rng: random.Random) -> None:
    event = _event(document, rng, has_payload=True)
    event["payload"] = rfc8785.dumps(json.loads(event["payload"]) | {"note": "endret"}).decode()
    digest = sha256(bytes.fromhex(event["salt"]) + event["payload"].encode()).hexdigest()
    _change_header(event, payload_hash=digest)


def drop_payload_or_salt(document: Document, rng: random.Random) -> None:
    _event(document, rng, has_payload=True)[rng.choice(["payload", "salt"])] = None


def change_salt(document: Document, rng: random.Random) -> None:
    event = _event(document, rng, has_payload=True)
    event["salt"] = _another(event["salt"], rng.randrange(32), HEX, rng)


def change_seq(document: Document, rng: random.Random) -> None:
    event = _event(document, rng)
    seq = json.loads(event["header"])["seq"]
    _change_header(event, seq=rng.choice([n for n in range(-1, 70) if n != seq]))


def change_prev(document: Document, rng: random.Random) -> None:
    event = _event(document, rng)
    prev = json.loads(event["header"])["prev"]
    _change_header(event, prev=_another(prev, rng.randrange(64), HEX, rng))


def change_signature(document: Document, rng: random.Random) -> None:
    event = _event(document, rng)
    raw = bytearray(base64.b64decode(event["signature"]))
    raw[rng.randrange(64)] ^= 1 << rng.randrange(8)
    event["signature"] = base64.b64encode(raw).decode()


def trade_signatures(document: Document, rng: random.Random) -> None:
    first, second = rng.sample(document["events"], 2)
    first["signature"], second["signature"] = second["signature"], first["signature"]


def change_header_member(document: Document, rng: random.Random) -> None:
    event = _event(document, rng)
    old = json.loads(event["header"])
    new = {
        "format": 2,
        "release": OTHER_RELEASE,
        "at": _another(old["at"], rng.choice([3, 18, 25]), "0123456789", rng),
        "actor": old["actor"].replace("Kari", "Kåre"),
        "kind": rng.choice([kind for kind in EventKind if kind != old["kind"]]),
        "payload_hash": _another(old["payload_hash"], rng.randrange(64), HEX, rng),
        "key": _another(old["key"], rng.randrange(64), HEX, rng),
        "more": 1,
    }
    name = rng.choice(list(new))
    _change_header(event, **{name: new[name]})


def spell_header_differently(document: Document, rng: random.Random) -> None:
    event = _event(document, rng)
    members = json.loads(event["header"])
    event["header"] = rng.choice(
        [
            json.dumps(members),
            event["header"] + " ",
            event["header"].replace("Kari", "\\u004bari"),
            event["header"][:-1] + ',"seq":1}',
        ]
    )


def leave_gap(document: Document, rng: random.Random) -> None:
    start = rng.randrange(len(document["events"]) - 1)
    del document["events"][start : min(start + rng.randint(1, 5), len(document["events"]) - 1)]


def swap_events(document: Document, rng: random.Random) -> None:
    events = document["events"]
    first, second = rng.sample(range(len(events)), 2)
    events[first], events[second] = events[second], events[first]


def move_event(document: Document, rng: random.Random) -> None:
    events = document["events"]
    old, new = rng.sample(range(len(events)), 2)
    events.insert(new, events.pop(old))


def insert_copy(document: Document, rng: random.Random) -> None:
    events = document["events"]
    events.insert(rng.randrange(len(events)), copy.deepcopy(rng.choice(events)))


def insert_forgery(document: Document, rng: random.Random) -> None:
    """Insert an event of a stranger that fits what stands before it, in number too."""
    events = document["events"]
    place = rng.randrange(1, len(events))
    forged = copy.deepcopy(events[place])
    _sign_as_stranger(document, forged)
    events.insert(place, forged)


def sign_again(document: Document, rng: random.Random) -> None:
    """Put a stranger's name and signature on an event that others follow."""
    _sign_as_stranger(document, rng.choice(document["events"][:-1]))


def _sign_as_stranger(document: Document, event: Document) -> None:
    _change_header(event, key=STRANGER.key)
    signature = STRANGER.sign(signed_bytes(event["header"].encode()))
    event["signature"] = base64.b64encode(signature).decode()
    document["keys"][STRANGER.key] = base64.b64encode(STRANGER.public).decode()


def change_key(document: Document, rng: random.Random) -> None:
    keys = document["keys"]
    key = rng.choice(sorted(keys))
    match rng.randrange(3):
        case 0:
            del keys[key]
        case 1:
            keys[_another(key, rng.randrange(64), HEX, rng)] = keys.pop(key)
        case _:
            raw = bytearray(base64.b64decode(keys[key]))
            raw[rng.randrange(32)] ^= 1 << rng.randrange(8)
            keys[key] = base64.b64encode(raw).decode()


def list_foreign_key(document: Document, rng: random.Random) -> None:
    public = rng.randbytes(32)
    document["keys"][sha256(public).hexdigest()] = base64.b64encode(public).decode()


def change_head(document: Document, rng: random.Random) -> None:
    name = rng.choice(["head", "head_code", "release"])
    alphabet = HEX if name == "head" else "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    places = [place for place, letter in enumerate(document[name]) if letter != "-"]
    document[name] = _another(document[name], rng.choice(places[1:]), alphabet, rng)


IN_THE_CHAIN: tuple[Change, ...] = (
    change_payload,
    trade_payloads,
    change_payload_and_its_hash,
    drop_payload_or_salt,
    change_salt,
    change_seq,
    change_prev,
    change_signature,
    trade_signatures,
    change_header_member,
    spell_header_differently,
    leave_gap,
    swap_events,
    move_event,
    insert_copy,
    insert_forgery,
    sign_again,
    change_key,
)
"""Changes that a workspace can suffer as well as a document."""
IN_THE_DOCUMENT: tuple[Change, ...] = (list_foreign_key, change_head)


def change_bytes(data: bytes, rng: random.Random) -> bytes:
    """Return the text of a document with one byte changed, removed, added, or the end cut off."""
    place = rng.randrange(len(data))
    match rng.randrange(4):
        case 0:
            other = rng.choice([byte for byte in range(256) if byte != data[place]])
            return data[:place] + bytes([other]) + data[place + 1 :]
        case 1:
            return data[:place] + data[place + 1 :]
        case 2:
            return data[:place] + rng.choice([b" ", b"\n", b"0", b'"', b"\xff"]) + data[place:]
        case _:
            return data[:place]
