"""Answers from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import (
    AssignmentRefused,
    FieldsFileKeyWrong,
    FieldsFileNotToml,
    SourceMissing,
)
from pressdesk.drafting.templates import (
    FilledContact,
    FilledPartner,
    FilledSpokesperson,
    parse_assignments,
    read_fields_file,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
purpose = "dele data"
start = 2027-01-01
cost = 4500000
embargo = 2026-11-26T08:00:00

[[partner]]
name = "Arctic Cluster Team"
short = "ACT"
organisation_number = 912345678

[[partner]]
name = "Skift"
boilerplate = \"\"\"
Første.
Andre.\"\"\"

[[spokesperson]]
name = "Monica Paulsen"
title = "klyngeleder"
organisation = "ACT"
partner = "ACT"

[[contact]]
partner = "Skift"
name = "Ida Moe"
phone = "900 00 001"
email = "ida@skift.example"
"""


def test_assignments_are_split_at_the_first_equals_sign() -> None:
    """Values may hold more of them; the last one wins."""
    words = ["purpose=a = b", " start = 2027-01-01 ", "purpose=c", "cost="]

    assert parse_assignments(words) == {"purpose": "c", "start": "2027-01-01", "cost": ""}
    assert parse_assignments(["url=https://a.example?x=1"]) == {"url": "https://a.example?x=1"}


@pytest.mark.parametrize("words", ["purpose", "=x", "", " = x"])
def test_words_that_assign_nothing_are_refused(words: str) -> None:
    """The error says them again."""
    with pytest.raises(AssignmentRefused) as caught:
        parse_assignments([words])

    assert caught.value.words == words


def test_file_gives_fields_partners_people_and_contacts(tmp_path: Path) -> None:
    """Dates and numbers of TOML are taken as they would be typed."""
    path = tmp_path / "svar.toml"
    path.write_text(FILE, encoding="utf-8")

    filled = read_fields_file(path)

    assert filled.values == {
        "purpose": "dele data",
        "start": "2027-01-01",
        "cost": "4500000",
        "embargo": "2026-11-26T08:00",
    }
    assert filled.partners == (
        FilledPartner(name="Arctic Cluster Team", short="ACT", organisation_number="912345678"),
        FilledPartner(name="Skift", boilerplate="Første.\nAndre."),
    )
    assert filled.spokespersons == (
        FilledSpokesperson(
            name="Monica Paulsen", title="klyngeleder", organisation="ACT", partner="ACT"
        ),
    )
    assert filled.contacts == (
        FilledContact(
            partner="Skift", name="Ida Moe", phone="900 00 001", email="ida@skift.example"
        ),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key"),
    [
        ("cost = 4500000", "cost = true", 3, "cost"),
        ("cost = 4500000", "cost = [1]", 3, "cost"),
        ('short = "ACT"', 'shrot = "ACT"', 8, "shrot"),
        ('partner = "Skift"', "partner = {}", 24, "partner"),
        ("[[contact]]", "[contact]", 23, "contact"),
    ],
)
def test_fault_in_the_file_is_told_with_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, key: str
) -> None:
    """A misspelt key is not taken for silence."""
    path = tmp_path / "svar.toml"
    path.write_text(FILE.replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(FieldsFileKeyWrong) as caught:
        read_fields_file(path)

    assert (caught.value.name, caught.value.line, caught.value.key) == ("svar.toml", line, key)


@pytest.mark.parametrize(
    ("data", "line"), [(b"a = 1\nb = \n", 2), (b"\xff", 1), (b"#" * 2_000_000, 1)]
)
def test_file_that_is_not_toml_is_told(tmp_path: Path, data: bytes, line: int) -> None:
    """Name and line, no more."""
    path = tmp_path / "svar.toml"
    path.write_bytes(data)

    with pytest.raises(FieldsFileNotToml) as caught:
        read_fields_file(path)

    assert caught.value.line == line


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A folder is no file, either."""
    for path in (tmp_path / "missing.toml", tmp_path):
        with pytest.raises(SourceMissing):
            read_fields_file(path)
