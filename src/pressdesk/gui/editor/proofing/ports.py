"""What checking and listing findings talk to: the text, the readers, the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.domain.proofing_notes import ProofingNotes
    from pressdesk.gui.editor.proofing.found import Result
    from pressdesk.gui.editor.proofing.rows import Row
    from pressdesk.gui.sheet import Caret, Change, Wave


class CheckedReport(Protocol):
    """What a check found."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In reading order, those about the whole last."""

    @property
    def words(self) -> int:
        """How many words were read."""

    @property
    def engines(self) -> tuple[str, ...]:
        """Who read."""

    @property
    def notices(self) -> tuple[PressDeskError, ...]:
        """What could not be used, so that less was read."""


class Proofs(Protocol):
    """Reads proofs, on any thread: the journey does."""

    def manuscript(self, content: Content, notes: ProofingNotes) -> Manuscript:
        """Return the text as it is checked."""

    def check(
        self,
        manuscript: Manuscript,
        notes: ProofingNotes,
        *,
        cancelled: threading.Event | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> CheckedReport:
        """Return what is found."""

    def suggest(self, finding: Finding) -> tuple[str, ...]:
        """Return replacements, best first; takes a while."""


class CheckedText(Protocol):
    """The words as they are now: the sheet's spots are."""

    def words(self) -> dict[BlockId, str]:
        """Return the words of every piece."""

    def words_of(self, part: BlockId) -> str | None:
        """Return the words of one piece, None where there is no such piece."""

    def piece(self, part: BlockId) -> Content | None:
        """Return the release with the words of one piece only."""

    def caret(self) -> Caret:
        """Return where the cursor stands."""

    def in_sight(self) -> list[BlockId]:
        """Return the pieces that are seen just now."""


class Run(Protocol):
    """Starts a job on another thread; ``done`` or ``failed`` is called on this one."""

    def __call__(
        self,
        job: Callable[[threading.Event], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None],
        /,
    ) -> threading.Event:
        """Return what cancels it."""


class Delay(Protocol):
    """Calls what is due once, some time from now; a new start forgets the one before."""

    def start(self, delay_ms: int, /) -> None:
        """Begin to wait."""

    def stop(self) -> None:
        """Wait no longer."""


class SecondReader(Protocol):
    """Reads the text again, in its own time and on any thread: the grammar engine does."""

    def check(
        self, manuscript: Manuscript, cancelled: threading.Event | None = None
    ) -> tuple[Finding, ...]:
        """Return what it finds; waits for a server."""


class FindingsView(Protocol):
    """Shows findings as cards."""

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """List ``rows``; the card with the key ``current`` is open."""

    def show_filters(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer what can be listed."""

    def show_empty(self, heading: str, words: str) -> None:
        """Say why no card is there; empty strings where cards are."""

    def show_trouble(self, words: str) -> None:
        """Say what went wrong, "" for nothing."""

    def show_count(self, count: int | None) -> None:
        """Show how many findings there are; None before it is known."""


class Words(Protocol):
    """The text by piece and place: the sheet's spots are."""

    def order(self) -> list[BlockId]:
        """Return the pieces in reading order."""

    def caret(self) -> Caret:
        """Return where the cursor stands."""

    def select(self, part: BlockId, start: int, end: int) -> bool:
        """Select words and show them."""

    def change(self, changes: Sequence[Change]) -> bool:
        """Put words in the place of others, as one undo step."""


class Page(Protocol):
    """The text as a whole: the sheet is."""

    @property
    def beside(self) -> object:
        """What is kept beside the text, and follows undo."""

    def keep_beside(self, beside: object) -> None:
        """Keep something beside the text, as one undo step."""

    def content(self) -> Content:
        """Return what it says now."""

    def apply(self, content: Content) -> None:
        """Say ``content``, as one undo step."""

    def set_marks(self, part_id: BlockId, marks: Sequence[tuple[int, int, Wave]]) -> None:
        """Underline words of one piece."""

    def set_all_marks(self, marks: Mapping[BlockId, Sequence[tuple[int, int, Wave]]]) -> None:
        """Underline words of the whole text."""
