"""Word files of any length with tracked changes, made by our own hand."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_TEXT = (
    "partnerne vil bygge nye anlegg for fornybar kraft i nord og avtalen gjelder fra neste år "
    "med støtte fra staten til målinger av utslipp i fjorden sier daglig leder ifølge rapporten"
)
_PROPERTIES = (
    '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:lang w:val="nb-NO"/></w:rPr>'
)
_BY = 'w:author="Kari Nes" w:date="2026-11-20T10:00:00Z"'


def _run(words: str, tag: str = "t") -> str:
    return f'<w:r w:rsidR="00A1B2C3">{_PROPERTIES}<w:{tag} xml:space="preserve">{words} </w:{tag}></w:r>'


def long_docx(*, words: int, changes: int, paragraph_words: int = 50, seed: int = 1) -> bytes:
    """Return a document as Word writes them: runs of a few words, changes spread all over it."""
    chance, words_known = random.Random(seed), _TEXT.split()
    runs = max(1, words // 5)
    changed = set(chance.sample(range(runs), min(changes // 2, runs)))
    body: list[str] = []
    for number in range(runs):
        if number % (paragraph_words // 5) == 0:
            body.append(
                ("</w:p>" if body else "")
                + f'<w:p w:rsidR="00A1B2C3"><w:pPr><w:spacing w:after="120"/>'
                f'{_PROPERTIES}</w:pPr><w:bookmarkStart w:id="{number}" w:name="pd_{number}"/>'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        text = " ".join(chance.choice(words_known) for _ in range(5))
        if number in changed:
            old, new = text.rsplit(" ", 1)[0], chance.choice(words_known)
            body.append(
                f'<w:del w:id="{2 * number}" {_BY}>{_run(old, "delText")}</w:del>'
                f'<w:ins w:id="{2 * number + 1}" {_BY}>{_run(text + " " + new)}</w:ins>'
            )
        else:
            body.append(_run(text))
    return _packed(
        f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}</w:p></w:body></w:document>'
    )


def _packed(document: str) -> bytes:
    types = (
        f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", relations)
        file.writestr("word/document.xml", document)
    return buffer.getvalue()
