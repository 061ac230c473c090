"""Faulty templates: each fault is told with file and line, and takes nothing else down."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    TemplateFaulty,
    TemplateFieldsCircular,
    TemplateFieldUnknown,
    TemplateKeyMissing,
    TemplateKeyUnknown,
    TemplateLanguageMissing,
    TemplateLanguagesDiffer,
    TemplateNotToml,
    TemplateUnknown,
    TemplateValueWrong,
)
from pressdesk.drafting.templates import load_templates

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"

SMALL = """\
id = "egen"
title = "Egen"
description = "En mal for prøver."

[[field]]
name = "purpose"
type = "text"
label = "Hva?"
placeholder = "hva"
required = true

[[field]]
name = "cost"
type = "amount"
label = "Hvor mye?"
placeholder = "beløp"

[text]
title = "{partners} skal {purpose}"
lead = [
  "{partners_full} skal {purpose}.",
  "Det koster {cost}.",
]
quotes = ["Hvorfor?"]

[[block]]
kind = "paragraph"
text = \"\"\"
Først står
label = "her"
{purpose}.\"\"\"

[[block]]
kind = "quotes"
"""


def own_folder(folder: Path, **texts: str) -> Path:
    """Write the template ``egen`` with the given languages and return the folder around it."""
    place = folder / "own" / "egen"
    place.mkdir(parents=True)
    for language, text in texts.items():
        (place / f"{language}.toml").write_text(text, encoding="utf-8")
    return place.parent


FAULTS = [
    ('title = "Egen"', 'title = "Egen', TemplateNotToml, 2, ""),
    ('title = "Egen"', "title = 5", TemplateValueWrong, 2, "title"),
    ('title = "Egen"', 'title = "Egen"\ncolour = "red"', TemplateKeyUnknown, 3, "colour"),
    ('id = "egen"', 'id = "annen"', TemplateValueWrong, 1, "id"),
    ('description = "En mal for prøver."\n', "", TemplateKeyMissing, 1, "description"),
    ('label = "Hvor mye?"', 'label = "Hvor mye?"\nsize = 3', TemplateKeyUnknown, 16, "size"),
    ('type = "amount"', 'type = "money"', TemplateValueWrong, 14, "type"),
    ('type = "amount"', 'type = "choice"', TemplateKeyMissing, 12, "choices"),
    ('name = "cost"', 'name = "purpose"', TemplateValueWrong, 13, "purpose"),
    ('name = "cost"', 'name = "partners"', TemplateValueWrong, 13, "name"),
    ('placeholder = "beløp"', 'placeholder = "[beløp]"', TemplateValueWrong, 16, "placeholder"),
    ("required = true", 'required = "yes"', TemplateValueWrong, 10, "required"),
    ("{cost}", "{costs}", TemplateFieldUnknown, 22, "costs"),
    ("{partners} skal", "{partnere} skal", TemplateFieldUnknown, 19, "partnere"),
    ("{cost}.", "{cost.", TemplateValueWrong, 20, "lead"),
    ("{cost}.", "{cost#a|b}.", TemplateValueWrong, 20, "lead"),
    ("{cost}.", "{cost!r}.", TemplateValueWrong, 20, "lead"),
    ('kind = "quotes"', 'kind = "quote"', TemplateValueWrong, 34, "kind"),
    ('[[block]]\nkind = "quotes"\n', "", TemplateKeyMissing, 1, "block"),
    ('kind = "quotes"', 'kind = "quotes"\ntake = 1', TemplateValueWrong, 1, "take"),
    ('quotes = ["Hvorfor?"]', "quotes = []", TemplateValueWrong, 24, "quotes"),
    ('quotes = ["Hvorfor?"]\n', "", TemplateKeyMissing, 18, "quotes"),
    ('{purpose}."""', '{purpos}."""', TemplateFieldUnknown, 31, "purpos"),
    (
        'placeholder = "beløp"',
        'placeholder = "beløp"\nlimit = { unit = "words", good = 9, warn = 3 }',
        TemplateValueWrong,
        17,
        "limit",
    ),
    (
        'placeholder = "beløp"',
        'placeholder = "beløp"\ndefault = "{cost}"',
        TemplateFieldsCircular,
        17,
        "cost → cost",
    ),
    (
        'placeholder = "beløp"',
        'placeholder = "beløp"\nexample = "{partners}"',
        TemplateFieldUnknown,
        17,
        "partners",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "fault", "line", "what"), FAULTS)
def test_fault_is_told_with_file_and_line(
    tmp_path: Path, *, right: str, wrong: str, fault: type[TemplateFaulty], line: int, what: str
) -> None:
    """Every kind of fault, planted in a template that is right, is found where it stands."""
    assert SMALL.count(right) >= 1
    broken = SMALL.replace(right, wrong, 1)
    folder = own_folder(tmp_path, nb=SMALL, nn=broken, en=SMALL)

    loaded = load_templates([folder])

    (problem,) = loaded.problems
    assert type(problem) is fault
    assert (problem.name, problem.line) == ("egen/nn.toml", line)
    told = [getattr(problem, name, None) for name in ("key", "field")]
    assert not what or what in told
    assert loaded.templates == ()


def test_template_without_faults_loads(tmp_path: Path) -> None:
    """The template that the faults are planted in is right itself."""
    loaded = load_templates([own_folder(tmp_path, nb=SMALL, nn=SMALL, en=SMALL)])

    assert loaded.problems == ()
    assert loaded.template("egen").languages == tuple(Language)


def test_circle_over_two_fields_is_shown_with_its_way(tmp_path: Path) -> None:
    """People see which field to change."""
    text = SMALL.replace(
        'placeholder = "hva"', 'placeholder = "hva"\nexample = "for {cost}"'
    ).replace('placeholder = "beløp"', 'placeholder = "beløp"\nexample = "til {purpose}"')

    loaded = load_templates([own_folder(tmp_path, nb=text)])

    fault = loaded.problems[0]
    assert isinstance(fault, TemplateFieldsCircular)
    assert (fault.field, fault.line) == ("purpose → cost → purpose", 10)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key"),
    [
        ('name = "cost"', 'name = "price"', 12, "price"),
        ("required = true\n", "", 5, "purpose"),
        ('type = "amount"', 'type = "text"', 12, "cost"),
        ('kind = "paragraph"', 'kind = "subheading"', 26, "block"),
        (
            '[[block]]\nkind = "quotes"',
            '[[block]]\nkind = "quotes"\n[[block]]\nkind = "quotes"',
            35,
            "block",
        ),
    ],
)
def test_languages_that_differ_are_told(
    tmp_path: Path, right: str, wrong: str, line: int, key: str
) -> None:
    """A field that was forgotten in one language is a fault of that language."""
    other = SMALL.replace(right, wrong, 1).replace("{cost}", "{purpose}")
    folder = own_folder(tmp_path, nb=SMALL, nn=other, en=SMALL)

    (problem,) = load_templates([folder]).problems

    assert isinstance(problem, TemplateLanguagesDiffer)
    assert (problem.name, problem.line, problem.key) == ("egen/nn.toml", line, key)


def test_template_that_lacks_a_language_is_told_and_used_in_the_others(tmp_path: Path) -> None:
    """Whoever writes bokmål only is not kept from it."""
    loaded = load_templates([own_folder(tmp_path, nb=SMALL)])

    assert loaded.template("egen").languages == (Language.NB,)
    assert [type(one) for one in loaded.problems] == [TemplateLanguageMissing] * 2
    assert [one.name for one in loaded.problems] == ["egen/nn.toml", "egen/en.toml"]
    with pytest.raises(TemplateLanguageMissing):
        loaded.template("egen").text(Language.EN)


def test_own_template_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    """By its id, in the place of the list where the shipped one stood."""
    place = tmp_path / "tildeling"
    place.mkdir()
    text = SMALL.replace('id = "egen"', 'id = "tildeling"')
    for language in Language:
        (place / f"{language.value}.toml").write_text(text, encoding="utf-8")

    loaded = load_templates([TEMPLATES, tmp_path])

    assert loaded.problems == ()
    assert loaded.template("tildeling").text(Language.NB).title == "Egen"
    assert loaded.template("tildeling").is_own
    assert loaded.templates[2].id == "tildeling"


def test_broken_own_template_leaves_the_shipped_one_of_its_id(tmp_path: Path) -> None:
    """Nothing is lost by a slip of the pen."""
    shutil.copytree(TEMPLATES / "tildeling", tmp_path / "tildeling")
    (tmp_path / "tildeling" / "nn.toml").write_text("id = ", encoding="utf-8")

    loaded = load_templates([TEMPLATES, tmp_path])

    assert [problem.name for problem in loaded.problems] == ["tildeling/nn.toml"]
    assert not loaded.template("tildeling").is_own
    assert len(loaded.templates) == 4


def test_template_that_is_faulty_or_unknown_is_asked_for_in_vain(tmp_path: Path) -> None:
    """The fault is told again, since it is the reason."""
    loaded = load_templates([own_folder(tmp_path, nb="id = 1")])

    with pytest.raises(TemplateValueWrong):
        loaded.template("egen")
    with pytest.raises(TemplateUnknown):
        loaded.template("ukjent")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff\xfe\x00", 1),
        (b'id = "egen"\ntitle = "\xe5"\n', 2),
        (b"x = " + b"[" * 100_000, 1),
        (b"# " + b"x" * 300_000, 1),
        (b"day = 2026-02-30\n", 1),
        (b"\x00", 1),
    ],
)
def test_hostile_file_is_refused_in_the_same_way(tmp_path: Path, data: bytes, line: int) -> None:
    """Wrong encoding, endless nesting, far too much: no crash, and the others load."""
    place = tmp_path / "egen"
    place.mkdir()
    (place / "nb.toml").write_bytes(data)

    loaded = load_templates([TEMPLATES, tmp_path])

    (problem,) = loaded.problems
    assert isinstance(problem, TemplateNotToml)
    assert problem.line == line
    assert len(loaded.templates) == 4


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    """A new user has no templates of their own; stray files are no templates."""
    (tmp_path / "notes.txt").write_text("hei", encoding="utf-8")
    (tmp_path / ".git").mkdir()

    loaded = load_templates([tmp_path / "missing", tmp_path])

    assert loaded.templates == ()
    assert loaded.problems == ()


def test_files_with_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    """Notepad is an editor, too."""
    place = tmp_path / "egen"
    place.mkdir()
    for language in Language:
        data = SMALL.replace("\n", "\r\n").encode("utf-8-sig")
        (place / f"{language.value}.toml").write_bytes(data)

    assert load_templates([tmp_path]).problems == ()
