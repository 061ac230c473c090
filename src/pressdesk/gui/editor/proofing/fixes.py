"""Replacements that are looked for elsewhere, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.finding import Finding

    Suggest = Callable[[Finding, Callable[[tuple[str, ...]], None]], None]


class Fixes:
    """Knows the replacements that were found, and has the next one looked for.

    ``suggest`` looks for replacements and calls back; ``changed`` hears that some were found.
    """

    def __init__(self, suggest: Suggest, changed: Callable[[], None]) -> None:
        self._suggest = suggest
        self._changed = changed
        self._known: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._asked: list[Finding] = []
        self._is_asking = False

    def of(self, finding: Finding) -> tuple[str, ...] | None:
        """Return the replacements, None while they are not known."""
        if finding.suggestions is not None:
            return finding.suggestions
        return self._known.get(_key(finding))

    def want(self, findings: Sequence[Finding]) -> None:
        """Look for replacements for these, and no longer for those wanted before."""
        self._asked = [one for one in findings if self.of(one) is None]
        self._ask()

    def want_first(self, finding: Finding) -> None:
        """Look for replacements for one before all others."""
        if self.of(finding) is None:
            self._asked.insert(0, finding)
            self._ask()

    def forget_wishes(self) -> None:
        """Look for nothing more."""
        self._asked.clear()

    def _ask(self) -> None:
        if self._is_asking or not self._asked:
            return
        finding = self._asked.pop(0)
        self._is_asking = True

        def answer(fixes: tuple[str, ...]) -> None:
            self._is_asking = False
            self._known[_key(finding)] = fixes
            self._asked = [one for one in self._asked if self.of(one) is None]
            self._changed()
            self._ask()

        self._suggest(finding, answer)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.language.value, finding.text
