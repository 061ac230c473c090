"""One list of what several checks found in the same passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.finding import FindingKind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pressdesk.domain.finding import Finding

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}
_WORDING = frozenset({FindingKind.SPELLING, FindingKind.GRAMMAR, FindingKind.TYPOGRAPHY})
_WINDOW = 32
"""Findings looked back at for an overlap; more than that many on one spot are not read."""


def merged(findings: Iterable[Finding], order: Mapping[str, int]) -> tuple[Finding, ...]:
    """Return ``findings`` of one passage in reading order without those made needless by another.

    A misspelling of the dictionary goes where a rule about wording marks the word, alone or with
    its neighbours. Of two findings of one kind that overlap, the graver stays, then the longer,
    then that of the earlier rule. ``order`` numbers the rules; the dictionary has no number.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: _place(one, order)):
        rivals = [one for one in kept[-_WINDOW:] if _are_rivals(one, finding)]
        if all(_rank(finding, order) < _rank(one, order) for one in rivals):
            for one in rivals:
                kept.remove(one)
            kept.append(finding)
    return tuple(kept)


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    return finding.start, finding.end, order.get(finding.rule, len(order)), finding.rule


def _are_rivals(one: Finding, other: Finding) -> bool:
    """Return whether only one of them should be heard."""
    if one.start >= other.end or other.start >= one.end:
        return one == other
    if one.kind is other.kind:
        return True
    kinds = {one.kind, other.kind}
    return FindingKind.SPELLING in kinds and kinds <= _WORDING


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[bool, int, int, int, int]:
    """Return what decides between rivals; the lowest stays."""
    return (
        finding.suggestions is None and finding.rule not in order,
        _GRAVITY[finding.severity],
        finding.start - finding.end,
        order.get(finding.rule, len(order)),
        finding.start,
    )
