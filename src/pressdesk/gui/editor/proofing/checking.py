"""When what is checked: the paragraph that was just typed at once, the whole text soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.finding import FindingKind
from pressdesk.gui.editor.proofing.found import Found
from pressdesk.gui.editor.proofing.reading import OF_THE_WHOLE, Pace, check_parts, check_whole
from pressdesk.gui.editor.proofing.second import SecondReading
from pressdesk.gui.editor.proofing.spots import moved

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.manuscript import Manuscript
    from pressdesk.domain.proofing_notes import ProofingNotes
    from pressdesk.gui.editor.proofing.found import Result
    from pressdesk.gui.editor.proofing.ports import (
        CheckedText,
        Delay,
        Proofs,
        Run,
        SecondReader,
    )
    from pressdesk.gui.editor.proofing.spots import Spot, Spots
    from pressdesk.gui.sheet import Caret

SOON_MS = 25
"""From the last key until its paragraph is checked; what follows has the rest of 100 ms."""
LATER_MS = 400
"""From the last key until the whole text is checked again."""
_FEW = 8
"""Pieces that are marked anew one by one; more are all marked at once."""


class Checking:
    """Keeps what is found in step with the text; what comes too late is thrown away.

    ``content`` gives the whole text, ``notes`` what was said about it, and ``changed`` hears of
    pieces with other findings, None being all. ``second`` gives who reads everything again.
    """

    def __init__(  # noqa: PLR0913 - all are named, and given once by the place
        self,
        text: CheckedText,
        *,
        content: Callable[[], Content],
        notes: Callable[[], ProofingNotes],
        proofs: Callable[[], Proofs],
        run: Run,
        soon: Delay,
        later: Delay,
        changed: Callable[[BlockId | None], None],
        failed: Callable[[BaseException], None],
        second: Callable[[], SecondReader | None] = lambda: None,
        pace: Pace | None = None,
    ) -> None:
        self._text = text
        self._content = content
        self._notes = notes
        self._proofs = proofs
        self._run = run
        self._soon = soon
        self._later = later
        self._changed = changed
        self._failed = failed
        self._pace = pace or Pace()
        self._begun = 0
        self._touched: set[BlockId] = set()
        self._under_way: set[BlockId] = set()
        self._is_new = False
        self._is_typing = False
        self._seen: tuple[BlockId, str] | None = None
        """The piece at the cursor when it last moved."""
        self._quick: threading.Event | None = None
        self._full: threading.Event | None = None
        self._is_full_old = False
        self._held: Spot | None = None
        self._second = SecondReading(
            reader=second, run=run, done=self._on_second, failed=self._on_second_failed
        )
        self._read: tuple[Content, Manuscript] | None = None
        self.found = Found()

    def begin(self) -> None:
        """Start with another text: what is seen first, then all of it."""
        self.end()
        self._is_new = True
        self._soon.start(0)

    def end(self) -> None:
        """Stop; nothing arrives any more."""
        self._begun += 1
        self._soon.stop()
        self._later.stop()
        for job in (self._quick, self._full):
            if job is not None:
                job.set()
        self._second.end()
        self._quick = self._full = self._read = None
        self._touched.clear()
        self._under_way.clear()
        self._is_typing = False
        self._is_full_old = False
        self._held = None
        self.found = Found()

    @property
    def is_busy(self) -> bool:
        """Whether the whole text is being read."""
        return self._full is not None

    @property
    def held(self) -> Spot | None:
        """The word that is being typed: nobody is told that half a word is wrong."""
        return self._held

    # --- what happens

    def on_edited(self) -> None:
        """Check the paragraph at the cursor soon, the whole later."""
        self._pace.touch()
        self._is_typing = True
        self._touched.add(self._text.caret().part)
        self._soon.start(SOON_MS)
        self._later.start(LATER_MS)

    def on_notes_changed(self) -> None:
        """Check all of it again: other words are known now."""
        self._later.start(SOON_MS)

    def on_cursor_moved(self) -> None:
        """Show the word that was being typed, once the cursor has left it."""
        held, caret = self._held, self._text.caret()
        is_moved = self._seen == (caret.part, caret.words)
        self._seen = (caret.part, caret.words)
        if held is not None and not self._is_typed(held, caret):
            self._held = None
            self._changed(held.part)
        if is_moved and self._held is None:
            self._is_typing = False

    def on_soon(self) -> None:
        """Check what was just typed; of a text that is new here, what is seen and then all."""
        if self._is_new:
            self._is_new = False
            self._check_parts([(self._content(), frozenset(self._text.in_sight()))])
            self.on_later()
            return
        touched, self._touched = self._touched, set()
        if self._quick is not None:
            touched |= self._under_way
        pieces = ((part, self._text.piece(part)) for part in sorted(touched))
        self._check_parts([(one, frozenset((part,))) for part, one in pieces if one is not None])

    def on_later(self) -> None:
        """Check the whole text, after the check that is going on."""
        if self._full is not None:
            self._is_full_old = True
            return
        proofs, content, notes = self._proofs(), self._content(), self._notes()
        pace, begun = self._pace, self._begun

        def job(cancelled: threading.Event) -> Result:
            return check_whole(proofs, content, notes, cancelled, pace)

        def done(result: Result) -> None:
            if begun == self._begun:
                self._on_whole(result)
                if result.manuscript is not None:
                    self._read = content, result.manuscript
                    self._second.begin(*self._read)

        def failed(error: BaseException) -> None:
            if begun == self._begun:
                self._full = None
                self._failed(error)

        self._full = self._run(job, done, failed)

    # --- the work

    def _check_parts(self, parts: Sequence[tuple[Content, frozenset[BlockId]]]) -> None:
        if not parts:
            return
        if self._quick is not None:
            self._quick.set()
        self._under_way = {part for _, some in parts for part in some}
        proofs, notes, begun = self._proofs(), self._notes(), self._begun

        def job(cancelled: threading.Event) -> Result:
            return check_parts(proofs, parts, notes, cancelled)

        def done(result: Result) -> None:
            if begun == self._begun:
                self._quick = None
                self._on_parts(result)

        def failed(error: BaseException) -> None:
            if begun == self._begun:
                self._quick = None
                self._failed(error)

        self._quick = self._run(job, done, failed)

    def _on_parts(self, result: Result) -> None:
        for part, words in result.words.items():
            if self._text.words_of(part) != words:
                continue  # it was typed on; its next check is under way
            found = self.found
            old = moved(found.own.get(part, ()), found.words.get(part, words), words)
            kept = tuple(one for one in old if one.finding.kind in OF_THE_WHOLE)
            new = (*result.spots.get(part, ()), *kept)
            found.take_own(part, words, tuple(sorted(new, key=lambda one: (one.start, one.end))))
            self._hold(part)
            self._changed(part)

    def _on_whole(self, result: Result) -> None:
        self._full = None
        now, found = self._text.words(), self.found
        for part in found.words.keys() - now.keys():
            found.drop(part)
        for part, words in now.items():
            if result.words.get(part) == words:
                found.take_own(part, words, result.spots.get(part, ()))
            else:
                found.follow(part, words)
        found.whole, found.engines = result.whole, result.engines
        found.notices, found.count = result.notices, result.count
        self._hold(self._text.caret().part)
        self._changed(None)
        if self._is_full_old:
            self._is_full_old = False
            self._later.start(LATER_MS)

    def mended(self, spots: Spots) -> None:
        """Forget findings that were mended just now; the next check sees it too."""
        gone = {id(one.finding) for one in spots}
        for part in {one.part for one in spots}:
            found, now = self.found, self._text.words_of(part) or ""
            before = found.words.get(part, "")
            left = [
                tuple(one for one in some.get(part, ()) if id(one.finding) not in gone)
                for some in (found.own, found.second)
            ]
            own, second = (moved(some, before, now) for some in left)
            found.take_own(part, now, own)
            found.take_second(part, now, second)

    # --- the second reader

    def read_again(self) -> None:
        """Have what was read last read again: the second reader is another, or tries again."""
        self._second.end()
        found = self.found
        if found.second or found.trouble is not None:
            found.trouble = None
            for part in tuple(found.second):
                found.take_second(part, found.words[part], ())
            self._changed(None)
        if self._read is not None:
            self._second.begin(*self._read)

    def _on_second(self, result: Result) -> None:
        found, changed = self.found, []
        has_troubled, found.trouble = found.trouble is not None, None
        for part, words in result.words.items():
            before, now = found.spots.get(part, ()), self._text.words_of(part)
            if now == words and (part in found.second or part in result.spots):
                found.take_second(part, words, result.spots.get(part, ()))
                if found.spots.get(part, ()) != before:
                    changed.append(part)
        self._hold(self._text.caret().part)
        for one in changed if len(changed) <= _FEW and not has_troubled else [None]:
            self._changed(one)

    def _on_second_failed(self, error: PressDeskError) -> None:
        self.found.trouble = error
        self._changed(None)

    # --- places

    def now(self, spot: Spot) -> Spot | None:
        """Return where a finding stands in the words of now, None where they are gone."""
        words = self._text.words_of(spot.part)
        if words is None:
            return None
        there = moved((spot,), self.found.words.get(spot.part, words), words)
        return there[0] if there else None

    def _hold(self, part: BlockId) -> None:
        """Keep the word at the cursor back while it is typed."""
        caret = self._text.caret()
        spots = self.found.spots.get(part, ()) if self._is_typing else ()
        self._held = next((one for one in spots if self._is_typed(one, caret)), None)

    @staticmethod
    def _is_typed(spot: Spot, caret: Caret) -> bool:
        """Return whether the cursor is still in the word, and nothing parted them since."""
        typed = caret.words[spot.start : caret.place]
        return (
            spot.finding.kind is FindingKind.SPELLING
            and caret.part == spot.part
            and spot.start < caret.place
            and bool(typed)
            and all(letter.isalnum() or letter == "-" for letter in typed)
        )
