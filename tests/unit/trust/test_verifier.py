"""The stand-alone verifier as a file: what it says, what it refuses, and how it agrees."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain import codes, ledger
from pressdesk.domain.ids import Digest
from pressdesk.trust import verifier
from pressdesk.trust.ledger_file import export_document
from unit.trust.chains import KARI, RELEASE, Ledger, sample_ledger, to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def sample() -> Ledger:
    return sample_ledger(length=41)


@pytest.fixture
def target(tmp_path: Path, sample: Ledger) -> Path:
    path = tmp_path / "Sølv & gull.ledger.json"
    path.write_bytes(export_document(RELEASE, sample.events, sample.keys))
    return path


def test_it_imports_nothing_of_pressdesk() -> None:
    """A copy needs the standard library, cryptography and rfc8785."""
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported - set(sys.stdlib_module_names) == {"cryptography", "rfc8785"}


def test_it_agrees_with_the_domain_on_the_format() -> None:
    """What is written down twice, because one copy must stand alone, is the same twice."""
    assert ledger.FORMAT == verifier.FORMAT
    assert ledger.NO_PREVIOUS == verifier.NO_PREVIOUS
    assert ledger.SALT_BYTES == verifier.SALT_BYTES
    assert ledger.PAYLOAD_TYPE.encode() == verifier.PAYLOAD_TYPE
    assert codes.ALPHABET == verifier.ALPHABET
    assert verifier.KINDS.split("|") == [kind.value for kind in ledger.EventKind]


@given(data=st.binary(), digest=st.binary(min_size=32, max_size=32))
def test_it_agrees_with_the_domain_on_codes_and_signed_bytes(data: bytes, digest: bytes) -> None:
    """For every header and every hash."""
    assert verifier.signed_bytes(data) == ledger.signed_bytes(data)
    assert verifier.head_code(digest.hex()) == codes.head_code(Digest(digest.hex()))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_what_is_canonical_is_read_back(value: object) -> None:
    """The quick comparison never refuses what RFC 8785 writes, letters beyond U+FFFF included."""
    assert verifier.parse_canonical(rfc8785.dumps(value)) == value


@given(JSON, st.data())
def test_what_is_not_canonical_is_refused(value: object, data: st.DataObject) -> None:
    """The quick comparison never takes what RFC 8785 does not write."""
    spelled = json.dumps(
        value,
        ensure_ascii=data.draw(st.booleans()),
        sort_keys=data.draw(st.booleans()),
        indent=data.draw(st.sampled_from([None, 0])),
        separators=data.draw(st.sampled_from([(",", ":"), (", ", ":"), (",", ": ")])),
    ).encode("utf-8", "surrogatepass")
    if spelled == rfc8785.dumps(value):
        assert verifier.parse_canonical(spelled) == value
    else:
        with pytest.raises(ValueError):  # its words are for the log only
            verifier.parse_canonical(spelled)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"\xf0\x9f\x98\x80":1,"\xef\xbf\xbd":2}'[::-1],
        b'{"\xef\xbf\xbd":2,"\xf0\x9f\x98\x80":1}',
        b'"\\u00e6"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\\/"',
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"9007199254740992",
        b"1" * 5000,
        b"NaN",
        b"\xef\xbb\xbf1",
        b" 1",
        b"",
        b"[" * 40 + b"]" * 40,
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
    ids=lambda data: repr(data[:20]),
)
def test_other_spellings_and_nests_are_refused(data: bytes) -> None:
    """One value, one spelling; no fractions, no depth."""
    with pytest.raises(ValueError):  # its words are for the log only
        verifier.parse_canonical(data)


@pytest.mark.parametrize(
    "data",
    [b"[" + b"[]," * 2_000_000 + b"[]]", b"[" + b'"",' * 2_000_000 + b'""]', b'"' * 5_000_000],
    ids=["lists", "strings", "quotes"],
)
def test_a_small_file_does_not_become_a_large_one_in_memory(data: bytes) -> None:
    """Many tiny values are refused before they are made."""
    with pytest.raises(ValueError, match="too many"):
        verifier.parse_canonical(data)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = verifier.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_json_has_the_members_that_the_command_line_promises(
    capsys: pytest.CaptureFixture[str], target: Path, sample: Ledger
) -> None:
    """The same keys as ``pressdesk verify --json``."""
    status, out, err = run(capsys, target, "--json", "--confirmed", KARI.key.upper())

    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "unbroken": True,
        "events": 41,
        "head": sample.head,
        "head_code": codes.head_code(sample.head),
        "problems": [],
        "withheld": 3,
        "erased": 2,
        "unconfirmed_keys": 1,
    }


def test_people_read_what_was_found_and_what_was_not_checked(
    capsys: pytest.CaptureFixture[str], target: Path, sample: Ledger
) -> None:
    """Sentences: the head code to compare, what is absent, which keys nobody confirmed."""
    code = codes.head_code(sample.events[4].hash)

    status, out, _ = run(capsys, target, "--head", code)

    assert status == 0
    assert out.splitlines()[:3] == [
        f"Unbroken: 41 events, head {codes.head_code(sample.head)}.",
        "Payloads withheld: 3; erased: 2.",
        "Keys not confirmed: 2 of 2.",
    ]
    assert out.splitlines()[-1] == "The head code is that of event 5 of 41."


def test_what_is_broken_is_said_with_its_event(
    capsys: pytest.CaptureFixture[str], target: Path, sample: Ledger
) -> None:
    """Exit status 1 and one sentence for each problem."""
    document = sample.document()
    document["events"][4]["salt"] = "00" * 16
    target.write_bytes(to_bytes(document))

    status, out, _ = run(capsys, target)

    assert status == 1
    assert out.startswith("BROKEN: 41 events")
    assert out.endswith("Event 5: its payload and salt do not fit the hash in its header.\n")


def test_every_problem_and_refusal_has_a_sentence() -> None:
    """One table of English sentences, which people and translators can read."""
    for code in verifier.BREAKS | verifier.DOUBTS:
        sentence = str(verifier.Problem(code, 7))
        assert sentence.endswith(".")
        assert "{" not in sentence
    assert not verifier.BREAKS.keys() & verifier.DOUBTS.keys()


BAD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "binary": lambda _: bytes(range(256)),
    "zeros": lambda _: bytes(4096),
    "utf-16": lambda good: good.decode().encode("utf-16"),
    "byte order mark": lambda good: b"\xef\xbb\xbf" + good,
    "truncated": lambda good: good[: len(good) // 2],
    "no final newline": lambda good: good[:-1],
    "two final newlines": lambda good: good + b"\n",
    "windows newline": lambda good: good.replace(b"\n", b"\r\n"),
    "reformatted": lambda good: json.dumps(json.loads(good), indent=1).encode() + b"\n",
    "twice": lambda good: good + good,
    "a list": lambda _: b"[]\n",
    "nothing in it": lambda _: b"{}\n",
    "deep": lambda _: b"[" * 500_000 + b"\n",
    "many values": lambda _: b"[" + b"[]," * 2_000_000 + b"[]]\n",
    "newer": lambda good: good.replace(b'"format":1,"head"', b'"format":2,"head"'),
    "format true": lambda good: good.replace(b'"format":1,"head"', b'"format":true,"head"'),
    "member twice": lambda good: good.replace(
        b'"format":1,"head"', b'"format":1,"format":1,"head"'
    ),
}
BENT: dict[str, Callable[[dict[str, object]], object]] = {
    "unknown member": lambda it: it.update(more=1),
    "missing member": lambda it: it.pop("keys"),
    "events no list": lambda it: it.update(events={}),
    "keys no object": lambda it: it.update(keys=[]),
    "head no string": lambda it: it.update(head=None),
    "event no object": lambda it: it["events"].append(1),
    "unknown member of an event": lambda it: it["events"][3].update(more=1),
    "missing member of an event": lambda it: it["events"][3].pop("salt"),
    "header no string": lambda it: it["events"][3].update(header={}),
    "payload no string": lambda it: it["events"][3].update(payload={}),
    "salt in capitals": lambda it: it["events"][3].update(salt="AB" * 16),
    "salt of odd length": lambda it: it["events"][3].update(salt="abc"),
    "signature no string": lambda it: it["events"][3].update(signature=None),
    "signature without padding": lambda it: it["events"][3].update(
        signature=it["events"][3]["signature"].rstrip("=")
    ),
    "signature with spare bits": lambda it: it["events"][3].update(
        signature=it["events"][3]["signature"][:-3] + "h=="
    ),
    "signature url-safe": lambda it: it["events"][3].update(signature="-_" * 43 + "=="),
    "signature with Norwegian letters": lambda it: it["events"][3].update(signature="æøå="),
}


def refused(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    status, out, err = run(capsys, path, "--json")
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_ledger_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], target: Path, name: str
) -> None:
    """Exit status 2, nothing on standard output, no traceback."""
    good = target.read_bytes()
    bad = BAD[name](good)
    assert bad != good
    target.write_bytes(bad)

    assert refused(capsys, target)


@pytest.mark.parametrize("name", BENT)
def test_what_is_canonical_but_no_ledger_is_refused_too(
    capsys: pytest.CaptureFixture[str], target: Path, sample: Ledger, name: str
) -> None:
    """Unknown and missing members, and every second spelling of bytes."""
    document = sample.document()
    BENT[name](document)
    target.write_bytes(to_bytes(document))

    assert "not a ledger of format 1" in refused(capsys, target)


@pytest.mark.parametrize("name", ["missing.json", ".", "nul\0.json", "x" * 5000])
def test_a_file_that_cannot_be_opened_is_said_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    """Missing, a folder, an impossible name."""
    assert "could not be read" in refused(capsys, tmp_path / name)


def test_a_huge_file_is_refused_before_it_is_read_whole(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Not a byte more than 64 MB is taken in."""
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(verifier.MAX_BYTES + 2)

    assert "larger than 64 MB" in refused(capsys, huge)


