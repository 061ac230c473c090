"""Ties approvals and comments to the text in hand and to the ledger of the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressdesk.gui.desk.asking import ask_for_folder
from pressdesk.gui.editor.approval.presenter import ApprovalPresenter
from pressdesk.gui.editor.approval.request import REQUEST, RequestPresenter
from pressdesk.gui.editor.approval.standings import Standings
from pressdesk.gui.editor.approval.words import badge_words, mark_of
from pressdesk.gui.editor.comments.presenter import CommentsPresenter
from pressdesk.gui.sheet import Pill
from pressdesk.gui.sheet import Tone as PillTone
from pressdesk.gui.tasks import Lane
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.approval.request import Wish
    from pressdesk.gui.editor.approval.words import Mark
    from pressdesk.gui.editor.inspector import Inspector
    from pressdesk.gui.sheet import OutlineItem, Sheet
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.approving import Noted, Said
    from pressdesk.services.commenting import Remark
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.releases import Place
    from pressdesk.services.rounds import OpenedRound
    from pressdesk.services.stored import StoredRelease

    Failed = Callable[[BaseException], None]
    Flush = Callable[[Callable[[], None], Failed], None]

_PILLS = {
    Tone.OK: PillTone.OK,
    Tone.WARN: PillTone.WARN,
    Tone.DANGER: PillTone.BAD,
}


class ReviewDesk(QObject):
    """Keeps pills, marks, the approval card and the comments in step.

    ``where`` gives the place of the release and the language that is written; ``flush`` stores
    the text before anything is said about it.
    """

    changed = Signal(object)
    """The release with what was recorded just now."""
    told = Signal(str)
    """Something went well, in words."""

    def __init__(  # noqa: PLR0913 - all are named, and given once by the place
        self,
        around: Surroundings,
        sheet: Sheet,
        inspector: Inspector,
        journeys: Journeys,
        *,
        where: Callable[[], tuple[Place, Language]],
        flush: Flush,
    ) -> None:
        super().__init__(sheet)
        self.setObjectName("review_desk")
        self._around = around
        self._sheet = sheet
        self._journeys = journeys
        self._where = where
        self._flush = flush
        self._card = inspector.quote.approval
        self._panel = inspector.comments
        self._pills: dict[BlockId, Pill] = {}
        self._marks: dict[BlockId, Mark] = {}
        self.standings = Standings()
        self.approvals = ApprovalPresenter(
            self._card, around.speech, self.standings, self, self._begin_request
        )
        self.requests = RequestPresenter(
            around.speech,
            now=journeys.clock,
            ask_folder=self._ask_folder,
            send=self._send,
            told=self.told.emit,
        )
        self.comments = CommentsPresenter(self._panel, around.speech, self, self)
        self._connect()

    def _connect(self) -> None:
        card, panel = self._card, self._panel
        card.note_wanted.connect(self.approvals.on_note_wanted)
        card.ask_wanted.connect(self.approvals.on_ask_wanted)
        card.withdraw_wanted.connect(self.approvals.on_withdraw_wanted)
        card.delegate_wanted.connect(self.approvals.on_delegate_wanted)
        card.answered.connect(self._on_answered)
        panel.new_wanted.connect(self.comments.on_new_wanted)
        panel.written.connect(self.comments.on_written)
        panel.replied.connect(self.comments.on_replied)
        panel.resolved.connect(self.comments.on_resolved)
        panel.go_wanted.connect(self.comments.on_go_wanted)

    # --- keeping in step

    def begin(self, release: StoredRelease, *, is_same: bool) -> None:
        """Judge by the ledger of a release; ``is_same`` is the one that stood here."""
        self.standings.begin(release)
        self.comments.begin(release.events)
        if not is_same:
            self._card.end_form()
            self._card.show_problem("")
            self._panel.end_form()

    def show(
        self, content: Content, pieces: Sequence[OutlineItem], names: Mapping[BlockId, str]
    ) -> None:
        """Bring marks, pills and comments in step with the text in hand."""
        saying = self._around.speech
        states = self.standings.of(content) if self.standings.is_begun else {}
        self._marks = {block: mark_of(saying, one) for block, one in states.items()}
        self._pills = {
            block: Pill(
                words=badge_words(saying, one),
                tone=_PILLS.get(self._marks[block].tone, PillTone.NEUTRAL),
            )
            for block, one in states.items()
        }
        self.comments.show(content, pieces, names)

    def show_quote(self, content: Content, block: BlockId) -> None:
        """Show the approval of the quote at the cursor."""
        self.approvals.show(content, block)

    def pill_of(self, block: BlockId) -> Pill | None:
        """Return what stands under a quote."""
        return self._pills.get(block)

    def marks(self) -> Mapping[BlockId, Mark]:
        """Return what stands beside the quotes in the outline."""
        return self._marks

    # --- the text that is commented on

    def words(self) -> Mapping[BlockId, str]:
        """Return the words of every piece."""
        return self._sheet.spots.words()

    def selection(self) -> tuple[BlockId, int, int]:
        """Return the piece at the cursor, and what is selected in it."""
        return self._sheet.spots.selection()

    def select(self, piece: BlockId, start: int, end: int) -> bool:
        """Select words and show them."""
        return self._sheet.spots.select(piece, start, end)

    def go_to(self, piece: BlockId) -> bool:
        """Put the cursor at the start of a piece."""
        return self._sheet.go_to(piece)

    def show_marks(self, marks: Mapping[BlockId, Sequence[tuple[int, int]]]) -> None:
        """Show where open comments stand."""
        self._sheet.set_notes(marks)

    # --- the ledger

    def note(self, said: Said, done: Callable[[Noted], None], failed: Failed) -> None:
        """Note what somebody answered."""
        place, language = self._where()
        self._do(lambda: self._journeys.approving.approve(place, said, language), done, failed)

    def withdraw(
        self,
        block: BlockId,
        by: str,
        reason: str,
        done: Callable[[Noted], None],
        failed: Failed,
    ) -> None:
        """Take an approval back."""
        place, language = self._where()
        self._do(
            lambda: self._journeys.approving.withdraw(
                place, block, by=by, reason=reason, language=language
            ),
            done,
            failed,
        )

    def delegate(
        self, speaker: str, delegate: str, evidence: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Let somebody else approve for a speaker."""
        place, _language = self._where()
        self._do(
            lambda: self._journeys.approving.delegate(
                place, speaker=speaker, delegate=delegate, evidence=evidence
            ),
            lambda _authority: done(),
            failed,
        )

    def add(self, remark: Remark, done: Callable[[], None], failed: Failed) -> None:
        """Write a comment, or an answer to one."""
        place, language = self._where()
        self._do(
            lambda: self._journeys.commenting.add(place, remark, language),
            lambda _added: done(),
            failed,
        )

    def resolve(self, comment: str, reason: str, done: Callable[[], None], failed: Failed) -> None:
        """Settle a comment."""
        place, _language = self._where()
        self._do(
            lambda: self._journeys.commenting.resolve(place, comment, reason=reason),
            lambda _resolved: done(),
            failed,
        )

    def _do(self, job: Callable[[], object], done: Callable[..., None], failed: Failed) -> None:
        """Store the text, do ``job`` on the store lane, and read the ledger again."""
        place, _language = self._where()

        def work(_cancelled: object) -> tuple[object, StoredRelease]:
            return job(), place.read()

        def arrived(found: tuple[object, StoredRelease]) -> None:
            result, release = found
            done(result)
            self.changed.emit(release)

        def go_on() -> None:
            if self._around.tasks.is_closed:
                return
            self._around.tasks.run(work, owner=self, done=arrived, failed=failed, lane=Lane.STORE)

        self._flush(go_on, failed)

    # --- a single quote

    def _on_answered(self, name: str, answers: Mapping[str, str]) -> None:
        if name == REQUEST:
            self.requests.on_answered(answers)
        else:
            self.approvals.on_answered(name, answers)

    def _begin_request(self, block: BlockId) -> None:
        self.requests.begin(self._card, self._sheet.content(), block)

    def _ask_folder(self, chosen: Callable[[Path], None]) -> None:
        words = self._around.speech.gettext("Where shall the Word file lie?")
        ask_for_folder(self._sheet.window(), words, chosen)

    def _send(self, wish: Wish, done: Callable[[OpenedRound], None], failed: Failed) -> None:
        from pressdesk.services.invitations import Invitation

        place, language = self._where()
        invitation = Invitation(name=wish.name, mail=wish.mail)
        self._do(
            lambda: self._journeys.rounds.request(
                place, wish.block, invitation, wish.deadline, wish.folder, language=language
            ),
            done,
            failed,
        )
