"""Proofs that know which words somebody approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from pressdesk.domain.content import Content
    from pressdesk.domain.finding import Finding
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.domain.proofing_notes import ProofingNotes
    from pressdesk.gui.editor.proofing.ports import CheckedReport
    from pressdesk.services.proofing import Proofing


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedProofs:
    """Reads proofs; ``approved`` tells of a text which of its quotes are approved as they stand.

    ``approved`` is asked on any thread.
    """

    proofing: Proofing
    approved: Callable[[Content], frozenset[BlockId]]

    def manuscript(self, content: Content, notes: ProofingNotes) -> Manuscript:
        """Return the text as it is checked."""
        return self.proofing.manuscript(content, notes, self.approved(content))

    def check(
        self,
        manuscript: Manuscript,
        notes: ProofingNotes,
        *,
        cancelled: threading.Event | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> CheckedReport:
        """Return what is found."""
        return self.proofing.check(manuscript, notes, cancelled=cancelled, progress=progress)

    def suggest(self, finding: Finding) -> tuple[str, ...]:
        """Return replacements, best first; takes a while."""
        return self.proofing.suggest(finding)
