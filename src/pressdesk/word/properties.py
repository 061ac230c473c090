"""What programs leave in a package beside its text: custom properties and custom XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import WordFileDamaged
from pressdesk.word.markup import child, children

if TYPE_CHECKING:
    from pressdesk.word.markup import Element
    from pressdesk.word.opening import Package

_LONGEST_VALUE = 100_000


def properties(package: Package) -> dict[str, str]:
    """Return the custom document properties, by name; of two with one name the first counts.

    A part that cannot be read has none: it is not the text, and the text is what counts.
    """
    found: dict[str, str] = {}
    for part in dict.fromkeys(package.related("", "custom-properties")):
        root = _root(package, part)
        for element in () if root is None else children(root, "cup:property"):
            value = "".join(word for one in element for word in one.itertext(with_tail=False))
            found.setdefault(element.get("name", ""), value[:_LONGEST_VALUE])
    return found


def custom_xml(package: Package, namespace: str | None = None) -> tuple[Element, ...]:
    """Return the roots of the custom XML parts, those of one namespace if it is given.

    They are found by what they are, since programs give them new numbers; those that cannot be
    read are passed over.
    """
    related = package.related(package.main_part(), "customXml")
    loose = (
        part
        for part in package.parts()
        if part.startswith("customxml/item") and not part.startswith("customxml/itemprops")
    )
    names = dict.fromkeys(part.casefold() for part in (*related, *loose))
    roots = (root for part in names if (root := _root(package, part)) is not None)
    return tuple(root for root in roots if namespace is None or _namespace(root) == namespace)


def application(package: Package) -> str:
    """Return the name of the program that wrote the package, as it gives it; "" if it does not."""
    for part in package.related("", "extended-properties"):
        root = _root(package, part)
        found = None if root is None else child(root, "ep:Application")
        if found is not None:
            return (found.text or "").strip()
    return ""


def _root(package: Package, part: str) -> Element | None:
    if not package.has(part):
        return None
    try:
        return package.root(part)
    except WordFileDamaged:
        return None


def _namespace(element: Element) -> str:
    return str(element.tag).rpartition("}")[0].removeprefix("{")
