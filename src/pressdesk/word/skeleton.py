"""Our own A4 skeleton: the parts that every Word file of PressDesk has, clean from the start."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.domain.content import Content, Language
from pressdesk.word.labels import Labels
from pressdesk.word.markup import Element, made, root, written

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGE_TAGS = {Language.NB: "nb-NO", Language.NN: "nn-NO", Language.EN: "en-GB"}
_ANY_LANGUAGE = b"xx-XX"
_FROM_RESOURCES = {
    "styles.xml": "styles.xml",
    "numbering.xml": "numbering.xml",
    "settings.xml": "settings.xml",
    "fontTable.xml": "fontTable.xml",
    "theme/theme1.xml": "theme1.xml",
}

_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD_TYPE = _TYPE + "wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CONTENT_TYPES = {
    "/word/document.xml": _WORD_TYPE + "document.main+xml",
    "/word/styles.xml": _WORD_TYPE + "styles+xml",
    "/word/numbering.xml": _WORD_TYPE + "numbering+xml",
    "/word/settings.xml": _WORD_TYPE + "settings+xml",
    "/word/fontTable.xml": _WORD_TYPE + "fontTable+xml",
    "/word/theme/theme1.xml": _TYPE + "theme+xml",
    "/word/header1.xml": _WORD_TYPE + "header+xml",
    "/word/footer1.xml": _WORD_TYPE + "footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": _TYPE + "extended-properties+xml",
}
_PACKAGE_RELATIONS = (
    ("rId1", _OFFICE + "officeDocument", "word/document.xml"),
    ("rId2", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", _OFFICE + "extended-properties", "docProps/app.xml"),
)
_DOCUMENT_RELATIONS = (
    ("rId1", _OFFICE + "styles", "styles.xml"),
    ("rId2", _OFFICE + "numbering", "numbering.xml"),
    ("rId3", _OFFICE + "settings", "settings.xml"),
    ("rId4", _OFFICE + "fontTable", "fontTable.xml"),
    ("rId5", _OFFICE + "theme", "theme/theme1.xml"),
    ("rId6", _OFFICE + "header", "header1.xml"),
    ("rId7", _OFFICE + "footer", "footer1.xml"),
)
HEADER_ID, FOOTER_ID = "rId6", "rId7"
FIRST_LINK = len(_DOCUMENT_RELATIONS) + 1

_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
"""The date of every member, as Word itself writes it: a file tells no more than it should."""


def package(
    content: Content, pages: Mapping[str, Element], links: Mapping[str, str], at: datetime
) -> bytes:
    """Return the whole file. The same parts at the same instant give the same bytes.

    Shape: ``pages`` holds ``document``, ``header1`` and ``footer1``; ``links`` maps addresses to
    the ids of their relations.
    """
    parts = {
        "[Content_Types].xml": written(_content_types()),
        "_rels/.rels": written(_relations(_PACKAGE_RELATIONS, {})),
        **{f"word/{name}.xml": written(page) for name, page in pages.items()},
        "word/_rels/document.xml.rels": written(_relations(_DOCUMENT_RELATIONS, links)),
        **{
            f"word/{part}": _resource(name, content.language)
            for part, name in _FROM_RESOURCES.items()
        },
        "docProps/core.xml": written(_core_properties(content, at)),
        "docProps/app.xml": written(_app_properties()),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY_ZERO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, data)
    return buffer.getvalue()


def _resource(name: str, language: Language) -> bytes:
    data = paths.resource(f"word/{name}").read_bytes()
    return data.replace(_ANY_LANGUAGE, LANGUAGE_TAGS[language].encode())


def _content_types() -> Element:
    types = root("ct:Types", "")
    for extension, type_ in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        types.append(made("ct:Default", Extension=extension, ContentType=type_))
    for part, type_ in _CONTENT_TYPES.items():
        types.append(made("ct:Override", PartName=part, ContentType=type_))
    return types


def _relations(inner: tuple[tuple[str, str, str], ...], links: Mapping[str, str]) -> Element:
    relations = root("rel:Relationships", "")
    for id_, type_, target in inner:
        relations.append(made("rel:Relationship", Id=id_, Type=type_, Target=target))
    for target, id_ in links.items():
        relations.append(
            made(
                "rel:Relationship",
                Id=id_,
                Type=_OFFICE + "hyperlink",
                Target=target,
                TargetMode="External",
            )
        )
    return relations


def _core_properties(content: Content, at: datetime) -> Element:
    """Return who and when: the organisations, never the account of whoever exported."""
    instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    properties = root("cp:coreProperties", "cp", "dc", "dcterms", "xsi")
    properties.extend(
        (
            made("dc:title", content.title.plain),
            made("dc:creator", Labels(content).senders()),
            made("cp:revision", "1"),
            made("dcterms:created", instant, xsi_type="dcterms:W3CDTF"),
            made("dcterms:modified", instant, xsi_type="dcterms:W3CDTF"),
            made("dc:language", LANGUAGE_TAGS[content.language]),
        )
    )
    return properties


def _app_properties() -> Element:
    properties = root("ep:Properties", "")
    properties.append(made("ep:Application", "PressDesk"))
    return properties
