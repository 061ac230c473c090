"""Small .docx packages made by hand, honest and hostile."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def document(body: str, *, strict: bool = False) -> str:
    """Return a main part with that body."""
    word, relations = (STRICT_W, STRICT_R) if strict else (W, R)
    return (
        f'{DECLARATION}<w:document xmlns:w="{word}" xmlns:r="{relations}" xmlns:mc="{MC}" '
        f'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        f'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f"<w:body>{body}</w:body></w:document>"
    )


def relations(*listed: tuple[str, str, str, bool], strict: bool = False) -> str:
    """Return a ``.rels`` part: id, kind, target, external or not."""
    base = STRICT_R if strict else R
    mode = {True: ' TargetMode="External"', False: ""}
    lines = "".join(
        f'<Relationship Id="{id_}" Type="{base}/{kind}" Target="{target}"{mode[external]}/>'
        for id_, kind, target, external in listed
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{package}">{lines}</Relationships>'


def content_types(main_type: str = MAIN_TYPE, main: str = "word/document.xml") -> str:
    """Return the list of content types."""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )


def parts_of(body: str, **more: str | bytes) -> dict[str, str | bytes]:
    """Return the parts of a minimal document; ``more`` is added or replaces, name by name."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml", False)),
        "word/document.xml": document(body),
        **more,
    }


def packed(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def docx(folder: Path, body: str, **more: str | bytes) -> Path:
    """Write a minimal document and return its path."""
    path = folder / "fil.docx"
    path.write_bytes(packed(parts_of(body, **more)))
    return path
