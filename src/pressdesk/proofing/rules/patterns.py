"""Regular expressions with a time limit; the one module that knows the library ``regex``."""

from __future__ import annotations

from itertools import islice
from time import thread_time
from typing import TYPE_CHECKING, TypeVar

import regex

from pressdesk.proofing.rules.model import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pressdesk.proofing.rules.context import Context

T = TypeVar("T")

TIME_LIMIT_S = 0.05
"""For one pattern in one passage: thousands of times what a sound pattern needs."""

MOST_MATCHES = 2000
"""In one passage; more than anybody reads."""

_TRIES = 5
_FAIR_SHARE = 0.6

MARKED = "feil"
"""The group that is marked, where a pattern has it."""


class PatternFault(Exception):
    """Not a regular expression; the words are those of the library."""


class Pattern:
    """A compiled regular expression whose searches end."""

    __slots__ = ("_compiled", "groups", "text")

    def __init__(self, text: str) -> None:
        """Compile ``text``.

        Raises:
            PatternFault: it is not a regular expression, or matches nothing at all.
        """
        try:
            self._compiled = regex.compile(text, regex.VERSION0)
        except regex.error as error:
            raise PatternFault(str(error)) from error
        self.text = text
        self.groups: Mapping[str, int] = dict(self._compiled.groupindex)

    def matches(self, text: str) -> Sequence[regex.Match[str]]:
        """Return the matches in ``text``, in order, the first ``MOST_MATCHES`` of them.

        They are looked for at one go, since the clock would run on while somebody looks at them.

        Raises:
            TimeoutError: the time limit was reached.
        """
        return self._in_time(lambda: list(islice(self._found(text), MOST_MATCHES)))

    def _found(self, text: str) -> Iterator[regex.Match[str]]:
        yield from self._compiled.finditer(text, timeout=TIME_LIMIT_S)

    def is_all_of(self, text: str) -> bool:
        """Return whether the whole of ``text`` matches.

        Raises:
            TimeoutError: the time limit was reached.
        """
        return self._in_time(
            lambda: self._compiled.fullmatch(text, timeout=TIME_LIMIT_S) is not None
        )

    @staticmethod
    def _in_time(search: Callable[[], T]) -> T:
        """Return what ``search`` finds.

        The library's clock also runs while others have the processor, so a search that did not
        get its time is tried again: what is found must not depend on how busy the machine is.
        """
        for _ in range(_TRIES - 1):
            began = thread_time()
            try:
                return search()
            except TimeoutError:
                if thread_time() - began > TIME_LIMIT_S * _FAIR_SHARE:
                    raise
        return search()


class PatternDetector:
    """Finds what a regular expression matches in a passage, addresses aside."""

    __slots__ = ("_pattern", "_reads_addresses")

    def __init__(self, pattern: Pattern, *, reads_addresses: bool = False) -> None:
        self._pattern = pattern
        self._reads_addresses = reads_addresses

    def hits(self, context: Context) -> Iterator[Hit]:
        """Yield a hit for each match."""
        marked: str | int = MARKED if MARKED in self._pattern.groups else 0
        for match in self._pattern.matches(context.text):
            start, end = match.span(marked)
            if start < 0:
                start, end = match.span()
            if self._reads_addresses or not context.is_address(start, end):
                yield Hit(start, end, fields=match.groupdict(default=""))
