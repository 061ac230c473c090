"""Our own A4 skeleton: the parts that every Word file of PressDesk has, clean from the start."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.domain.content import Content, Language
from pressdesk.word.labels import Labels
from pressdesk.word.markup import Element, made, parsed, root, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A part that some files have: its place, its type, and who refers to it.

    ``relation`` is the kind of the relation from the main part, or from the package where
    ``is_of_package``; None where another part refers to it. ``content_type`` is None for the
    default of its extension.
    """

    name: str
    data: bytes
    content_type: str | None = None
    relation: str | None = None
    is_of_package: bool = False

    @property
    def target(self) -> str:
        """The way to the part from whoever refers to it."""
        if self.is_of_package:
            return self.name
        inner = self.name.removeprefix("word/")
        return inner if inner != self.name else f"../{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The parts that hold words, and the addresses they link to, each with its relation id."""

    main: Element
    header: Element
    footer: Element
    links: Mapping[str, str]


def package(
    content: Content,
    pages: Pages,
    at: datetime,
    *,
    extras: Sequence[Extra] = (),
    is_tracked: bool = False,
) -> bytes:
    """Return the whole file. The same parts at the same instant give the same bytes.

    ``is_tracked`` asks Word to track whatever is changed.
    """
    parts = {
        "[Content_Types].xml": written(_content_types(extras)),
        "_rels/.rels": written(
            _relations(_PACKAGE_RELATIONS, {}, _referred(extras, of_package=True))
        ),
        "word/document.xml": written(pages.main),
        "word/header1.xml": written(pages.header),
        "word/footer1.xml": written(pages.footer),
        "word/_rels/document.xml.rels": written(
            _relations(_DOCUMENT_RELATIONS, pages.links, _referred(extras, of_package=False))
        ),
        **{
            f"word/{part}": _resource(name, content.language)
            for part, name in _FROM_RESOURCES.items()
        },
        "docProps/core.xml": written(_core_properties(content, at)),
        "docProps/app.xml": written(_app_properties()),
        **{extra.name: extra.data for extra in extras},
    }
    if is_tracked:
        parts["word/settings.xml"] = _tracking(parts["word/settings.xml"])
        parts["word/styles.xml"] = _with_review_styles(parts["word/styles.xml"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY_ZERO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, data)
    return buffer.getvalue()


def _referred(extras: Sequence[Extra], *, of_package: bool) -> list[Extra]:
    return [one for one in extras if one.relation and one.is_of_package is of_package]


def _tracking(settings: bytes) -> bytes:
    """Return the settings with tracking on and protected, where the schema wants it.

    A courtesy, not a lock: without a password the protection is taken away with one click.
    """
    return settings.replace(
        b"<w:defaultTabStop",
        b"<w:trackRevisions/>"
        b'<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
        b"<w:defaultTabStop",
        1,
    )


def _with_review_styles(styles: bytes) -> bytes:
    """Return the styles with those of review documents, which final files need not show."""
    whole = parsed(styles)
    whole.extend(list(parsed(paths.resource("word/review-styles.xml").read_bytes())))
    return written(whole)


def _resource(name: str, language: Language) -> bytes:
    data = paths.resource(f"word/{name}").read_bytes()
    return data.replace(_ANY_LANGUAGE, LANGUAGE_TAGS[language].encode())


def _content_types(extras: Sequence[Extra]) -> Element:
    types = root("ct:Types", "")
    for extension, type_ in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        types.append(made("ct:Default", Extension=extension, ContentType=type_))
    for part, type_ in _CONTENT_TYPES.items():
        types.append(made("ct:Override", PartName=part, ContentType=type_))
    for extra in extras:
        if extra.content_type:
            types.append(
                made("ct:Override", PartName=f"/{extra.name}", ContentType=extra.content_type)
            )
    return types


def _relations(
    inner: tuple[tuple[str, str, str], ...], links: Mapping[str, str], extras: Sequence[Extra]
) -> Element:
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
    for number, extra in enumerate(extras, 1):
        relations.append(
            made(
                "rel:Relationship",
                Id=f"rIdX{number}",
                Type=extra.relation or "",
                Target=extra.target,
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
