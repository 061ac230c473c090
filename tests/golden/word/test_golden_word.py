from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from pressdesk.word.writing import Layout
from unit.word.releases import bokmal, nynorsk, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Content

VOLATILE = re.compile(r'\s(?:w|w14):(?:rsid\w*|paraId|textId)="[^"]*"|(?<=W3CDTF">)[^<]+')
HERE = Path(__file__).parent


def docx_parts(path: Path) -> str:
    """Return every XML part of ``path`` as canonical text that can be compared and diffed.

    Shape: one part after the other, one tag per line, volatile ids and package dates removed.
    """
    parts = []
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            xml = VOLATILE.sub("", package.read(name).decode("utf-8"))
            canonical = ElementTree.canonicalize(xml).replace("><", ">\n<")
            parts.append(f"=== {name}\n{canonical}\n")
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("name", "release", "layout"),
    [
        ("utkast-nb.xml.txt", bokmal, Layout.DRAFT),
        ("endelig-nn.xml.txt", nynorsk, Layout.FINAL),
    ],
)
def test_a_word_file_is_written_as_it_was_agreed(
    tmp_path: Path,
    name: str,
    release: Callable[[], Content],
    layout: Layout,
    *,
    update_golden: bool,
) -> None:
    found = docx_parts(written(tmp_path, release(), layout))
    golden = HERE / name
    if update_golden:
        golden.write_text(found, encoding="utf-8", newline="\n")

    assert found == golden.read_text(encoding="utf-8")
