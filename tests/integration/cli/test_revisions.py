"""``pressdesk text`` of Word files with tracked changes and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from word_samples import long_docx

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run


@pytest.mark.parametrize(("shown", "twin"), [("accept", "Accepted"), ("reject", "Rejected")])
def test_the_words_of_a_revised_file_are_those_of_its_twin(
    run: Run, shared: Path, shown: str, twin: str
) -> None:
    twins = sorted((shared / "data" / "word" / "revisions").glob(f"*-{twin}.docx"))
    if not twins:
        pytest.skip("no files with tracked changes in `shared`")

    different = [
        path.name
        for path in twins
        if run("text", path.with_name(path.name.replace(f"-{twin}", "")), "--revisions", shown).out
        != run("text", path).out
    ]

    assert different == []


def test_marks_and_json_say_who_changed_what(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(long_docx(words=50, changes=2))

    marked = run("text", path, "--revisions", "mark").out
    told = run("text", path, "--json").json

    assert marked.count("[-") == marked.count("{+") == 1
    assert [(one["kind"], one["author"]) for one in told["revisions"]] == [
        ("delete", "Kari Nes"),
        ("insert", "Kari Nes"),
    ]
    assert told["comments"] == []
    assert run("text", path).out == "".join(f"{line}\n" for line in told["paragraphs"])


def test_an_unknown_way_to_show_changes_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("text", tmp_path / "x.docx", "--revisions", "some").code == 2
