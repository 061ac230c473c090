"""Stand-ins for what the findings' plain parts talk to, and findings out of a few words."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pressdesk.domain.content import Content, Language, Paragraph
from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.finding import Finding, FindingKind, Severity
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proofing_notes import Ignored, ProofingNotes
from pressdesk.domain.text import Text
from pressdesk.gui.editor.proofing.checking import Checking
from pressdesk.gui.editor.proofing.reading import Pace
from pressdesk.gui.editor.proofing.spots import pieces_of
from pressdesk.gui.sheet import Caret, Change
from pressdesk.services.manuscripts import manuscript_of_content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.gui.editor.proofing.deeds import Deed
    from pressdesk.gui.editor.proofing.rows import Row
    from pressdesk.gui.sheet import Wave

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
_WRONG = re.compile(r"\b(fiel\w*|10000|bra)\b")


def paragraphs(*words: str) -> Content:
    """Return a release of paragraphs p0, p1 and so on."""
    blocks = tuple(
        Paragraph(id=BlockId(f"p{number}"), text=Text(one)) for number, one in enumerate(words)
    )
    return Content(language=Language.NB, title=Text("Tittel"), blocks=blocks)


def finding(word: str, /, **more: object) -> Finding:
    """Return a finding about a word: «fiel» is misspelt, 10000 wants a space, «bra» is dull."""
    kind = {"10000": FindingKind.TYPOGRAPHY, "bra": FindingKind.STYLE}.get(
        word, FindingKind.SPELLING
    )
    suggestions = {"10000": ("10 000",), "bra": ("godt",)}.get(word)
    made = Finding(
        rule=f"prøve.{more.get('kind', kind)}",
        kind=kind,
        severity=Severity.ADVICE if kind is FindingKind.STYLE else Severity.ERROR,
        message=f"Om {word}",
        explanation="Fordi.",
        source="Kilden",
        language=Language.NB,
        place=None,
        suggestions=suggestions,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the stand-in found."""

    findings: tuple[Finding, ...]
    words: int
    engines: tuple[str, ...] = ("spelling",)
    notices: tuple[()] = ()


