"""``pressdesk compare``: any two of versions, releases, Word files, texts and web pages."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

OLD = (
    "Avtalen skal gi 200 millioner innen 2030.",
    "Kommunen bygger en ny skole i sentrum, og den er ferdig i 2028.",
    "Direktøren er glad for avtalen som ble undertegnet i går.",
    "Dette avsnittet blir borte.",
)
NEW = (
    "Direktøren er glad for avtalen som ble undertegnet i går.",
    "Avtalen vil gi 300 millioner innen 2030.",
    "Kommunen bygger en ny skole i sentrum, og den er ferdig i 2028.",
    "Helt nytt er derimot dette her.",
)


def sides(shape: Any) -> tuple[list[str], list[str]]:
    """Return both texts as the hunks tell them, block by block."""
    old, new = [], []
    for block in shape["blocks"]:
        words = {
            kept: "".join(h["text"] for h in block["hunks"] if h["op"] in ("equal", kept))
            for kept in ("delete", "insert")
        }
        assert (block["old"] or "", block["new"] or "") == (words["delete"], words["insert"])
        old += [] if block["old"] is None else block["old"].split("\n")
        new += [] if block["new"] is None else block["new"].split("\n")
    return old, new


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Return two texts."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("\n\n".join(OLD), encoding="utf-8")
    new.write_text("\n".join(NEW), encoding="utf-8")
    return old, new


def test_what_became_of_each_paragraph(run: Run, texts: tuple[Path, Path]) -> None:
    """In the order of the new text; what was removed stands where it was; both sides are whole."""
    ran = run("compare", *texts, "--json")

    assert ran.code == 0
    assert [block["kind"] for block in ran.json["blocks"]] == [
        "moved",
        "changed",
        "same",
        "removed",
        "added",
    ]
    old, new = sides(ran.json)
    assert sorted(old) == sorted(OLD)
    assert new == list(NEW)
    assert [one for one in ran.json["blocks"][1]["hunks"] if one["op"] != "equal"] == [
        {"op": "delete", "text": "skal"},
        {"op": "insert", "text": "vil"},
        {"op": "delete", "text": "200"},
        {"op": "insert", "text": "300"},
    ]


def test_people_read_it_without_colour(run: Run, texts: tuple[Path, Path]) -> None:
    """Signs and brackets say it all, and the last line counts."""
    lines = run("compare", *texts).out.splitlines()

    assert lines[0] == f"> {NEW[0]}"
    assert lines[1] == "~ Avtalen [-skal-]{+vil+} gi [-200-]{+300+} millioner innen 2030."
    assert lines[3] == f"- {OLD[3]}"
    assert lines[4] == f"+ {NEW[3]}"
    assert lines[-1] == "The same: 1 · Changed: 1 · Moved: 1 · Added: 1 · Removed: 1"


def test_a_sentence_or_a_paragraph_may_change_as_a_whole(
    run: Run, texts: tuple[Path, Path]
) -> None:
    """As the level says."""
    for level in ("sentence", "paragraph"):
        block = run("compare", *texts, "--level", level, "--json").json["blocks"][1]

        assert [one["text"] for one in block["hunks"]] == [OLD[0], NEW[1]]


def test_versions_and_files_of_one_release(run: Run, release: Path, tmp_path: Path) -> None:
    """A version, the draft and its Word file say the same until somebody edits; ids hold blocks."""
    word = tmp_path / "release.docx"
    assert run("export", release, "-o", word, "--draft").code == 0
    shown = run("show", release, "--json").json
    block = next(one for one in shown["blocks"] if one["kind"] == "paragraph")

    before = run("compare", f"{release}@1", release, "--json").json
    same = run("compare", release, word, "--json").json
    assert run("edit", release, block["id"], "--text", "Skrevet helt på nytt.").code == 0
    after = run("compare", f"{release}@1", release, "--json").json

    assert {one["kind"] for one in before["blocks"]} == {"same"}
    assert {one["kind"] for one in same["blocks"]} <= {"same", "added"}  # the mark of a draft
    (changed,) = (one for one in after["blocks"] if one["kind"] != "same")
    assert (changed["kind"], changed["new"]) == ("changed", "Skrevet helt på nytt.")
    assert changed["old"] == "\n".join(block["paragraphs"])


def test_any_two_kinds_can_be_compared(
    run: Run, release: Path, sample: Path, tmp_path: Path
) -> None:
    """Each with each, and both sides can be read off."""
    word, page = tmp_path / "a.docx", tmp_path / "a.html"
    assert run("export", release, "-o", word, "--draft").code == 0
    page.write_text("<html><body><p>Én ting.</p><p>To ting.</p></body></html>", encoding="utf-8")
    sources = [release, f"{release}@1", word, sample, page]

    for old, new in product(sources, sources):
        ran = run("compare", old, new, "--json")

        assert ran.code == 0
        sides(ran.json)
        if old == new:
            assert {one["kind"] for one in ran.json["blocks"]} == {"same"}


def test_texts_that_are_equal_say_so(run: Run, sample: Path) -> None:
    """Exit 0 all the same."""
    ran = run("compare", sample, sample)

    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "The two texts say the same."


def test_what_cannot_be_compared_is_refused_in_a_sentence(
    run: Run, release: Path, sample: Path, tmp_path: Path
) -> None:
    """A version that is not there, a version of what is no release, a missing and a bad file."""
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 4)
    named = {
        f"{release}@9": "release.pressdesk has no version 9",
        f"{release}@0": "release.pressdesk has no version 0",
        f"{sample}@1": f"{sample.name}@1",
        str(tmp_path / "missing.txt"): "missing.txt",
        f"{tmp_path / 'missing.pressdesk'}@1": "missing.pressdesk",
        str(binary): "binary.txt",
    }

    for source, words in named.items():
        for pair in ((source, sample), (sample, source)):
            ran = run("compare", *pair)

            assert (ran.code, ran.out) == (2, "")
            (line,) = ran.err.strip().splitlines()
            assert words in line


def test_a_file_may_be_named_with_an_at_sign(run: Run, sample: Path, tmp_path: Path) -> None:
    """Where a file of that name is there, it is meant."""
    copy = tmp_path / "text@2"
    copy.write_bytes(sample.read_bytes())

    assert run("compare", copy, sample).out.endswith("The two texts say the same.\n")


def test_a_language_that_is_not_there_is_said(run: Run, release: Path) -> None:
    """For the draft and for a version alike."""
    for source in (release, f"{release}@1"):
        ran = run("compare", source, source, "--language", "nn")

        assert ran.code == 2
        assert ran.err
