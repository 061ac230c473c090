"""The examples of a rule from TOML, with faults marked as in ``Det var ⟦4%⟧ i fjor.``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language, Profile
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.rules.model import Clean, Example, Scope

if TYPE_CHECKING:
    from pressdesk.proofing.rules.tables import Table

OPENING, CLOSING = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Defaults:
    """Where an example stands if it does not say so."""

    languages: frozenset[Language]
    language: Language
    profile: Profile
    role: Role
    scope: Scope

    @classmethod
    def of(
        cls,
        languages: frozenset[Language],
        profiles: frozenset[Profile],
        roles: frozenset[Role],
        scope: Scope,
    ) -> Defaults:
        """Return what fits a rule for these: bokmål, Språkrådet and body text where they do."""
        return cls(
            languages=languages,
            language=next(one for one in Language if one in languages),
            profile=next(one for one in Profile if one in profiles),
            role=Role.BODY if Role.BODY in roles else next(one for one in Role if one in roles),
            scope=scope,
        )


def read_examples(table: Table, defaults: Defaults) -> tuple[Example, ...]:
    """Return the faulty examples, at least one.

    Raises:
        RuleFaulty: one of its kinds.
    """
    tables = table.tables("examples")
    if not tables:
        raise table.missing("examples")
    return tuple(_example(one, defaults) for one in tables)


def _example(table: Table, defaults: Defaults) -> Example:
    parts = _parts(table, table.text("wrong"))
    spans: list[tuple[int, int]] = []
    at = 0
    for number, part in enumerate(parts):
        if number % 2:
            spans.append((at, at + len(part)))
        at += len(part)
    if not spans and defaults.scope is Scope.PASSAGE:
        raise table.wrong("wrong")
    text = "".join(parts)
    language, profile, roles = _where(table, defaults, text)
    example = Example(
        text=text,
        spans=tuple(spans),
        right=table.optional_text("right"),
        language=language,
        profile=profile,
        roles=roles,
    )
    table.end()
    return example


def _parts(table: Table, marked: str) -> list[str]:
    """Return the text outside and inside of marks in turn."""
    parts: list[str] = []
    for number, piece in enumerate(marked.split(OPENING)):
        inside = piece.split(CLOSING)
        if len(inside) != (1 if number == 0 else 2):
            raise table.wrong("wrong")
        parts.extend(inside)
    return parts


def read_clean(table: Table, defaults: Defaults) -> tuple[Clean, ...]:
    """Return the texts near the fault that are right.

    Raises:
        RuleFaulty: one of its kinds.
    """
    if not table.has("clean"):
        raise table.missing("clean")
    return tuple(
        Clean(
            text=one,
            language=defaults.language,
            profile=defaults.profile,
            roles=_roles((), defaults, one),
        )
        if isinstance(one, str)
        else _clean(one, defaults)
        for one in table.texts_or_tables("clean")
    )


def _clean(table: Table, defaults: Defaults) -> Clean:
    text = table.text("text")
    language, profile, roles = _where(table, defaults, text)
    table.end()
    return Clean(text=text, language=language, profile=profile, roles=roles)


def _where(
    table: Table, defaults: Defaults, text: str
) -> tuple[Language, Profile, tuple[Role, ...]]:
    language = table.choice("language", Language) or defaults.language
    profile = table.choice("profile", Profile) or defaults.profile
    role = table.choice("role", Role)
    try:
        given = (role,) if role else tuple(map(Role, table.texts("roles")))
    except ValueError:
        raise table.wrong("roles") from None
    return language, profile, _roles(given, defaults, text)


def _roles(given: tuple[Role, ...], defaults: Defaults, text: str) -> tuple[Role, ...]:
    """Return a role for each passage; the last one given holds for the rest."""
    count = len(text.splitlines()) if defaults.scope is Scope.TEXT else 1
    filled = given or (defaults.role,)
    return (filled + filled[-1:] * count)[:count]
