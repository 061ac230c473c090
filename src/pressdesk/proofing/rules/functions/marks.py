"""Quotation marks and quote dashes."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.rules.functions.saying import SAYING
from pressdesk.proofing.rules.model import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressdesk.proofing.rules.context import Context

_OPENERS, _CLOSERS = '"“„”', '"”“'
_MARK = re.compile('["“”„«»]')
_MOST_BETWEEN = 600
"""Code points of a quotation; marks further apart do not belong together."""


def _pairs(context: Context) -> Iterator[Hit]:
    """Yield opening and closing marks that are no guillemets, in pairs, outside of guillemets."""
    text = context.text
    depth = 0
    opened: int | None = None
    for found in _MARK.finditer(text):
        at, sign = found.start(), found.group()
        if sign in "«»":
            depth = max(0, depth + (1 if sign == "«" else -1))
            opened = None
        elif depth:
            continue
        elif opened is None or at - opened > _MOST_BETWEEN:
            opened = at if _opens(text, at) else None
        elif _closes(text, at):
            yield Hit(opened, opened + 1, suggestions=("«",))
            yield Hit(at, at + 1, suggestions=("»",))
            opened = None


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    is_before = not before or before.isspace() or before in "([–—-/…"
    return text[at] in _OPENERS and is_before and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in _CLOSERS and not before.isspace() and not after.isalnum()


_WRONG_DASH = re.compile(
    r"\s*(?:(?P<dash>--?|[\u2010-\u2012\u2014\u2015\u2212])(?P<space>\s?)|(?P<bare>–))"
    r"(?=[«\"“”]?[A-ZÆØÅÉ«])"
)
_TAG = re.compile(r"[,!?»”\"]\s(\w+)\s")


def _quote_dash(context: Context) -> Iterator[Hit]:
    """Yield the sign before direct speech where it is no en dash with a space.

    In the body a paragraph is speech only where somebody says it: a hyphen also begins the items
    of a list.
    """
    found = _WRONG_DASH.match(context.text)
    if found is None:
        return
    if context.role is not Role.QUOTE and not _is_tagged(context.text, found.end()):
        return
    if found["bare"]:
        yield Hit(found.start("bare"), found.end(), suggestions=("–\u00a0",))
    else:
        right = "–" if found["space"] else "–\u00a0"
        yield Hit(found.start("dash"), found.end("dash"), suggestions=(right,))


def _is_tagged(text: str, start: int) -> bool:
    """Return whether somebody is said to say what begins at ``start``."""
    return any(tag[1] in SAYING for tag in _TAG.finditer(text, start))


FUNCTIONS: Mapping[str, Callable[[Context], Iterator[Hit]]] = MappingProxyType(
    {"tegn.anførselstegn": _pairs, "sitat.replikkstrek": _quote_dash}
)
