"""Decides what happens on the ready page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import OverrideIncomplete, PressDeskError
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.ready.state import ready_state
from pressdesk.gui.widgets.ask_form import Question
from pressdesk.services.gate import Override

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.editor.going import Goal
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.ready.gaps import GapCard
    from pressdesk.gui.ready.state import ReadyState
    from pressdesk.gui.ready.work import Proofs, Seen
    from pressdesk.services.gate import FreezeOutcome

OVERRIDE = "override"


class ReadyView(Protocol):
    """Shows the page."""

    def show_state(self, state: ReadyState) -> None:
        """Show a release."""

    def show_message(self, words: str, *, is_wrong: bool = False) -> None:
        """Say how something went; "" for nothing."""

    def ask_override(self, title: str, note: str, questions: Sequence[Question], done: str) -> None:
        """Ask who takes the responsibility, and why."""

    def end_override(self) -> None:
        """Ask that no more."""

    def show_override_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with the answers."""

    def ask_about(self, key: str, content: Content, block: BlockId) -> None:
        """Ask at a card whom to send a quote to."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second wish while the first is worked on."""


class Work(Protocol):
    """Does it, off the UI's thread."""

    def look(self) -> Seen:
        """Return the release as it stands."""

    def freeze(self, override: Override | None) -> tuple[FreezeOutcome, Seen]:
        """Freeze the text."""

    def proofread(self, seen: Seen, cancelled: threading.Event) -> Proofs:
        """Return how many faults of the language there are."""


class ReadyPresenter:
    """Keeps the page in step with the release.

    ``store`` runs what touches the release, ``side`` what may take long. ``go`` leads into the
    editor, ``go_to_round`` to the round.
    """

    def __init__(  # noqa: PLR0913 - each is another side of the world
        self,
        view: ReadyView,
        saying: Saying,
        *,
        store: Jobs,
        side: Jobs,
        now: Callable[[], datetime],
        go: Callable[[Goal], None],
        go_to_round: Callable[[], None],
    ) -> None:
        self._view = view
        self._saying = saying
        self._store = store
        self._side = side
        self._now = now
        self._go = go
        self._go_to_round = go_to_round
        self._work: Work | None = None
        self._reading: threading.Event | None = None
        self.seen: Seen | None = None
        self.proofs: Proofs | None = None
        self.state: ReadyState | None = None

    def begin(self, work: Work, seen: Seen) -> None:
        """Show a release, and let its language be read meanwhile."""
        self.end()
        self._work, self.proofs = work, None
        self._view.show_message("")
        self._view.end_override()
        self.show(seen)
        self._reading = self._side.run(
            lambda cancelled: work.proofread(seen, cancelled), self._on_read, self._on_unread
        )

    def end(self) -> None:
        """Stop what is still going on."""
        if self._reading is not None:
            self._reading.set()
            self._reading = None

    def show(self, seen: Seen) -> None:
        """Show a release as it was read."""
        self.seen = seen
        self.retell()

    def retell(self) -> None:
        """Say it again: the language or the time is another."""
        if self.seen is not None:
            self.state = ready_state(self._saying, self.seen, self.proofs, self._now())
            self._view.show_state(self.state)

    def look_again(self) -> None:
        """Show the release as it stands now."""
        work = self._work
        if work is not None:
            self._store.run(lambda _: work.look(), self.show, self._on_failed)

    # --- the cards

    def on_go_wanted(self, key: str) -> None:
        """Go where a card says."""
        card = self._card(key)
        if card is None:
            return
        if card.is_round:
            self._go_to_round()
        elif card.goal is not None:
            self._go(card.goal)

    def on_request_wanted(self, key: str) -> None:
        """Ask about the quote of a card."""
        card = self._card(key)
        if card is not None and card.request is not None and self.seen is not None:
            self._view.ask_about(key, self.seen.release.draft.content(), card.request)

    def _card(self, key: str) -> GapCard | None:
        state = self.state
        cards = (*state.blocking, *state.warnings) if state is not None else ()
        return next((one for one in cards if one.key == key), None)

    # --- the lock

    def on_lock_wanted(self) -> None:
        """Lock the text that is ready."""
        self._freeze(None)

    def on_override_wanted(self) -> None:
        """Ask who locks the text although something is missing, and why."""
        if self.seen is None:
            return
        _ = self._saying.gettext
        count = len(self.seen.readiness.blocking)
        note = self._saying.ngettext(
            "{count} thing is missing. Your name, the reason and what is missing go into the "
            "signed log, where every partner can read them.",
            "{count} things are missing. Your name, the reason and what is missing go into the "
            "signed log, where every partner can read them.",
            count,
        )
        self._view.ask_override(
            _("Lock all the same?"),
            note.format(count=count),
            (
                Question(key="reason", label=_("Reason"), is_required=True),
                Question(
                    key="by",
                    label=_("Who answers for it"),
                    value=self.seen.actor,
                    is_required=True,
                ),
            ),
            _("Lock all the same"),
        )

    def on_override_answered(self, answers: Mapping[str, str]) -> None:
        """Lock the text on somebody's responsibility."""
        self._freeze(Override(reason=answers["reason"], by=answers["by"]))

    def _freeze(self, override: Override | None) -> None:
        work = self._work
        if work is None:
            return
        self._view.set_busy(is_busy=True)
        self._store.run(lambda _: work.freeze(override), self._on_frozen, self._on_not_frozen)

    def _on_frozen(self, found: tuple[FreezeOutcome, Seen]) -> None:
        outcome, seen = found
        self._view.set_busy(is_busy=False)
        self._view.end_override()
        self.show(seen)
        _ = self._saying.gettext
        if outcome.frozen is None:
            words = _("The text was not locked: something is missing now.")
            self._view.show_message(words, is_wrong=True)
        else:
            words = _("The text is locked as version {number}. The final file can be made now.")
            self._view.show_message(words.format(number=outcome.frozen.number))

    def _on_not_frozen(self, error: BaseException) -> None:
        self._view.set_busy(is_busy=False)
        if not isinstance(error, PressDeskError):
            raise error
        if isinstance(error, OverrideIncomplete):
            self._view.show_override_problem(sentence(self._saying, error))
        else:
            self._on_failed(error)

    # --- the rest

    def _on_read(self, proofs: Proofs) -> None:
        self._reading = None
        self.proofs = proofs
        self.retell()

    def _on_unread(self, error: BaseException) -> None:
        self._reading = None
        self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._view.show_message(sentence(self._saying, error), is_wrong=True)
