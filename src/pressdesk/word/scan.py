"""The scan of what goes out: everything in a .docx that tells more than its words.

It looks through the whole package, whoever wrote it, and trusts no convention about which part
holds what.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.word.content import allowed_target
from pressdesk.word.markup import Element, attribute_names, is_on, kind
from pressdesk.word.opening import Package, opened
from pressdesk.word.pictures import metadata_kinds
from pressdesk.word.views import CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ScanKind(StrEnum):
    """What must not leave the house."""

    AUTHOR = "author"
    ORGANISATION = "organisation"
    DESCRIPTION = "description"
    TEMPLATE = "template"
    COMMENT = "comment"
    REVISION = "revision"
    EDITING_TRAIL = "editing_trail"
    HIDDEN_TEXT = "hidden_text"
    EXTERNAL_RELATION = "external_relation"
    CUSTOM_DATA = "custom_data"
    MACRO = "macro"
    EMBEDDED_OBJECT = "embedded_object"
    PICTURE_DATA = "picture_data"
    THUMBNAIL = "thumbnail"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFinding:
    """One thing that must not leave, and where it stands.

    ``detail`` names the element or property; it never holds words of the release.
    """

    kind: ScanKind
    part: str
    detail: str
    count: int = 1


_PROPERTIES = {
    "cp:lastModifiedBy": ScanKind.AUTHOR,
    "dc:description": ScanKind.DESCRIPTION,
    "dc:subject": ScanKind.DESCRIPTION,
    "cp:keywords": ScanKind.DESCRIPTION,
    "cp:category": ScanKind.DESCRIPTION,
    "cp:contentStatus": ScanKind.DESCRIPTION,
    "cp:lastPrinted": ScanKind.EDITING_TRAIL,
    "ep:Company": ScanKind.ORGANISATION,
    "ep:Manager": ScanKind.AUTHOR,
    "ep:Template": ScanKind.TEMPLATE,
    "ep:HyperlinkBase": ScanKind.TEMPLATE,
    "ep:TotalTime": ScanKind.EDITING_TRAIL,
}
_ELEMENTS = {
    **dict.fromkeys(CHANGES, ScanKind.REVISION),
    "w:moveFromRangeStart": ScanKind.REVISION,
    "w:moveToRangeStart": ScanKind.REVISION,
    "w:trackRevisions": ScanKind.REVISION,
    "w:comment": ScanKind.COMMENT,
    "w:commentReference": ScanKind.COMMENT,
    "w:commentRangeStart": ScanKind.COMMENT,
    "w15:person": ScanKind.AUTHOR,
    "w:rsids": ScanKind.EDITING_TRAIL,
    "w14:docId": ScanKind.EDITING_TRAIL,
    "w15:docId": ScanKind.EDITING_TRAIL,
    "w:docVar": ScanKind.CUSTOM_DATA,
    "w:object": ScanKind.EMBEDDED_OBJECT,
    "w:control": ScanKind.EMBEDDED_OBJECT,
    "w:attachedTemplate": ScanKind.TEMPLATE,
    "w:mailMerge": ScanKind.EXTERNAL_RELATION,
}
_HIDING = ("w:vanish", "w:webHidden", "w:specVanish")
_RELATIONS = {
    "comments": ScanKind.COMMENT,
    "commentsExtended": ScanKind.COMMENT,
    "commentsIds": ScanKind.COMMENT,
    "commentsExtensible": ScanKind.COMMENT,
    "people": ScanKind.AUTHOR,
    "attachedTemplate": ScanKind.TEMPLATE,
    "custom-properties": ScanKind.CUSTOM_DATA,
    "customXml": ScanKind.CUSTOM_DATA,
    "customXmlProps": ScanKind.CUSTOM_DATA,
    "oleObject": ScanKind.EMBEDDED_OBJECT,
    "package": ScanKind.EMBEDDED_OBJECT,
    "aFChunk": ScanKind.EMBEDDED_OBJECT,
    "control": ScanKind.EMBEDDED_OBJECT,
    "glossaryDocument": ScanKind.TEMPLATE,
    "printerSettings": ScanKind.EDITING_TRAIL,
    "thumbnail": ScanKind.THUMBNAIL,
}
_FOLDERS = {
    "customxml/": ScanKind.CUSTOM_DATA,
    "word/embeddings/": ScanKind.EMBEDDED_OBJECT,
    "word/activex/": ScanKind.EMBEDDED_OBJECT,
    "docprops/custom.xml": ScanKind.CUSTOM_DATA,
    "docprops/thumbnail": ScanKind.THUMBNAIL,
}
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")


def scan(path: Path, *, allowed_creator: str = "") -> tuple[ScanFinding, ...]:
    """Return everything in the Word file that must not leave, in the order of its parts.

    ``allowed_creator`` is the one author that the file may name; hyperlinks to http, https and
    mailto are allowed.

    Raises:
        SourceMissing, SourceEmpty: nothing to read.
        OldOrEncryptedWordFile, WordFileDamaged, WordFileTooLarge, WordFileHasDoctype: see there.
    """
    package = opened(path)
    found: dict[tuple[ScanKind, str, str], int] = {}
    for finding in _findings(package, allowed_creator):
        key = (finding.kind, finding.part, finding.detail)
        found[key] = found.get(key, 0) + 1
    return tuple(
        ScanFinding(kind=kind_, part=part, detail=detail, count=count)
        for (kind_, part, detail), count in found.items()
    )


def _findings(package: Package, allowed_creator: str) -> Iterator[ScanFinding]:
    for part in package.macro_parts():
        yield ScanFinding(kind=ScanKind.MACRO, part=part.lstrip("/").lower(), detail="macro")
    for part in package.parts():
        yield from _in_folder(part)
        if part.endswith(".rels"):
            yield from _in_relations(package, part)
        elif part.endswith(".xml") and part != "[content_types].xml":
            yield from _in_markup(package.root(part), part, allowed_creator)
        elif part.endswith(_PICTURES):
            for detail in metadata_kinds(package.read(part)):
                yield ScanFinding(kind=ScanKind.PICTURE_DATA, part=part, detail=detail)


def _in_folder(part: str) -> Iterator[ScanFinding]:
    for beginning, scan_kind in _FOLDERS.items():
        if part.startswith(beginning):
            yield ScanFinding(kind=scan_kind, part=part, detail="part")


def _in_relations(package: Package, part: str) -> Iterator[ScanFinding]:
    for relation in package.relations_listed(part):
        if relation.kind in _RELATIONS:
            yield ScanFinding(kind=_RELATIONS[relation.kind], part=part, detail=relation.kind)
        elif relation.is_external and not (
            relation.kind == "hyperlink" and allowed_target(relation.target)
        ):
            yield ScanFinding(
                kind=ScanKind.EXTERNAL_RELATION, part=part, detail=relation.kind or "relation"
            )


def _in_markup(root: Element, part: str, allowed_creator: str) -> Iterator[ScanFinding]:
    for element in root.iter():
        name = kind(element)
        scan_kind = _ELEMENTS.get(name) or _of_property(element, name, allowed_creator)
        if scan_kind is None and name in _HIDING and is_on(element):
            scan_kind = ScanKind.HIDDEN_TEXT
        if scan_kind is not None:
            yield ScanFinding(kind=scan_kind, part=part, detail=name)
        yield from _in_attributes(element, part)


def _of_property(element: Element, name: str, allowed_creator: str) -> ScanKind | None:
    words = (element.text or "").strip()
    if not words or (name == "ep:TotalTime" and words == "0"):
        return None
    if name == "dc:creator":
        return None if words == allowed_creator else ScanKind.AUTHOR
    return _PROPERTIES.get(name)


def _in_attributes(element: Element, part: str) -> Iterator[ScanFinding]:
    for name in attribute_names(element):
        if name.startswith("w:rsid"):
            yield ScanFinding(kind=ScanKind.EDITING_TRAIL, part=part, detail="w:rsid")
        elif name in ("w:author", "w:initials"):
            yield ScanFinding(kind=ScanKind.AUTHOR, part=part, detail=name)
