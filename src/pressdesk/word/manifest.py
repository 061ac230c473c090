"""The manifest of a review document: which release, round and reader, and what was sent.

It stands twice in the file, since programs of others lose one or the other: short as a custom
property, whole as a custom XML part. Format 1, described in ARCHITECTURE.md.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.ids import Digest, PersonId, ReleaseId
from pressdesk.word.markup import Element, attribute, children, kind, made, root, written
from pressdesk.word.skeleton import Extra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.word.reading import MarkedDocument

FORMAT = "1"
PROPERTY = "PressDesk"
BOOKMARK = "pd_"
GONE_BOOKMARK = "po_"
ANSWER_BOOKMARK = "pa_"
"""What the names of bookmarks begin with: of what is there, of what we took out, of boxes."""
_LONGEST_BOOKMARK = 40
_NOT_IN_BOOKMARKS = re.compile(r"[^A-Za-z0-9_]")
_ID = re.compile(r"[A-Za-z0-9]{1,40}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Which file this is: the short form, which a custom property carries."""

    release: ReleaseId
    round: str
    reader: PersonId
    revision: Digest

    def __str__(self) -> str:
        return " ".join((FORMAT, self.release, self.round, self.reader, self.revision))

    @classmethod
    def parse(cls, words: str) -> Ticket | None:
        """Return the ticket that ``words`` give, None where they give none."""
        parts = words.split()
        if len(parts) != 5 or parts[0] != FORMAT:  # noqa: PLR2004 - the members of the form
            return None
        _, release, round_, reader, revision = parts
        if not all(map(_ID.fullmatch, (release, round_, reader))) or not _DIGEST.fullmatch(
            revision
        ):
            return None
        return cls(
            release=ReleaseId(release),
            round=round_,
            reader=PersonId(reader),
            revision=Digest(revision),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stood at one anchor: the hashes of its paragraphs as they were sent, in order."""

    anchor: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All of it. ``head`` is the head code of the ledger when the file was made."""

    ticket: Ticket
    head: str
    entries: tuple[Entry, ...]

    def extras(self) -> Sequence[Extra]:
        """Return the parts that carry the manifest."""
        return (
            Extra(
                name="docProps/custom.xml",
                data=_properties(str(self.ticket)),
                content_type="application/vnd.openxmlformats-officedocument.custom-properties+xml",
                relation=_OFFICE + "relationships/custom-properties",
                is_of_package=True,
            ),
            Extra(
                name="customXml/item1.xml",
                data=written(self._xml()),
                relation=_OFFICE + "relationships/customXml",
            ),
            Extra(
                name="customXml/itemProps1.xml",
                data=_ITEM_PROPERTIES,
                content_type="application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            ),
            Extra(name="customXml/_rels/item1.xml.rels", data=_ITEM_RELATIONS),
        )

    def _xml(self) -> Element:
        manifest = root("pd:review", "")
        manifest.set("ticket", str(self.ticket))
        manifest.set("head", self.head)
        for entry in self.entries:
            element = made("pd:entry", anchor=entry.anchor)
            element.extend(made("pd:paragraph", sha256=one) for one in entry.paragraphs)
            manifest.append(element)
        return manifest

    @classmethod
    def of_xml(cls, manifest: Element) -> Manifest | None:
        """Return the manifest that a custom XML part gives, None where it gives none."""
        ticket = Ticket.parse(attribute(manifest, "ticket") or "")
        if ticket is None:
            return None
        entries = (
            Entry(
                anchor=attribute(one, "anchor") or "",
                paragraphs=tuple(
                    attribute(paragraph, "sha256") or ""
                    for paragraph in children(one, "pd:paragraph")
                ),
            )
            for one in children(manifest, "pd:entry")
        )
        return cls(ticket=ticket, head=attribute(manifest, "head") or "", entries=tuple(entries))


def manifest_in(document: MarkedDocument) -> Manifest | None:
    """Return the manifest that a file carries, None where none survived.

    Without its XML part only the ticket is left: the manifest then has no entries.
    """
    for item in document.custom_xml:
        if kind(item) == "pd:review" and (found := Manifest.of_xml(item)) is not None:
            return found
    ticket = Ticket.parse(document.properties.get(PROPERTY, ""))
    return None if ticket is None else Manifest(ticket=ticket, head="", entries=())


def paragraph_hash(words: str) -> str:
    """Return what the manifest holds of one paragraph: the SHA-256 of its words in UTF-8."""
    return hashlib.sha256(words.encode()).hexdigest()


def bookmark(anchor: str, prefix: str = BOOKMARK) -> str:
    """Return the name of an anchor's bookmark: at most 40 letters, digits and underscores."""
    name = prefix + _NOT_IN_BOOKMARKS.sub("_", anchor)
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    return prefix + hashlib.sha256(anchor.encode()).hexdigest()[: _LONGEST_BOOKMARK - len(prefix)]


def _properties(ticket: str) -> bytes:
    properties = root("cup:Properties", "", "vt")
    value = made("vt:lpwstr", ticket)
    named = made("cup:property", value, fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid="2")
    named.set("name", PROPERTY)
    properties.append(named)
    return written(properties)


_ITEM_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    b'<ds:datastoreItem ds:itemID="{5A0B6A4C-7D4F-4F57-9C0F-3B1D5D2E7A11}" '
    b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    b'<ds:schemaRefs><ds:schemaRef ds:uri="urn:pressdesk:review:1"/></ds:schemaRefs>'
    b"</ds:datastoreItem>"
)
_ITEM_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
)
