"""Opening a .docx that anybody may have made: every limit is checked before it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, TypeVar

from pressdesk.domain.errors import (
    OldOrEncryptedWordFile,
    SourceEmpty,
    SourceMissing,
    WordFileDamaged,
    WordFileHasDoctype,
    WordFileHasMacros,
    WordFileHasRemoteTemplate,
    WordFileTooLarge,
)
from pressdesk.word import markup
from pressdesk.word.markup import Element, attribute, children
from pressdesk.word.relations import Relation, is_remote, relations_in, relations_part, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MB = 1024 * 1024
FILE_BYTES = 20 * MB
MEMBERS = 2_000
UNPACKED_BYTES = 100 * MB
PART_BYTES = 20 * MB
RATIO = 200
RATIO_FROM_BYTES = 1 * MB
PARAGRAPHS = 20_000
NODES = 1_500_000
"""Tags and attributes in all that is parsed: what 20 000 long paragraphs need, and no more."""

_OLE = b"\xd0\xcf\x11\xe0"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_PARAGRAPH = re.compile(rb"<(?:[^\s<>/!?:]+:)?p[\s/>]")
_MACRO_PART = re.compile(r"(?:^|/)vba(?:project|data)[^/]*$")
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

T = TypeVar("T")


class Package:
    """A .docx in memory whose directory is within the limits.

    Nothing is unpacked to disk, and parts are read one at a time.
    """

    __slots__ = ("_members", "_nodes_left", "_roots", "_zip", "name")

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        if data.startswith(_OLE):
            raise OldOrEncryptedWordFile(name)
        if data.count(_DIRECTORY_ENTRY) > MEMBERS:
            raise WordFileTooLarge(name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise WordFileDamaged(name) from error
        self._members = self._checked_members()
        self._roots: dict[str, Element] = {}
        self._nodes_left = NODES

    def _checked_members(self) -> dict[str, zipfile.ZipInfo]:
        members: dict[str, zipfile.ZipInfo] = {}
        entries = self._zip.infolist()
        if len(entries) > MEMBERS or sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
            raise WordFileTooLarge(self.name)
        for entry in entries:
            part = entry.filename.replace("\\", "/")
            if entry.flag_bits & _ENCRYPTED:
                raise OldOrEncryptedWordFile(self.name)
            if _is_bomb(entry) or (_is_xml(part) and entry.file_size > PART_BYTES):
                raise WordFileTooLarge(self.name)
            if _leads_astray(entry, part) or part.casefold() in members:
                raise WordFileDamaged(self.name)
            members[part.casefold()] = entry
        return members

    def parts(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the file, in small letters."""
        return tuple(part for part in self._members if not part.endswith("/"))

    def has(self, part: str) -> bool:
        """Return whether there is such a part."""
        return part.casefold() in self._members

    def read(self, part: str) -> bytes:
        """Return the bytes of ``part``; what the directory says of its size is not believed.

        Raises:
            WordFileDamaged: no such part, or it cannot be unpacked.
            WordFileTooLarge: more than the limit.
        """
        entry = self._members.get(part.casefold())
        if entry is None or entry.compress_type not in _READABLE:
            raise WordFileDamaged(self.name)
        try:
            with self._zip.open(entry) as file:
                data = file.read(PART_BYTES + 1)
                if not file.read(1) and len(data) <= PART_BYTES:
                    return data
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise WordFileDamaged(self.name) from error
        raise WordFileTooLarge(self.name)

    def root(self, part: str) -> Element:
        """Return the root element of ``part``, parsed once.

        Raises:
            WordFileDamaged, WordFileTooLarge, WordFileHasDoctype: see there.
        """
        if part not in self._roots:
            data = self.read(part)
            plain = self._bounded(lambda: markup.utf_8(data))
            self._nodes_left -= plain.count(b"<") + plain.count(b"=")
            if self._nodes_left < 0:
                raise WordFileTooLarge(self.name)
            self._roots[part] = self._bounded(lambda: markup.parsed(data))
        return self._roots[part]

    def count_paragraphs(self, part: str) -> int:
        """Return how many paragraphs ``part`` holds at most, without parsing it."""
        data = self.read(part)
        return sum(1 for _ in _PARAGRAPH.finditer(self._bounded(lambda: markup.utf_8(data))))

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the relations of ``part``, those of the package itself for ""."""
        name = relations_part(part)
        return self.relations_listed(name) if self.has(name) else ()

    def relations_listed(self, rels_part: str) -> tuple[Relation, ...]:
        """Return the relations in a ``.rels`` part itself."""
        return tuple(relations_in(self.root(rels_part)))

    def all_relations(self) -> Iterator[tuple[str, Relation]]:
        """Yield every relation in the package with the part that lists it."""
        for part in self.parts():
            if part.endswith(".rels"):
                yield from ((part, relation) for relation in self.relations_listed(part))

    def related(self, part: str, relation_kind: str) -> tuple[str, ...]:
        """Return the parts that ``part`` has inner relations of that kind to."""
        return tuple(
            resolved(part, relation.target)
            for relation in self.relations(part)
            if relation.kind == relation_kind and not relation.is_external
        )

    def main_part(self) -> str:
        """Return the name of the document itself, whatever it is called.

        Raises:
            WordFileDamaged: there is none.
        """
        found = [part for part in self.related("", "officeDocument") if self.has(part)]
        if not found:
            raise WordFileDamaged(self.name)
        return found[0]

    def content_types(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of extension or part name, and content type.

        Raises:
            WordFileDamaged: the package has no list of them.
        """
        listed = children(self.root("[Content_Types].xml"), "ct:Default", "ct:Override")
        return tuple(
            (attribute(one, "PartName") or attribute(one, "Extension") or "", type_)
            for one in listed
            if (type_ := attribute(one, "ContentType"))
        )

    def macro_parts(self) -> tuple[str, ...]:
        """Return the parts that are, or belong to, program code."""
        typed = [
            part
            for part, type_ in self.content_types()
            if "macroenabled" in type_.lower() or "vbaproject" in type_.lower()
        ]
        return (*typed, *(part for part in self.parts() if _MACRO_PART.search(part)))

    def remote_templates(self) -> tuple[str, ...]:
        """Return the parts that list a template on another machine."""
        return tuple(
            part
            for part, relation in self.all_relations()
            if relation.kind == "attachedTemplate" and is_remote(relation.target)
        )

    def check_markup(self) -> None:
        """Look through every XML part, without parsing, for a document type declaration.

        Raises:
            WordFileHasDoctype: there is one.
        """
        for part in self.parts():
            if _is_xml(part) and markup.has_doctype(self.read(part)):
                raise WordFileHasDoctype(self.name)

    def _bounded(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except markup.MarkupHasDoctype as error:
            raise WordFileHasDoctype(self.name) from error
        except markup.MarkupTooLarge as error:
            raise WordFileTooLarge(self.name) from error
        except markup.MarkupBroken as error:
            raise WordFileDamaged(self.name) from error


def opened(path: Path) -> Package:
    """Return the package in ``path``, whatever it carries, once its bounds are checked.

    Raises:
        SourceMissing, SourceEmpty: nothing to read.
        OldOrEncryptedWordFile, WordFileDamaged, WordFileTooLarge, WordFileHasDoctype: see there.
    """
    return opened_bytes(path.name, _bytes_in(path))


def opened_bytes(name: str, data: bytes) -> Package:
    """Return the package in ``data``, as ``opened`` does.

    Raises:
        What ``opened`` raises, but for SourceMissing.
    """
    if not data:
        raise SourceEmpty(name)
    if len(data) > FILE_BYTES and not data.startswith(_OLE):
        raise WordFileTooLarge(name)
    package = Package(name, data)
    package.check_markup()
    return package


def _bytes_in(path: Path) -> bytes:
    """Return the file's bytes, or so many that it is seen to be too large."""
    try:
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        raise SourceMissing(path.name) from error


def safely_opened(path: Path) -> Package:
    """Return the package in ``path`` if nothing in it acts by itself.

    Raises:
        SourceMissing, SourceEmpty: nothing to read.
        OldOrEncryptedWordFile, WordFileDamaged, WordFileTooLarge, WordFileHasDoctype,
        WordFileHasMacros, WordFileHasRemoteTemplate: see there.
    """
    return safely_opened_bytes(path.name, _bytes_in(path))


def safely_opened_bytes(name: str, data: bytes) -> Package:
    """Return the package in ``data`` if nothing in it acts by itself.

    Raises:
        What ``safely_opened`` raises, but for SourceMissing.
    """
    package = opened_bytes(name, data)
    if package.macro_parts():
        raise WordFileHasMacros(package.name)
    if package.remote_templates():
        raise WordFileHasRemoteTemplate(package.name)
    return package


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    packed = max(1, entry.compress_size)
    return entry.file_size > RATIO_FROM_BYTES and entry.file_size > RATIO * packed


def _leads_astray(entry: zipfile.ZipInfo, part: str) -> bool:
    """Return whether a name could mean a place outside the package."""
    name = entry.orig_filename
    return (
        not part
        or part.startswith("/")
        or "\0" in name
        or ":" in part.split("/", maxsplit=1)[0]
        or ".." in part.split("/")
    )
