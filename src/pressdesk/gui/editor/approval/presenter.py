"""Decides what happens to the approval of the quote that the inspector shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.approvals import How
from pressdesk.domain.errors import (
    CodeWrong,
    DelegateIsSpeaker,
    EvidenceMissing,
    NameMissing,
    ReasonMissing,
)
from pressdesk.domain.rounds import Decided
from pressdesk.gui.editor.approval.state import card_state
from pressdesk.gui.editor.approval.words import badge_words
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.widgets.ask_form import Question
from pressdesk.services.approving import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pressdesk.domain.approvals import Standing
    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.approval.standings import Standings
    from pressdesk.gui.editor.approval.state import ApprovalCardState
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.approving import Noted

NOTE, WITHDRAW, DELEGATE, REQUEST = "note", "withdraw", "delegate", "request"
_FIELDS: Mapping[type[BaseException], str] = {
    CodeWrong: "code",
    NameMissing: "by",
    EvidenceMissing: "evidence",
    ReasonMissing: "reason",
    DelegateIsSpeaker: "by",
}


class ApprovalView(Protocol):
    """Shows the approval of one quote."""

    def show_state(self, state: ApprovalCardState) -> None:
        """Show where a quote stands."""

    def ask(
        self, name: str, title: str, note: str, questions: Sequence[Question], done_words: str
    ) -> None:
        """Ask for what is needed."""

    def end_form(self) -> None:
        """Ask nothing any more."""

    def show_form_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with an answer."""

    def show_problem(self, words: str) -> None:
        """Show what did not go as meant."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""


class ApprovalWork(Protocol):
    """Does it in the ledger; ``done`` or ``failed`` is called when it is there."""

    def note(self, said: Said, done: Callable[[Noted], None], failed: Failed) -> None:
        """Note what somebody answered."""

    def withdraw(
        self,
        block: BlockId,
        by: str,
        reason: str,
        done: Callable[[Noted], None],
        failed: Failed,
    ) -> None:
        """Take an approval back."""

    def delegate(
        self, speaker: str, delegate: str, evidence: str, done: Callable[[], None], failed: Failed
    ) -> None:
        """Let somebody else approve for a speaker."""


if TYPE_CHECKING:
    Failed = Callable[[BaseException], None]


@dataclass(slots=True)
class _Shown:
    content: Content
    block: BlockId
    standing: Standing


class ApprovalPresenter:
    """Keeps the card in step with the quote at the cursor.

    ``request`` asks a speaker outside the rounds, and is given the quote's block.
    """

    def __init__(
        self,
        view: ApprovalView,
        saying: Saying,
        standings: Standings,
        work: ApprovalWork,
        request: Callable[[BlockId], None],
    ) -> None:
        self._view = view
        self._saying = saying
        self._standings = standings
        self._work = work
        self._request = request
        self._shown: _Shown | None = None

    def show(self, content: Content, block: BlockId) -> None:
        """Show the quote ``block`` as it stands in the text in hand; nothing for other blocks."""
        standing = self._standings.of(content).get(block)
        if standing is None:
            self._shown = None
            return
        self._shown = _Shown(content, block, standing)
        difference = self._standings.difference(content, block, standing)
        self._view.show_state(card_state(self._saying, content, block, standing, difference))

    @property
    def _speaker(self) -> str:
        if self._shown is None:
            return ""
        content, block = self._shown.content, self._shown.block
        quote = next((one for one in content.quotes() if one.id == block), None)
        person = content.person(quote.speaker) if quote else None
        return person.name if person else ""

    # --- what is wanted

    def on_note_wanted(self) -> None:
        """Ask who answered, how, and with which words."""
        if self._shown is None:
            return
        _ = self._saying.gettext
        code = self._shown.standing.code
        note = _("Read the code {code} aloud, or let it be read to you: it belongs to these words.")
        self._view.ask(
            NOTE,
            _("Note what {name} answered").format(name=self._speaker),
            note.format(code=code),
            (
                Question(
                    key="decision",
                    label=_("Answer"),
                    choices=(
                        (Decided.APPROVED, _("Approves the words as they stand")),
                        (Decided.CHANGE_ASKED, _("Wants changes")),
                        (Decided.DECLINED, _("Does not want to be quoted")),
                    ),
                ),
                Question(key="by", label=_("Who answered"), value=self._speaker, is_required=True),
                Question(
                    key="how",
                    label=_("How"),
                    choices=(
                        (How.PHONE, _("By telephone")),
                        (How.EMAIL, _("By e-mail")),
                        (How.MEETING, _("In a meeting")),
                    ),
                ),
                Question(
                    key="evidence",
                    label=_("What was said or written"),
                    guidance=_("When, and in which words. It stays in the log."),
                    is_required=True,
                ),
                Question(
                    key="code",
                    label=_("Short code that was read back"),
                    guidance=_("Leave it empty if nobody read it."),
                    shows=("decision", Decided.APPROVED),
                ),
            ),
            _("Note it"),
        )

    def on_withdraw_wanted(self) -> None:
        """Ask who takes the approval back, and why."""
        _ = self._saying.gettext
        self._view.ask(
            WITHDRAW,
            _("Take the approval back"),
            _("Every approval of this quote is void from then on, of earlier words too."),
            (
                Question(key="by", label=_("Who takes it back"), value=self._speaker),
                Question(key="reason", label=_("Reason"), is_required=True),
            ),
            _("Take back"),
        )

    def on_delegate_wanted(self) -> None:
        """Ask who may approve for the speaker, and how that is known."""
        _ = self._saying.gettext
        self._view.ask(
            DELEGATE,
            _("Who may approve for {name}?").format(name=self._speaker),
            _("It holds for every quote by {name} in this release, and stays in the log.").format(
                name=self._speaker
            ),
            (
                Question(key="by", label=_("Name"), is_required=True),
                Question(
                    key="evidence",
                    label=_("How that is known"),
                    guidance=_("For instance: “{name} said so by telephone on Monday”.").format(
                        name=self._speaker
                    ),
                    is_required=True,
                ),
            ),
            _("Record it"),
        )

    def on_ask_wanted(self) -> None:
        """Ask the speaker for approval outside the rounds."""
        if self._shown is not None:
            self._request(self._shown.block)

    def on_answered(self, name: str, answers: Mapping[str, str]) -> None:
        """Do what a form was about."""
        if self._shown is None:
            return
        self._view.set_busy(is_busy=True)
        if name == NOTE:
            said = Said(
                block=self._shown.block,
                by=answers["by"],
                how=How(answers["how"]),
                evidence=answers["evidence"],
                code=answers.get("code", "").strip() or None,
                decision=Decided(answers["decision"]),
            )
            self._work.note(said, self._on_noted, self._on_failed)
        elif name == WITHDRAW:
            self._work.withdraw(
                self._shown.block, answers["by"], answers["reason"], self._on_noted, self._on_failed
            )
        elif name == DELEGATE:
            self._work.delegate(
                self._speaker, answers["by"], answers["evidence"], self._on_done, self._on_failed
            )

    # --- how it went

    def _on_noted(self, noted: Noted) -> None:
        self._on_done()
        if not noted.is_counted:
            words = self._saying.gettext(
                "This does not count as an answer: {by} may not answer for {name}. It was kept as "
                "a comment. {state}."
            )
            by = noted.comment.author if noted.comment else ""
            state = badge_words(self._saying, noted.standing)
            self._view.show_problem(words.format(by=by, name=self._speaker, state=state))

    def _on_done(self) -> None:
        self._view.set_busy(is_busy=False)
        self._view.end_form()

    def _on_failed(self, error: BaseException) -> None:
        self._view.set_busy(is_busy=False)
        self._view.show_form_problem(sentence(self._saying, error), _FIELDS.get(type(error), ""))
