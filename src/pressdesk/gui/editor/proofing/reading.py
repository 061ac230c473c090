"""The work of checking, on other threads: some pieces, the whole, and all again."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.finding import FindingKind
from pressdesk.gui.editor.proofing.found import Result
from pressdesk.gui.editor.proofing.spots import part_of, pieces_of, spots_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.domain.proofing_notes import ProofingNotes
    from pressdesk.gui.editor.proofing.ports import Proofs, SecondReader
    from pressdesk.gui.editor.proofing.spots import Spots

OF_THE_WHOLE = (FindingKind.HOUSE, FindingKind.STRUCTURE)
"""Kinds that one paragraph alone cannot be asked about."""
_TYPING_S = 0.15
_REST_S = 0.004


@dataclass(slots=True)
class Pace:
    """Lets a job on another thread give way while somebody types."""

    now_s: Callable[[], float] = time.monotonic
    _until: float = 0.0

    def touch(self) -> None:
        """Note that a key was pressed."""
        self._until = self.now_s() + _TYPING_S

    def rest(self, done: int, total: int) -> None:
        """Give way between two paragraphs."""
        del done, total
        time.sleep(_REST_S if self.now_s() < self._until else 0)


def check_parts(
    proofs: Proofs,
    parts: Sequence[tuple[Content, frozenset[BlockId]]],
    notes: ProofingNotes,
    cancelled: threading.Event,
) -> Result:
    """Return what is found in some pieces, read by themselves."""
    known = replace(notes, ignored=())
    spots: dict[BlockId, Spots] = {}
    words: dict[BlockId, str] = {}
    for content, some in parts:
        whole = proofs.manuscript(content, known)
        passages = tuple(one for one in whole.passages if part_of(one.place) in some)
        manuscript = replace(whole, passages=passages, content=None)
        report = proofs.check(manuscript, known, cancelled=cancelled)
        if cancelled.is_set():
            break
        spots |= spots_of(content, (one for one in report.findings if one.kind not in OF_THE_WHOLE))
        pieces = pieces_of(content)
        words |= {part: "\n".join(pieces[part]) for part in some if part in pieces}
    return Result(spots=spots, words=words)


def check_whole(
    proofs: Proofs,
    content: Content,
    notes: ProofingNotes,
    cancelled: threading.Event,
    pace: Pace,
) -> Result:
    """Return what is found in the whole text; what was set aside is among it."""
    known = replace(notes, ignored=())
    manuscript = proofs.manuscript(content, known)
    report = proofs.check(manuscript, known, cancelled=cancelled, progress=pace.rest)
    spots = spots_of(content, report.findings)
    placed = {id(one.finding) for some in spots.values() for one in some}
    return Result(
        spots=spots,
        words={part: "\n".join(lines) for part, lines in pieces_of(content).items()},
        whole=tuple(
            one
            for one in report.findings
            if id(one) not in placed and (one.place is None or part_of(one.place) is None)
        ),
        engines=report.engines,
        notices=report.notices,
        count=report.words,
        manuscript=manuscript,
    )


def read_again(
    reader: SecondReader, content: Content, manuscript: Manuscript, cancelled: threading.Event
) -> Result:
    """Return what the second reader finds in ``manuscript``, which was made of ``content``."""
    found = reader.check(manuscript, cancelled)
    return Result(
        spots=spots_of(content, found),
        words={part: "\n".join(lines) for part, lines in pieces_of(content).items()},
    )
