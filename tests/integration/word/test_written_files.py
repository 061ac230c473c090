from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import docx
import docx_integrity
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from pressdesk.word.wording import expected_paragraphs
from pressdesk.word.writing import Layout
from unit.word.releases import bokmal, english, nynorsk, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.domain.content import Content

RELEASES = pytest.mark.parametrize("release", [bokmal, nynorsk, english])
LAYOUTS = pytest.mark.parametrize("layout", list(Layout))
PROGRAMS = {name: shutil.which(name) for name in ("soffice", "pdftotext", "pdfinfo")}
A4_WIDTH_MM = 210
SENTENCE = {
    bokmal: "UTKAST – ikke for publisering",
    nynorsk: "UTKAST – ikkje for publisering",
    english: "DRAFT – not for publication",
}


@RELEASES
@LAYOUTS
def test_both_validators_have_no_finding(
    tmp_path: Path, release: Callable[[], Content], layout: Layout
) -> None:
    path = written(tmp_path, release(), layout)

    assert [str(one) for one in OpenXmlValidator().validate(path).errors] == []
    assert [str(one) for one in docx_integrity.check(path)] == []


@RELEASES
def test_another_library_reads_the_same_words(
    tmp_path: Path, release: Callable[[], Content]
) -> None:
    """python-docx knows nothing of our reader: a fault that both halves share would show."""
    document = docx.Document(str(written(tmp_path, release(), Layout.FINAL)))

    words = tuple(
        "".join(
            node.text or "" if node.tag == qn("w:t") else "\t"
            for node in paragraph._p.iter(qn("w:t"), qn("w:tab"))
        )
        for paragraph in document.paragraphs
    )

    assert words == expected_paragraphs(release())
    assert document.paragraphs[0].text == words[0]
    assert document.sections[0].page_width is not None
    assert round(document.sections[0].page_width.mm) == A4_WIDTH_MM
    assert document.core_properties.title == release().title.plain
    assert document.core_properties.last_modified_by == ""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return what turns a Word file into a PDF, or skip."""
    missing = [name for name, path in PROGRAMS.items() if path is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(path: Path) -> Path:
        subprocess.run(
            [
                str(PROGRAMS["soffice"]),
                "--headless",
                f"-env:UserInstallation={profile.as_uri()}",
                "--convert-to",
                'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}',
                "--outdir",
                str(path.parent),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        )
        return path.with_suffix(".pdf")

    return convert


def pages_of(pdf: Path) -> list[str]:
    """Return the words of each page."""
    words = subprocess.run(
        [str(PROGRAMS["pdftotext"]), "-layout", str(pdf), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    return words.split("\f")[:-1]


@RELEASES
def test_a_draft_in_libreoffice_is_marked_on_every_page(
    tmp_path: Path, office: Callable[[Path], Path], release: Callable[[], Content]
) -> None:
    pages = pages_of(office(written(tmp_path, release(), Layout.DRAFT)))

    assert all(SENTENCE[release] in page for page in pages)
    assert release().title.plain.split()[0] in pages[0]
    assert len(pages) == (2 if release is bokmal else 1)


def test_a_final_in_libreoffice_has_embargo_and_page_numbers_and_no_draft_mark(
    tmp_path: Path, office: Callable[[Path], Path]
) -> None:
    pages = pages_of(office(written(tmp_path, bokmal(), Layout.FINAL)))

    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert f"Side {number} av 2" in page
        assert "Sperrefrist: torsdag 26. november 2026 kl. 08.00" in page
        assert "UTKAST" not in page
    assert pages[0].count("Sperrefrist") == 2


def test_every_word_survives_libreoffice(tmp_path: Path, office: Callable[[Path], Path]) -> None:
    pages = pages_of(office(written(tmp_path, nynorsk(), Layout.FINAL)))
    printed = " ".join(" ".join(pages).split())

    for words in expected_paragraphs(nynorsk()):
        assert words in printed
