"""What the events of this version say, as values; each writes and reads its own JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import Json, canonical_json, sha256
from pressdesk.domain.fields import Fields
from pressdesk.domain.ids import Digest, PartnerId, ReleaseId

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCreated:
    """A release began. ``source_sha256`` is the hash of the file it was made from, if any."""

    release: ReleaseId
    source_name: str | None
    source_sha256: Digest | None
    pen: PartnerId | None

    def to_json(self) -> dict[str, Json]:
        """Return the payload."""
        return {
            "release": self.release,
            "source_name": self.source_name,
            "source_sha256": self.source_sha256,
            "pen": self.pen,
        }

    @classmethod
    def from_json(cls, value: Json) -> ReleaseCreated:
        """Return the payload; ValueError for another shape."""
        fields = Fields(value)
        digest, pen = fields.optional_string("source_sha256"), fields.optional_string("pen")
        payload = cls(
            release=ReleaseId(fields.string("release")),
            source_name=fields.optional_string("source_name"),
            source_sha256=Digest(digest) if digest is not None else None,
            pen=PartnerId(pen) if pen is not None else None,
        )
        fields.end()
        return payload


def revision_hash(contents: Mapping[str, Digest]) -> Digest:
    """Return the name of a revision: the hash of its language and digest pairs."""
    return sha256(canonical_json(dict(contents)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionSaved:
    """An immutable snapshot, named by ``hash``; numbers count from 1.

    Shape: ``contents`` holds one (language, content digest) for each language, sorted.
    """

    number: int
    name: str
    contents: tuple[tuple[str, Digest], ...]

    @property
    def hash(self) -> Digest:
        """The hash that names the revision: of its language and digest pairs."""
        return revision_hash(dict(self.contents))

    def to_json(self) -> dict[str, Json]:
        """Return the payload."""
        contents: dict[str, Json] = dict(self.contents)
        return {
            "number": self.number,
            "name": self.name,
            "hash": self.hash,
            "contents": contents,
        }

    @classmethod
    def from_json(cls, value: Json) -> RevisionSaved:
        """Return the payload; ValueError for another shape or a hash that does not fit."""
        fields = Fields(value)
        named = Fields(contents := fields.value("contents"))
        assert isinstance(contents, dict)  # noqa: S101  # Fields has just refused anything else
        payload = cls(
            number=fields.integer("number"),
            name=fields.string("name"),
            contents=tuple((key, Digest(named.string(key))) for key in sorted(contents)),
        )
        if fields.string("hash") != payload.hash:
            raise ValueError("the revision's name does not fit its contents")
        fields.end()
        return payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file left the machine. ``revision`` is the number of what it was made from."""

    format: str
    is_draft: bool
    language: str
    file_name: str
    sha256: Digest
    revision: int

    def to_json(self) -> dict[str, Json]:
        """Return the payload."""
        return {
            "format": self.format,
            "is_draft": self.is_draft,
            "language": self.language,
            "file_name": self.file_name,
            "sha256": self.sha256,
            "revision": self.revision,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadErased:
    """The payloads of earlier events were erased; ``reason`` says why, without the data."""

    events: tuple[int, ...]
    reason: str

    def to_json(self) -> dict[str, Json]:
        """Return the payload."""
        return {"events": list(self.events), "reason": self.reason}
