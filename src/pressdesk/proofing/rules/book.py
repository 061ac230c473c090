"""All rules, read when they are first asked for."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from pressdesk import paths
from pressdesk.proofing.rules.reading import read_rules

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Language, Profile
    from pressdesk.proofing.rules.model import Rule, Scope


class RuleBook:
    """The rules of a folder; cheap to make, read once, used by many threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._rules: tuple[Rule, ...] | None = None
        self._chosen: dict[tuple[Language, Profile, Scope], tuple[Rule, ...]] = {}

    def rules(self) -> tuple[Rule, ...]:
        """Return all rules in their order.

        Raises:
            RuleFileFaulty: one of its kinds; no rule of any file is used then.
        """
        with self._lock:
            if self._rules is None:
                self._rules = read_rules(self._folder or paths.resource("rules"))
            return self._rules

    def of(self, language: Language, profile: Profile, scope: Scope) -> tuple[Rule, ...]:
        """Return the rules that hold in texts of that language and profile.

        Raises:
            RuleFileFaulty: see ``rules``.
        """
        key = (language, profile, scope)
        chosen = self._chosen.get(key)
        if chosen is None:
            chosen = tuple(
                rule
                for rule in self.rules()
                if rule.scope is scope and rule.is_for(language, profile)
            )
            self._chosen[key] = chosen
        return chosen