def test_hostile_events_are_problems_not_tracebacks(
    capsys: pytest.CaptureFixture[str], target: Path, sample: Ledger
) -> None:
    """Headers, payloads and keys of any shape end in exit status 1."""
    for value in ("", "{}", "[" * 50_000, "1e999", '{"seq":' + "9" * 9000 + "}", "\0", "\x7f😀"):
        document = sample.document()
        document["events"][2]["header"] = value
        document["events"][3]["payload"] = value
        document["events"][5].update(payload=None)
        document["keys"]["x"] = ""
        target.write_bytes(to_bytes(document))

        status, out, err = run(capsys, target, "--head", "\ud800")

        assert (status, err) == (1, "")
        assert "Event 3:" in out


def test_without_its_packages_it_says_what_it_needs(tmp_path: Path, target: Path) -> None:
    """Somebody who copies the file alone is told what else to install."""
    script = shutil.copy(verifier.__file__, tmp_path / "verifier.py")
    for package in ("cryptography", "rfc8785"):
        (tmp_path / f"{package}.py").write_text("raise ImportError", encoding="utf-8")

    answer = subprocess.run(
        [sys.executable, str(script), str(target)], check=False, capture_output=True, text=True
    )

    assert answer.returncode == 2
    assert answer.stderr == "This verifier needs the Python packages cryptography and rfc8785.\n"


@pytest.mark.parametrize("arguments", [[], ["x", "--confirmed", "K7"], ["x", "--unknown"]])
def test_a_wrong_command_line_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Exit status 2 and how it is used."""
    with pytest.raises(SystemExit) as left:
        verifier.main(arguments)

    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err
