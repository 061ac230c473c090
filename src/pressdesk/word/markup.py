"""XML as .docx files use it: names, safe parsing, building. The only module that sees lxml."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
REVIEW = "urn:pressdesk:review:1"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

_STRICT = "http://purl.oclc.org/ooxml/"
_SHORT = {
    W: "w",
    _STRICT + "wordprocessingml/main": "w",
    R: "r",
    _STRICT + "officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    CP: "cp",
    DC: "dc",
    DCTERMS: "dcterms",
    RELATIONS: "rel",
    CONTENT_TYPES: "ct",
    PROPERTIES: "ep",
    CUSTOM_PROPERTIES: "cup",
    VARIANTS: "vt",
    REVIEW: "pd",
    _STRICT + "officeDocument/extendedProperties": "ep",
}
_PREFIXES = {short: uri for uri, short in reversed(_SHORT.items())}
_WORD_ATTRIBUTES = {W, _STRICT + "wordprocessingml/main"}
_RELATION_ATTRIBUTES = {R, _STRICT + "officeDocument/relationships"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_TOO_MUCH = {"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_ENTITY_LOOP"}


class MarkupBroken(ValueError):
    """Not well-formed, or in an encoding that a package may not use."""


class MarkupTooLarge(ValueError):
    """Deeper, longer or more expanding than the parser takes."""


class MarkupHasDoctype(ValueError):
    """There is a document type declaration."""


def has_doctype(data: bytes) -> bool:
    """Return whether the words ``<!DOCTYPE`` stand anywhere in ``data``."""
    return any(words in data for words in _DOCTYPES)


def utf_8(data: bytes) -> bytes:
    """Return ``data`` in an encoding where ASCII characters are single bytes.

    UTF-16, which packages may use, becomes UTF-8.

    Raises:
        MarkupBroken: another encoding, or not what it says.
    """
    if not data.startswith(_UTF_16):
        named = _ENCODING.match(data)
        if named and named.group(1).decode("latin-1").lower() not in _ENCODINGS:
            raise MarkupBroken("encoding")
        return data
    marked = data.startswith(_UTF_16[:2])
    try:
        text = data.decode("utf-16" if marked else "utf-16-be" if data[0] == 0 else "utf-16-le")
    except UnicodeDecodeError as error:
        raise MarkupBroken("encoding") from error
    return re.sub(r"^<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode()


def parsed(data: bytes) -> Element:
    """Return the root element of ``data``; nothing is fetched and no entity is expanded.

    Raises:
        MarkupBroken, MarkupTooLarge, MarkupHasDoctype: see there.
    """
    if has_doctype(data):
        raise MarkupHasDoctype
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(utf_8(data), parser)
    except etree.XMLSyntaxError as error:
        last = parser.error_log.last_error
        words = str(error).lower()
        if (last is not None and last.type_name in _TOO_MUCH) or "excessive depth" in words:
            raise MarkupTooLarge from error
        raise MarkupBroken(last.type_name if last is not None else "syntax") from error
    if root.getroottree().docinfo.doctype:
        raise MarkupHasDoctype
    return root


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    uri, _, name = tag.rpartition("}")
    prefix = _SHORT.get(uri[1:], "?") if uri else ""
    return f"{prefix}:{name}" if prefix else name


def kind(element: Element) -> str:
    """Return the element's name with its usual prefix, strict and transitional alike: ``w:p``.

    Elements of other namespaces are called ``?:name``.
    """
    return _short(str(element.tag))


def children(element: Element, *kinds: str) -> Iterator[Element]:
    """Yield the child elements of these kinds."""
    return (child for child in element if kind(child) in kinds)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element down ``path``, None where a step is missing."""
    for step in path:
        if element is None:
            return None
        element = next(children(element, step), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """Return the word-processing attribute ``name``, or the one without a namespace."""
    return None if element is None else _attribute(element, name, _WORD_ATTRIBUTES)


def relation_id(element: Element, name: str = "id") -> str | None:
    """Return the relation that the element names."""
    return _attribute(element, name, _RELATION_ATTRIBUTES)


def _attribute(element: Element, name: str, uris: set[str]) -> str | None:
    values = (element.get(f"{{{uri}}}{name}") for uri in uris)
    return next((str(value) for value in values if value is not None), element.get(name))


def attribute_names(element: Element) -> Iterator[str]:
    """Yield the names of the element's attributes with their usual prefixes: ``w:rsidR``."""
    return (_short(str(name)) for name in element.attrib)


def every(element: Element, *kinds: str) -> Iterator[Element]:
    """Yield the elements of these kinds in and under ``element``, in the order of the file."""
    return element.iter(*(tag for one in kinds for tag in _tags(one)))


@lru_cache(maxsize=512)
def _tags(name: str) -> tuple[str, ...]:
    prefix, _, local = name.partition(":")
    return tuple(f"{{{uri}}}{local}" for uri, short in _SHORT.items() if short == prefix)


def extension(element: Element, name: str) -> str | None:
    """Return the attribute ``name`` of whichever of Word's later namespaces it is in."""
    return next(
        (str(value) for key, value in element.attrib.items() if _local(str(key)) == name), None
    )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def is_on(element: Element | None) -> bool | None:
    """Return what an on/off property says, None where it is absent."""
    if element is None:
        return None
    return (attribute(element, "val") or "true").lower() not in ("0", "false", "off")


def text_of(element: Element) -> str:
    """Return the element's own text as Word shows it, outer spaces only where they are kept."""
    words = element.text or ""
    if element.get(_SPACE) == "preserve":
        return words
    return words.strip(" \t\r\n")


def made(name: str, *content: Element | str, **attributes: str) -> Element:
    """Return a new element: ``made("w:jc", w_val="right")``.

    Shape: an underscore in an attribute's name stands for the colon; strings are text.
    """
    element = etree.Element(_long(name))
    for key, value in attributes.items():
        element.set(_long(key.replace("_", ":", 1)), value)
    for part in content:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element


@lru_cache(maxsize=512)
def _long(name: str) -> str:
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    if prefix == "xml":
        return f"{{http://www.w3.org/XML/1998/namespace}}{local}"
    if prefix == "xsi":
        return f"{{{XSI}}}{local}"
    return f"{{{_PREFIXES[prefix]}}}{local}"


def root(name: str, *prefixes: str) -> Element:
    """Return a new root element that declares ``prefixes``; an empty one is its own."""
    own, _, local = name.partition(":")
    uris = {**_PREFIXES, "xsi": XSI}
    spaces: dict[str | None, str] = {one or None: uris[one or own] for one in prefixes}
    return etree.Element(f"{{{uris[own]}}}{local}", nsmap=spaces)


def written(element: Element) -> bytes:
    """Return the element as a part of a package."""
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True)
