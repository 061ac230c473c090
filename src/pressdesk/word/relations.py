"""Relations between the parts of a package, and where their targets lie."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressdesk.word.markup import Element, children

if TYPE_CHECKING:
    from collections.abc import Iterator

_DRIVE = re.compile(r"^[A-Za-z][:|](?:/|$)")
_LOCALHOST = re.compile(r"^//localhost/", re.IGNORECASE)
_ROOTED = re.compile(r"^///[^/]")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation; ``kind`` is the last word of its type: ``hyperlink``, ``attachedTemplate``."""

    id: str
    kind: str
    target: str
    is_external: bool


def relations_in(root: Element) -> Iterator[Relation]:
    """Yield the relations of a parsed ``.rels`` part."""
    for element in children(root, "rel:Relationship"):
        yield Relation(
            id=element.get("Id", ""),
            kind=element.get("Type", "").rpartition("/")[2],
            target=element.get("Target", ""),
            is_external=element.get("TargetMode", "").lower() == "external",
        )


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relations of ``part`` ("" for the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolved(part: str, target: str) -> str:
    """Return the name of the part that ``target``, read within ``part``, means."""
    path = posixpath.join("/", posixpath.dirname(part), unquote(target).replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def is_remote(target: str) -> bool:
    r"""Return whether opening ``target`` would reach another machine.

    Remote are all schemes but ``file``, and names of servers (``\\\\server\\…``,
    ``file://server/…``); paths on a drive and bare names are local.
    """
    place = unquote(unquote(target)).strip().replace("\\", "/")
    scheme = _SCHEME.match(place)
    if scheme is None:
        return place.startswith("//")
    if scheme.group(1).lower() != "file":
        return True
    rest = place[scheme.end() :]
    path = _LOCALHOST.sub("", rest).lstrip("/")
    if _LOCALHOST.match(rest) or _DRIVE.match(path):
        return False
    return rest.startswith("//") and not _ROOTED.match(rest)
