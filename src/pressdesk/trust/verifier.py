"""Verify a PressDesk ledger, with or without PressDesk.

``python verifier.py X.ledger.json [--head CODE] [--confirmed KEY]... [--json]`` needs Python 3.11
and the packages ``cryptography`` and ``rfc8785``; this file may be copied anywhere. Exit status:
0 unbroken, 1 broken or not the history that was asked for, 2 the file could not be read.
Source: ARCHITECTURE.md, "The ledger file".
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 32
MAX_STRUCTURE = 4 * 1024 * 1024
"""How much of JSON may be anything but strings; a few bytes there cost many in memory."""
SALT_BYTES = 16
NO_PREVIOUS = "0" * 64
PAYLOAD_TYPE = b"application/vnd.pressdesk.event+json;format=1"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS = (
    "ReleaseCreated|RevisionSaved|RoundOpened|DeadlineMoved|ReminderMade|ResponseReceived|"
    "ProposalsDecided|ApprovalGiven|ApprovalWithdrawn|ApproverChanged|DelegateAuthorised|"
    "CommentAdded|CommentResolved|RoundClosed|PenPassed|PartnerChanged|KeyPinned|KeyRevoked|"
    "Frozen|Overridden|Exported|Published|Corrected|PayloadErased"
)

BREAKS = {
    "no_events": "The ledger holds no events.",
    "header_malformed": "Event {event}: its header is not a canonical header of format 1.",
    "seq_wrong": "Event {event}: its number does not follow the one before;"
    " an event is missing, doubled or out of place.",
    "prev_wrong": "Event {event}: it does not continue the event before it.",
    "release_differs": "Event {event}: it belongs to another release than the first event.",
    "not_created_first": "Event {event}: a ledger begins with ReleaseCreated.",
    "payload_malformed": "Event {event}: its payload is not an object in canonical JSON.",
    "payload_changed": "Event {event}: its payload and salt do not fit the hash in its header.",
    "salt_malformed": "Event {event}: a payload comes with a salt of 16 bytes, or both are absent.",
    "key_missing": "Event {event}: the public key to check it with is not there.",
    "key_wrong": "Event {event}: the public key given for it is another one than it names.",
    "signature_wrong": "Event {event}: its signature does not fit.",
    "release_wrong": "The events belong to another release than was said.",
    "head_wrong": "The head that the file names is not its last event.",
    "head_code_wrong": "The head code that the file names does not fit its last event.",
    "key_unused": "The file lists a key that no event uses.",
    "text_altered": "The text of the version in event {event} is missing or was changed.",
}
"""What breaks a ledger, as English sentences."""
DOUBTS = {
    "head_not_found": "The head code is not in this ledger: it was cut short or rewritten.",
    "shorter_than_seen": "The ledger ends before event {event}, which was seen here earlier.",
    "differs_from_seen": "Event {event} is another one than was seen here earlier.",
    "seen_unreadable": "The note of what was seen here earlier is damaged, so it was not compared.",
}
"""What a ledger that is unbroken by itself is suspected for; the last one is only a notice."""
REFUSALS = {
    "file_unreadable": "The file could not be read: {detail}.",
    "too_large": "The file is larger than 64 MB, which no ledger is.",
    "not_canonical": "The file is not in the exact form that PressDesk writes;"
    " it was damaged or reformatted, or is no ledger.",
    "other_format": "The file is written in another format than this verifier knows (1).",
    "not_a_ledger": "The file is not a ledger of format 1: {detail}.",
    "packages_missing": "This verifier needs the Python packages cryptography and rfc8785.",
}

_HEX64 = re.compile(r"[0-9a-f]{64}")
_HEADER_FORMS = {
    "release": re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}"),
    "prev": _HEX64,
    "at": re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z"
    ),
    "actor": re.compile(r".*", re.DOTALL),
    "kind": re.compile(KINDS),
    "payload_hash": _HEX64,
    "key": _HEX64,
}
_STRINGS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_HEADER_MEMBERS = {"format", "seq", *_HEADER_FORMS}
_MISREAD = str.maketrans("OIL", "011", "- \t\u00a0\u2010\u2011\u2013")


class Unreadable(Exception):
    """Nothing that can be verified. ``code`` is one of ``REFUSALS``."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(REFUSALS[code].format(detail=detail))
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One event as stored; payload and salt are None where they were withheld or erased."""

    header: bytes
    payload: bytes | None
    salt: bytes | None
    signature: bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a code of ``BREAKS`` or ``DOUBTS``. ``event`` counts from 1, None for no one."""

    code: str
    event: int | None = None

    def __str__(self) -> str:
        return (BREAKS | DOUBTS)[self.code].format(event=self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found. ``hashes`` are the events' in order; the last one is the head.

    Shape: keys are sorted ids. ``head_found_at`` is the event whose head code was asked for.
    """

    release: str | None
    hashes: tuple[str, ...]
    problems: tuple[Problem, ...]
    withheld: int
    erased: int
    keys: tuple[str, ...]
    unconfirmed_keys: tuple[str, ...]
    head_found_at: int | None

    @property
    def unbroken(self) -> bool:
        """Whether the chain holds by itself."""
        return not any(problem.code in BREAKS for problem in self.problems)

    @property
    def is_expected(self) -> bool:
        """Whether it also is the history that was seen or asked for: the command's yes or no."""
        return all(problem.code == "seen_unreadable" for problem in self.problems)

    @property
    def events(self) -> int:
        """How many there are."""
        return len(self.hashes)

    @property
    def head(self) -> str | None:
        """The hash of the last event."""
        return self.hashes[-1] if self.hashes else None

    @property
    def head_code(self) -> str | None:
        """The head, short enough to be read aloud."""
        return head_code(self.hashes[-1]) if self.hashes else None

    def with_problems(self, *problems: Problem) -> Verification:
        """Return the same with more problems."""
        return replace(self, problems=self.problems + problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a ``.ledger.json`` file says, not yet verified."""

    release: str
    head: str
    head_code: str
    keys: Mapping[str, bytes]
    records: tuple[Record, ...]


def head_code(digest: str) -> str:
    """Return the first 100 bits of a hash as ``XXXX-XXXX-XXXX-XXXX-XXXX``."""
    bits = int(digest, 16) >> 156
    code = "".join(ALPHABET[bits >> 5 * place & 31] for place in range(19, -1, -1))
    return "-".join(code[start : start + 4] for start in range(0, 20, 4))


def signed_bytes(header: bytes) -> bytes:
    """Return what is signed: DSSE's pre-authentication encoding of the header."""
    return b"DSSEv1 %d %s %d %s" % (len(PAYLOAD_TYPE), PAYLOAD_TYPE, len(header), header)


def check_chain(
    records: Sequence[Record],
    keys: Mapping[str, bytes],
    *,
    confirmed: AbstractSet[str] = frozenset(),
    wanted_head: str | None = None,
) -> Verification:
    """Return what is wrong with a ledger, all of it, in order.

    Shape: ``keys`` gives raw public keys by id, more than needed if need be; ``wanted_head`` is
    a head code as somebody typed it.
    """
    chain = _Chain(keys=keys)
    for position, record in enumerate(records, start=1):
        chain.add(position, record)
    if not records:
        chain.problems.append(Problem("no_events"))
    found_at = _find_head(chain.hashes, wanted_head) if wanted_head is not None else None
    if wanted_head is not None and found_at is None:
        chain.problems.append(Problem("head_not_found"))
    erased = len(chain.absent & chain.named_erased)
    return Verification(
        release=chain.release,
        hashes=tuple(chain.hashes),
        problems=tuple(chain.problems),
        withheld=len(chain.absent) - erased,
        erased=erased,
        keys=tuple(sorted(chain.public_keys)),
        unconfirmed_keys=tuple(sorted(chain.public_keys.keys() - confirmed)),
        head_found_at=found_at,
    )


def check_document(
    document: Document, *, confirmed: AbstractSet[str] = frozenset(), wanted_head: str | None = None
) -> Verification:
    """Return what is wrong with a document: with its chain, and with what it says about it."""
    found = check_chain(
        document.records, document.keys, confirmed=confirmed, wanted_head=wanted_head
    )
    faults = {
        "release_wrong": document.release != found.release,
        "head_wrong": document.head != found.head,
        "head_code_wrong": document.head_code != found.head_code,
        "key_unused": not document.keys.keys() <= set(found.keys),
    }
    return found.with_problems(*(Problem(code) for code, is_so in faults.items() if is_so))


def read_document(data: bytes) -> Document:
    """Return what the bytes of a ``.ledger.json`` file say.

    Raises:
        Unreadable: not exactly what PressDesk writes.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("too_large")
    try:
        members = parse_canonical(data.removesuffix(b"\n"))
    except ValueError as error:
        raise Unreadable("not_canonical") from error
    if not data.endswith(b"\n") or not isinstance(members, dict):
        raise Unreadable("not_canonical")
    if members.get("format") != FORMAT or isinstance(members["format"], bool):
        raise Unreadable("other_format" if "format" in members else "not_canonical")
    try:
        return _document(members)
    except ValueError as error:
        raise Unreadable("not_a_ledger", str(error)) from error


def parse_canonical(data: bytes) -> object:
    """Return the value of canonical JSON without fractions; ValueError for anything else.

    Equal bytes after writing also means: no member twice, no other spelling of the same value.
    """
    text = data.decode("utf-8")
    if len(data) > MAX_STRUCTURE:
        _check_structure(data)
    try:
        value: object = _DECODER.decode(text)
        if data.count(b"[") + data.count(b"{") > MAX_DEPTH and _is_too_deep(value):
            raise ValueError("nested too deeply")
        is_canonical = _ENCODER.encode(value) == text and _is_in_basic_plane(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not is_canonical and not _is_canonical_by_the_book(value, data):
        raise ValueError("not canonical JSON")
    return value


@dataclass(slots=True, kw_only=True)
class _Chain:
    """What has been seen of a chain so far."""

    keys: Mapping[str, bytes]
    release: str | None = None
    next_seq: int = 1
    hashes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    absent: set[int] = field(default_factory=set)
    named_erased: set[int] = field(default_factory=set)
    public_keys: dict[str, Ed25519PublicKey | None] = field(default_factory=dict)

    def add(self, position: int, record: Record) -> None:
        """Check the next event."""
        prev = self.hashes[-1] if self.hashes else NO_PREVIOUS
        self.hashes.append(hashlib.sha256(record.header).hexdigest())
        header = _parse_header(record.header)
        if header is None:
            self._check_payload(position, record, None)
            self.problems.append(Problem("header_malformed", position))
            self.next_seq += 1
            return
        self.release = self.release or header.release
        faults = {
            "seq_wrong": header.seq != self.next_seq,
            "prev_wrong": header.prev != prev,
            "release_differs": header.release != self.release,
            "not_created_first": position == 1 and header.kind != "ReleaseCreated",
        }
        self.problems += [Problem(code, position) for code, is_so in faults.items() if is_so]
        self.next_seq = header.seq + 1
        self._check_payload(position, record, header)
        self._check_signature(position, record, header)

    def _check_payload(self, position: int, record: Record, header: _Header | None) -> None:
        if record.payload is None:
            self.absent.add(position)
        if record.payload is None or record.salt is None:
            if record.payload is not record.salt:
                self.problems.append(Problem("salt_malformed", position))
            return
        if len(record.salt) != SALT_BYTES:
            self.problems.append(Problem("salt_malformed", position))
        if header is None:
            return
        if hashlib.sha256(record.salt + record.payload).hexdigest() != header.payload_hash:
            self.problems.append(Problem("payload_changed", position))
            return
        try:
            payload = parse_canonical(record.payload)
        except ValueError:
            payload = None
        if not isinstance(payload, dict):
            self.problems.append(Problem("payload_malformed", position))
        elif header.kind == "PayloadErased" and isinstance(named := payload.get("events"), list):
            self.named_erased |= {seq for seq in named if type(seq) is int and seq < position}

    def _check_signature(self, position: int, record: Record, header: _Header) -> None:
        from cryptography.exceptions import InvalidSignature

        if header.key not in self.public_keys:
            self.public_keys[header.key] = self._load_key(position, header.key)
        public = self.public_keys[header.key]
        if public is None:
            return
        try:
            public.verify(record.signature, signed_bytes(record.header))
        except InvalidSignature:
            self.problems.append(Problem("signature_wrong", position))

    def _load_key(self, position: int, key: str) -> Ed25519PublicKey | None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        raw = self.keys.get(key)
        if raw is None:
            self.problems.append(Problem("key_missing", position))
        elif len(raw) != 32 or hashlib.sha256(raw).hexdigest() != key:  # noqa: PLR2004  # bytes
            self.problems.append(Problem("key_wrong", position))
        else:
            return Ed25519PublicKey.from_public_bytes(raw)
        return None


@dataclass(frozen=True, slots=True)
class _Header:
    release: str
    seq: int
    prev: str
    kind: str
    payload_hash: str
    key: str


def _parse_header(data: bytes) -> _Header | None:
    try:
        members = parse_canonical(data)
    except ValueError:
        return None
    if not isinstance(members, dict) or members.keys() != _HEADER_MEMBERS:
        return None
    seq = members["seq"]
    if type(members["format"]) is not int or members["format"] != FORMAT or type(seq) is not int:
        return None
    for name, form in _HEADER_FORMS.items():
        if not isinstance(members[name], str) or not form.fullmatch(members[name]):
            return None
    try:
        datetime.fromisoformat(members["at"])
    except ValueError:
        return None
    names = ("release", "seq", "prev", "kind", "payload_hash", "key")
    return _Header(*(members[name] for name in names))


def _find_head(hashes: Sequence[str], typed: str) -> int | None:
    wanted = typed.upper().translate(_MISREAD)
    codes = (head_code(digest).replace("-", "") for digest in hashes)
    return next((place for place, code in enumerate(codes, start=1) if code == wanted), None)


def _document(members: dict[str, object]) -> Document:
    _expect_members(members, {"format", "release", "head", "head_code", "keys", "events"})
    keys, events = members["keys"], members["events"]
    if not isinstance(keys, dict) or not isinstance(events, list):
        raise ValueError("keys is no object or events is no list")
    return Document(
        release=_string(members["release"]),
        head=_string(members["head"]),
        head_code=_string(members["head_code"]),
        keys={key: _from_base64(value) for key, value in keys.items()},
        records=tuple(_record(event) for event in events),
    )


def _record(event: object) -> Record:
    if not isinstance(event, dict):
        raise ValueError("an event is no object")
    _expect_members(event, {"header", "payload", "salt", "signature"})
    payload, salt = event["payload"], event["salt"]
    return Record(
        header=_string(event["header"]).encode("utf-8"),
        payload=None if payload is None else _string(payload).encode("utf-8"),
        salt=None if salt is None else _from_hex(salt),
        signature=_from_base64(event["signature"]),
    )


def _expect_members(value: dict[str, object], names: set[str]) -> None:
    if value.keys() != names:
        raise ValueError("a member is missing or unknown")


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a value is no string")
    return value


def _from_hex(value: object) -> bytes:
    words = _string(value)
    if not re.fullmatch(r"(?:[0-9a-f]{2})*", words):
        raise ValueError("a salt is not in lower-case hexadecimal")
    return bytes.fromhex(words)


def _from_base64(value: object) -> bytes:
    words = _string(value).encode("utf-8")
    try:
        data = base64.b64decode(words, validate=True)
    except binascii.Error as error:
        raise ValueError("a value is not in base64") from error
    if base64.b64encode(data) != words:
        raise ValueError("a value is not in canonical base64")
    return data


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(number := int(digits)) >= 2**53:  # noqa: PLR2004  # RFC 8785
        raise ValueError("an integer beyond what JSON carries exactly")
    return number


def _refuse(words: str) -> NoReturn:
    raise ValueError(f"a number that is no integer: {words[:20]}")


_DECODER = json.JSONDecoder(parse_int=_integer, parse_float=_refuse, parse_constant=_refuse)
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def _check_structure(data: bytes) -> None:
    outside_strings = len(data)
    for number, string in enumerate(_STRINGS.finditer(data)):
        outside_strings -= string.end() - string.start()
        if number * 4 > MAX_STRUCTURE:
            raise ValueError("too many strings")
    if outside_strings > MAX_STRUCTURE:
        raise ValueError("too many values")


def _is_too_deep(value: object) -> bool:
    layer = [value]
    for _ in range(MAX_DEPTH):
        nested = [one for one in layer if isinstance(one, list | dict)]
        if not nested:
            return False
        layer = [
            part for one in nested for part in (one.values() if isinstance(one, dict) else one)
        ]
    return any(isinstance(one, list | dict) for one in layer)


def _is_in_basic_plane(text: str) -> bool:
    """Return whether sorting by code point and by UTF-16 unit, as RFC 8785 wants, is the same."""
    return len(text.encode("utf-16-le")) == 2 * len(text)


def _is_canonical_by_the_book(value: object, data: bytes) -> bool:
    import rfc8785

    return rfc8785.dumps(value) == data  # type: ignore[arg-type]  # it came out of JSON


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the file that the command line names; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        document = read_document(_read(options.ledger))
        found = check_document(
            document, confirmed=frozenset(options.confirmed), wanted_head=options.head
        )
    except Unreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    except ImportError:
        sys.stderr.write(f"{Unreadable('packages_missing')}\n")
        return 2
    sys.stdout.write(_as_json(found) if options.json else _as_text(found))
    return 0 if found.is_expected else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Verify a PressDesk ledger (format 1).")
    parser.add_argument("ledger", help="the .ledger.json file that PressDesk exported")
    parser.add_argument("--head", metavar="CODE", help="a head code that must be in the ledger")
    parser.add_argument(
        "--confirmed",
        metavar="KEY",
        type=_key_id,
        action="append",
        default=[],
        help="id of a key whose owner you have confirmed; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _key_id(typed: str) -> str:
    if not _HEX64.fullmatch(typed.lower()):
        raise argparse.ArgumentTypeError("a key id has 64 hexadecimal digits")
    return typed.lower()


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or "its name is not valid"
        raise Unreadable("file_unreadable", detail) from error


def _as_json(found: Verification) -> str:
    values = {
        "unbroken": found.unbroken,
        "events": found.events,
        "head": found.head,
        "head_code": found.head_code,
        "problems": [str(problem) for problem in found.problems],
        "withheld": found.withheld,
        "erased": found.erased,
        "unconfirmed_keys": len(found.unconfirmed_keys),
    }
    return json.dumps(values) + "\n"


def _as_text(found: Verification) -> str:
    lines = [
        f"{'Unbroken' if found.unbroken else 'BROKEN'}: {found.events} events,"
        f" head {found.head_code or 'none'}.",
        f"Payloads withheld: {found.withheld}; erased: {found.erased}.",
        f"Keys not confirmed: {len(found.unconfirmed_keys)} of {len(found.keys)}.",
        *(f"  {key}" for key in found.unconfirmed_keys),
    ]
    if found.head_found_at is not None:
        lines.append(f"The head code is that of event {found.head_found_at} of {found.events}.")
    return "\n".join([*lines, *map(str, found.problems)]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
