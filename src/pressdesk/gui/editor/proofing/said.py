"""What was said about findings, before and in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import NotesFull
from pressdesk.domain.finding import FindingKind
from pressdesk.domain.proofing_notes import MOST_IGNORED, MOST_WORDS, ProofingNotes
from pressdesk.gui.editor.proofing.deeds import (
    Deed,
    Keeping,
    SetAside,
    WordAdded,
    carry_over,
    deeds_in,
    notes_after,
    words_added,
)
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from pressdesk.domain.finding import Finding
    from pressdesk.gui.editor.proofing.ports import Page


class Said:
    """The notes of the release and the deeds since, which lie beside the text and follow undo."""

    def __init__(self, page: Page, keeping: Keeping) -> None:
        self._page = page
        self._keeping = keeping
        self._known = ProofingNotes()
        self._deeds: tuple[Deed, ...] = ()
        self._added: frozenset[str] = frozenset()
        self.notes = ProofingNotes()

    def begin(self, known: ProofingNotes) -> None:
        """Start with the notes from before this session's deeds."""
        self._known = known
        self._deeds = deeds_in(self._page.beside)
        self._sum_up()

    def silences(self, finding: Finding) -> bool:
        """Return whether a finding was set aside, or its word is known since."""
        is_known = finding.kind is FindingKind.SPELLING and finding.text in self._added
        return is_known or self.notes.ignores(finding)

    def do(self, deed: Deed) -> None:
        """Note a deed, as a step that can be undone; ``follow`` takes it over.

        Raises:
            NotesFull: the release holds as many notes as it can.
        """
        match deed:
            case SetAside() if len(self.notes.ignored) >= MOST_IGNORED:
                raise NotesFull
            case WordAdded(layer=Layer.RELEASE) if len(self.notes.words) >= MOST_WORDS:
                raise NotesFull
            case _:
                self._page.keep_beside((*self._deeds, deed))

    def follow(self) -> bool:
        """Take over what lies beside the text now; return whether that is something else."""
        deeds = deeds_in(self._page.beside)
        if deeds == self._deeds:
            return False
        before, self._deeds = self._deeds, deeds
        carry_over(before, deeds, self._keeping)
        self._sum_up()
        return True

    def _sum_up(self) -> None:
        self.notes = notes_after(self._known, self._deeds)
        self._added = words_added(self._deeds)