@dataclass
class Proofs:
    """Finds «fiel…», 10000 and «bra», and a missing contact in whole texts."""

    read: list[tuple[str, ...]] = field(default_factory=list)

    def manuscript(self, content: Content, notes: ProofingNotes) -> Manuscript:
        """Return what the real journey makes of a text."""
        return manuscript_of_content(content, notes.words)

    def check(
        self,
        manuscript: Manuscript,
        notes: ProofingNotes,
        *,
        cancelled: threading.Event | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """Return what is found."""
        del notes, cancelled, progress
        self.read.append(tuple(one.text for one in manuscript.passages))
        found = [
            finding(
                match.group(),
                place=passage.place,
                start=match.start(),
                end=match.end(),
                text=match.group(),
            )
            for passage in manuscript.passages
            for match in _WRONG.finditer(passage.text)
            if match.group() not in manuscript.words
        ]
        if manuscript.content is not None:
            found.append(finding("kontakt", kind=FindingKind.STRUCTURE, suggestions=()))
        words = sum(len(one.text.split()) for one in manuscript.passages)
        return Report(findings=tuple(found), words=words)

    def suggest(self, one: Finding) -> tuple[str, ...]:
        """Return the right word."""
        return (one.text.replace("fiel", "feil"),)


class Sheet:
    """A text and its marks, without a window."""

    def __init__(self, content: Content) -> None:
        self.now = content
        self.at = ("p0", 0)
        self.selected: tuple[str, int, int] | None = None
        self.marks: dict[BlockId, list[tuple[int, int, Wave]]] = {}
        self.beside: object = None
        self.steps: list[tuple[Content, object]] = []

    def content(self) -> Content:
        """Return the text."""
        return self.now

    def words(self) -> dict[BlockId, str]:
        """Return the words of every piece."""
        return {part: "\n".join(lines) for part, lines in pieces_of(self.now).items()}

    def words_of(self, part: BlockId) -> str | None:
        """Return the words of one piece."""
        return self.words().get(part)

    def piece(self, part: BlockId) -> Content | None:
        """Return the text with one piece only."""
        blocks = tuple(one for one in self.now.blocks if one.id == part)
        return replace(self.now, title=Text(""), lead=(), blocks=blocks) if blocks else None

    def order(self) -> list[BlockId]:
        """Return the pieces in reading order."""
        return list(self.words())

    def in_sight(self) -> list[BlockId]:
        """Return the first paragraph."""
        return [self.now.blocks[0].id]

    def caret(self) -> Caret:
        """Return where the cursor stands."""
        part, place = BlockId(self.at[0]), self.at[1]
        return Caret(part, place, self.words().get(part, ""))

    def select(self, part: BlockId, start: int, end: int) -> bool:
        """Select words."""
        self.selected, self.at = (part, start, end), (part, end)
        return True

    def change(self, changes: Sequence[Change]) -> bool:
        """Put words in the place of others."""
        self.steps.append((self.now, self.beside))
        for one in sorted(changes, key=lambda one: one.start, reverse=True):
            words = self.words()[one.part]
            self.type(one.part, words[: one.start] + one.words + words[one.end :])
        return bool(changes)

    def type(self, part: str, words: str) -> None:
        """Let a paragraph say ``words``."""
        self.now = self.now.with_block(Paragraph(id=BlockId(part), text=Text(words)))

    def apply(self, content: Content) -> None:
        """Say another text."""
        self.steps.append((self.now, self.beside))
        self.now = content

    def keep_beside(self, beside: object) -> None:
        """Keep something beside the text."""
        self.steps.append((self.now, self.beside))
        self.beside = beside

    def undo(self) -> None:
        """Take the last step back."""
        self.now, self.beside = self.steps.pop()

    def set_marks(self, part_id: BlockId, marks: Sequence[tuple[int, int, Wave]]) -> None:
        """Underline words of one piece."""
        self.marks[part_id] = list(marks)

    def set_all_marks(self, marks: Mapping[BlockId, Sequence[tuple[int, int, Wave]]]) -> None:
        """Underline words of the whole text."""
        self.marks = {part: list(some) for part, some in marks.items()}

    def marked(self) -> list[str]:
        """Return the words that are underlined."""
        words = self.words()
        return [
            words[part][start:end] for part, some in self.marks.items() for start, end, _ in some
        ]


@dataclass
class Jobs:
    """Keeps jobs until somebody runs them."""

    waiting: list[tuple[threading.Event, Callable[[], None]]] = field(default_factory=list)

    def run(
        self,
        job: Callable[[threading.Event], object],
        done: Callable[..., None],
        failed: Callable[[BaseException], None],
    ) -> threading.Event:
        """Keep a job; its error goes where the runner takes it."""
        cancelled = threading.Event()

        def work() -> None:
            try:
                result = job(cancelled)
            except (LookupError, PressDeskError) as error:
                failed(error)
            else:
                if not cancelled.is_set():
                    done(result)

        self.waiting.append((cancelled, work))
        return cancelled

    def work(self) -> None:
        """Run all that waits."""
        while self.waiting:
            cancelled, work = self.waiting.pop(0)
            if not cancelled.is_set():
                work()


@dataclass
class Delay:
    """A timer that waits until it is told."""

    delay_ms: int | None = None

    def start(self, delay_ms: int) -> None:
        """Begin to wait."""
        self.delay_ms = delay_ms

    def stop(self) -> None:
        """Wait no longer."""
        self.delay_ms = None


@dataclass
class View:
    """Remembers what it was shown."""

    rows: Sequence[Row] = ()
    current: str = ""
    filters: Sequence[tuple[str, str]] = ()
    empty: tuple[str, str] = ("", "")
    trouble: str = ""
    count: int | None = None

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """List rows."""
        self.rows, self.current = list(rows), current

    def show_filters(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer filters."""
        del chosen
        self.filters = choices

    def show_empty(self, heading: str, words: str) -> None:
        """Say why no card is there."""
        self.empty = (heading, words)

    def show_trouble(self, words: str) -> None:
        """Say what went wrong."""
        self.trouble = words

    def show_count(self, count: int | None) -> None:
        """Show how many there are."""
        self.count = count


@dataclass
class Keeping:
    """Remembers what was to be kept, as «+» and «-»."""

    calls: list[tuple[str, Deed]] = field(default_factory=list)

    def do(self, deed: Deed) -> None:
        """Keep a deed."""
        self.calls.append(("+", deed))

    def undo(self, deed: Deed) -> None:
        """Take a deed back."""
        self.calls.append(("-", deed))


def set_aside(one: Finding, reason: str) -> Ignored:
    """Return the note of a finding that is set aside."""
    return Ignored.of(one, reason=reason, by="Kari Nes", at=NOON)


def checking(
    sheet: Sheet, proofs: Proofs, jobs: Jobs, changed: Callable[[BlockId | None], None]
) -> tuple[Checking, Delay, Delay]:
    """Return a checking of ``sheet`` and its two timers."""
    soon, later = Delay(), Delay()

    def fail(error: BaseException) -> None:
        raise error

    made = Checking(
        sheet,
        content=sheet.content,
        notes=ProofingNotes,
        proofs=lambda: proofs,
        run=jobs.run,
        soon=soon,
        later=later,
        changed=changed,
        failed=fail,
        pace=Pace(now_s=lambda: 0.0),
    )
    return made, soon, later
