"""What the list of findings shows, as plain values in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.gui.editor.proofing.spots import WAVES
from pressdesk.gui.sheet import Wave

if TYPE_CHECKING:
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.proofing_notes import Ignored
    from pressdesk.gui.editor.saying import Saying

_AROUND = 46
"""Letters of context on each side of the words."""
_LONGEST = 140
"""Letters of the words themselves."""


class Filter(StrEnum):
    """Which findings are listed."""

    ALL = "all"
    ERRORS = "errors"
    SPELLING = "spelling"
    LANGUAGE = "language"
    STYLE = "style"
    IGNORED = "ignored"


class Step(StrEnum):
    """What a card offers beside its fixes."""

    REMOVE = "remove"
    GO = "go"
    ALIKE = "alike"
    WORD = "word"
    IGNORE = "ignore"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The words of a finding, and what stands around them."""

    before: str = ""
    words: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRow:
    """Which piece of the text the cards below are about."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreRow:
    """That there are more findings than are listed; choosing it lists the others."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One finding.

    ``sort`` says in words what the mark says by colour: «Feil · Rettskriving». ``fixes`` are
    None while they are looked for. ``note`` is what else has to be said: whose approval a fix
    costs, or who set it aside and why.
    """

    key: str
    title: str
    sort: str
    excerpt: Excerpt
    wave: Wave = Wave.STYLE
    fixes: tuple[str, ...] | None = ()
    steps: tuple[Step, ...] = ()
    alike: int = 1
    note: str = ""
    explanation: str = ""
    source: str = ""

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        parts = (self.title, self.sort, str(self.excerpt), self.note, ", ".join(self.fixes or ()))
        return ". ".join(part.strip(" .") for part in parts if part.strip())


Row: TypeAlias = HeadingRow | MoreRow | CardRow


def is_listed(finding: Finding, chosen: Filter) -> bool:
    """Return whether a finding is among those chosen."""
    match chosen:
        case Filter.ERRORS:
            return finding.severity is Severity.ERROR
        case Filter.SPELLING:
            return finding.kind is FindingKind.SPELLING
        case Filter.LANGUAGE:
            return WAVES[finding.kind] is Wave.GRAMMAR
        case Filter.STYLE:
            return WAVES[finding.kind] is Wave.STYLE
        case _:
            return True


def excerpt_of(line: str, start: int, end: int) -> Excerpt:
    """Return the words from ``start`` to ``end`` with what stands around them in their line."""
    words = line[start:end]
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
        return Excerpt(words=words)
    left = max(0, start - _AROUND)
    if left:
        space = line.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    right = min(len(line), end + _AROUND)
    if right < len(line):
        space = line.rfind(" ", end, right)
        right = space if space >= 0 else right
    before = f"… {line[left:start]}" if left else line[:start]
    after = f"{line[end:right]} …" if right < len(line) else line[end:]
    return Excerpt(before=before, words=words, after=after)


def sort_words(saying: Saying, finding: Finding) -> str:
    """Return «Feil · Rettskriving»."""
    _ = saying.gettext
    severity = {
        Severity.ERROR: _("Error"),
        Severity.WARNING: _("Probably wrong"),
        Severity.ADVICE: _("Advice"),
    }[finding.severity]
    return f"{severity} · {kind_words(saying, finding.kind)}"


def kind_words(saying: Saying, kind: FindingKind) -> str:
    """Return «Rettskriving»."""
    _ = saying.gettext
    return {
        FindingKind.SPELLING: _("Spelling"),
        FindingKind.GRAMMAR: _("Grammar"),
        FindingKind.PUNCTUATION: _("Punctuation"),
        FindingKind.TYPOGRAPHY: _("Typography"),
        FindingKind.STYLE: _("Style"),
        FindingKind.HOUSE: _("House style"),
        FindingKind.STRUCTURE: _("Structure"),
    }[kind]


def ignored_row(saying: Saying, number: int, ignored: Ignored, title: str) -> CardRow:
    """Return the card of a finding that was set aside."""
    words = saying.gettext("Set aside by {name}: {reason}")
    if not ignored.by:
        words = saying.gettext("Set aside: {reason}")
    return CardRow(
        key=f"ignored:{number}",
        title=title,
        sort=saying.gettext("Set aside"),
        excerpt=Excerpt(words=ignored.text[:_LONGEST]),
        note=words.format(name=ignored.by, reason=ignored.reason),
        steps=(Step.RESTORE,),
    )


def filter_choices(saying: Saying, ignored: int) -> tuple[tuple[str, str], ...]:
    """Return what can be listed, as pairs of key and words."""
    _ = saying.gettext
    choices = [
        (Filter.ALL.value, _("All remarks")),
        (Filter.ERRORS.value, _("Errors only")),
        (Filter.SPELLING.value, _("Spelling")),
        (Filter.LANGUAGE.value, _("Grammar, punctuation, typography")),
        (Filter.STYLE.value, _("Style, house style, structure")),
    ]
    if ignored:
        words = saying.ngettext("{count} set aside", "{count} set aside", ignored)
        choices.append((Filter.IGNORED.value, words.format(count=ignored)))
    return tuple(choices)
