"""Keeps the round screen in step with the release, and does what is asked there; knows no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.round.decisions import Decisions, next_open
from pressdesk.gui.round.keeping import Keeping
from pressdesk.gui.round.scene import scene_of
from pressdesk.gui.round.showing import Showing
from pressdesk.gui.round.state import ChangeCard, Step
from pressdesk.gui.round.tell_received import received_words, round_of
from pressdesk.gui.round.tell_round import refused_words, taken_words, undecided_words
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from pressdesk.domain.ids import ReleaseId
    from pressdesk.domain.rounds import Reader
    from pressdesk.gui.desk.jobs import Jobs
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.round.ports import View, Work
    from pressdesk.gui.round.scene import Scene
    from pressdesk.gui.round.tell_changes import ChangeTeller
    from pressdesk.services.rounds import Received
    from pressdesk.services.stored import StoredRelease

CLOSE_REST, CLOSE_GO = "close_rest", "close_go"


class RoundPresenter:
    """Decides what the round screen shows."""

    def __init__(  # noqa: PLR0913  # each is another side of the world
        self,
        view: View,
        work: Work,
        jobs: Jobs,
        speech: Saying,
        clock: Callable[[], datetime],
        *,
        say_error: Callable[[PressDeskError], str],
    ) -> None:
        self._view = view
        self._work = work
        self._jobs = jobs
        self._speech = speech
        self._say_error = say_error
        self._scene: Scene | None = None
        self._decisions: Decisions | None = None
        self._order: tuple[str, ...] = ()
        self._current = ""
        self._message: Callable[[], tuple[str, Tone, Sequence[tuple[str, str]]]] | None = None
        self._showing = Showing(view, speech, clock)
        self._keeping = Keeping(jobs, work.keep, self._on_not_kept)

    # --- coming and going

    def open(
        self, release: StoredRelease, chosen: str = "", received: Sequence[Received] = ()
    ) -> bool:
        """Show a release's round ``chosen``, else the one that counts; return whether it has one.

        ``received`` are answers that came just now: the first proposal of the last is pointed at.
        """
        scene = scene_of(release, chosen or round_of(received))
        if scene is None:
            return False
        self._message = None
        self._view.clear_message()
        self._take(scene, is_new=True)
        if received:
            self._say_received(received)
        return True

    def leave(self, then: Callable[[], None]) -> None:
        """Call ``then`` once every decision is stored."""
        self._keeping.flush(then)

    @property
    def release(self) -> StoredRelease | None:
        """The release that is shown, with the draft as it stands here."""
        if self._scene is None or self._decisions is None:
            return None
        return replace(self._scene.release, draft=self._decisions.draft)

    @property
    def decisions(self) -> Decisions | None:
        """The proposals and the draft at hand."""
        return self._decisions

    @property
    def current(self) -> str:
        """The proposal that is pointed at."""
        return self._current

    def retell(self) -> None:
        """Say everything again: language or day are others."""
        if self._scene is None:
            return
        self._show_all()
        if self._message is not None:
            self._view.show_message(*self._message())

    # --- going about

    def reader(self, key: str) -> Reader | None:
        """Return a reader of the round that is shown."""
        if self._scene is None:
            return None
        return next((one for one in self._scene.shown.opened.readers if one.id == key), None)

    def told(self) -> tuple[str, datetime]:
        """Return the title of the text, and the deadline."""
        assert self._scene is not None  # noqa: S101  # asked only while there is a scene
        return self._scene.content.title.plain, self._scene.shown.deadline

    def on_round_chosen(self, key: str) -> None:
        """Show another round."""
        if self._scene is None or key == self._scene.shown.id or self.release is None:
            return
        scene = scene_of(self.release, key)
        if scene is not None:
            self._take(scene, is_new=True)

    def on_chosen(self, key: str) -> None:
        """Point at a proposal."""
        if key != self._current and key in self._order:
            self._current = key
            self._view.show_current(key)

    def on_next(self, by: int = 1) -> None:
        """Go to the next undecided proposal, or the one before."""
        if self._decisions is None:
            return
        key = next_open(self._order, set(self._decisions.open_ones()), self._current, by)
        if key:
            self._current = key
            self._view.show_current(key)

    # --- deciding

    def on_step(self, key: str, step: Step) -> None:
        """Do what a card offers."""
        if self._decisions is None or self._scene is None:
            return
        match step:
            case Step.ACCEPT:
                self._decide(lambda decisions: decisions.accept((key,)))
            case Step.ACCEPT_APPROVED:
                names = self._teller(self._decisions).siblings(key)
                self._decide(lambda decisions: decisions.accept(names))
            case Step.FORCE:
                self._decide(lambda decisions: decisions.accept((key,), force=True))
            case Step.REJECT:
                self._decide(lambda decisions: decisions.reject((key,)))
            case Step.REOPEN:
                self._decide(lambda decisions: decisions.reopen((key,)))
            case Step.ANSWER:
                self._view.ask_answer(key)

    def on_accept(self) -> None:
        """Accept the proposal that is pointed at; a conflict is chosen on its card."""
        if (card := self._card()) is not None and card.steps:
            step = card.steps[0]
            if step is Step.FORCE:
                self._say(
                    lambda: (
                        self._speech.gettext(
                            "Somebody else wants this place otherwise. Choose on the card."
                        ),
                        Tone.WARN,
                        (),
                    )
                )
            elif step is not Step.REOPEN:
                self.on_step(card.key, step)

    def on_reject(self) -> None:
        """Reject the proposal that is pointed at."""
        if (card := self._card()) is not None and Step.REJECT in card.steps:
            self.on_step(card.key, Step.REJECT)

    def on_accept_of(self, short: str) -> None:
        """Accept everything that one partner's people propose; empty for all."""
        if self._decisions is None:
            return
        content = self._decisions.draft.content(self._decisions.language)
        partner = content.partner_called(short) if short else None
        wanted = set(self._decisions.open_ones())
        names = [
            one.id
            for one in self._decisions.lines()
            if one.id in wanted and (not short or (partner and one.proposal.partner == partner.id))
        ]
        self._decide_many(names)

    def on_accept_block(self) -> None:
        """Accept every proposal for the place that is pointed at."""
        card = self._card()
        if card is None or self._decisions is None:
            return
        here = next(one.proposal for one in self._decisions.lines() if one.id == card.key)
        wanted = set(self._decisions.open_ones())
        names = [
            one.id
            for one in self._decisions.lines()
            if (one.proposal.part, one.proposal.block) == (here.part, here.block)
            and one.id in wanted
        ]
        self._decide_many(names)

    def on_undo(self) -> None:
        """Take the last decision back."""
        if self._decisions is not None and self._decisions.undo():
            self._after_decision()

    def on_redo(self) -> None:
        """Decide again what was taken back."""
        if self._decisions is not None and self._decisions.redo():
            self._after_decision()

    # --- the round as a whole

    def on_close_wanted(self) -> None:
        """Close the round; ask first what becomes of what nobody has decided."""
        if self._decisions is None or self._scene is None or not self._scene.shown.is_open:
            return
        left = len(self._decisions.open_ones())
        if not left:
            self._close(reject_rest=False)
            return
        tr = self._speech.gettext
        self._say(
            lambda: (
                undecided_words(self._speech, left),
                Tone.WARN,
                (
                    (CLOSE_GO, tr("Show them")),
                    (CLOSE_REST, tr("Reject the rest and close")),
                ),
            )
        )

    def on_message_action(self, key: str) -> None:
        """Do what a button of the message says."""
        self.on_message_closed()
        self._view.clear_message()
        if key == CLOSE_REST:
            self._close(reject_rest=True)
        elif key == CLOSE_GO:
            self.on_next()

    def on_message_closed(self) -> None:
        """Forget the message."""
        self._message = None

    def on_deadline(self, deadline: datetime) -> None:
        """Give the round another deadline."""
        self._run(lambda release: self._work.move(release, deadline))

    def on_answer(self, proposal: str, words: str) -> None:
        """Answer a proposal by a comment at its place."""
        self._run(lambda release: self._work.answer(release, proposal, words))

    def on_reply(self, comment: str, words: str) -> None:
        """Answer a comment."""
        self._run(lambda release: self._work.reply(release, comment, words))

    def on_comment(self, words: str, audience: str) -> None:
        """Comment on the text as a whole, for ``own``, ``all``, or one partner."""
        if self._scene is not None:
            language = self._scene.language
            self._run(lambda release: self._work.comment(release, words, audience, language))

    def on_settle(self, comment: str, reason: str) -> None:
        """Settle a comment."""
        self._run(lambda release: self._work.settle(release, comment, reason))

    # --- inside

    def _close(self, *, reject_rest: bool) -> None:
        self._run(lambda release: self._work.close(release, reject_rest=reject_rest))

    def _run(self, job: Callable[[ReleaseId], StoredRelease]) -> None:
        """Do something to the ledger, once every decision is stored, and show what came of it."""
        scene = self._scene
        if scene is None:
            return

        def go() -> None:
            self._jobs.run(lambda _: job(scene.release.id), self._on_changed, self._on_failed)

        self._keeping.flush(go)

    def _on_changed(self, release: StoredRelease) -> None:
        if self._scene is None or release.id != self._scene.release.id:
            return
        if self._keeping.is_busy:  # a decision was made meanwhile: what was read is old
            self._run(self._work.open)
            return
        scene = scene_of(release, self._scene.shown.id)
        if scene is not None:
            self._message = None
            self._view.clear_message()
            self._view.show_changed()
            self._take(scene, is_new=False)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._say(lambda: (self._say_error(error), Tone.WARN, ()))

    def _on_not_kept(self, error: BaseException) -> None:
        """Say why decisions were not stored, and show what the desk holds."""
        self._on_failed(error)
        scene = self._scene
        if scene is not None:
            self._jobs.run(
                lambda _: self._work.open(scene.release.id), self._on_reread, self._on_failed
            )

    def _on_reread(self, release: StoredRelease) -> None:
        message = self._message
        self._on_changed(release)
        if message is not None:
            self._say(message)

    def _take(self, scene: Scene, *, is_new: bool) -> None:
        before, self._scene = self._decisions, scene
        self._decisions = scene.decisions()
        if before is not None and not is_new:
            self._decisions.go_on_from(before)
        self._keeping.begin(scene.release.id, scene.release.draft)
        if is_new:
            self._current = ""
        self._show_all()
        if not self._current:
            self.on_next()

    def _decide(self, decide: Callable[[Decisions], tuple[str, ...]]) -> tuple[str, ...]:
        if self._decisions is None or self._scene is None or not self._scene.is_live:
            return ()
        before = self._current
        is_open = before in self._decisions.open_ones()
        refused = decide(self._decisions)
        self._message = None
        self._view.clear_message()
        if is_open and before not in self._decisions.open_ones():
            self._current = next_open(self._order, set(self._decisions.open_ones()), before, 1)
        self._after_decision()
        if refused:
            count = len(refused)
            self._say(lambda: (refused_words(self._speech, count), Tone.WARN, ()))
        return refused

    def _decide_many(self, names: Collection[str]) -> None:
        if not names or self._decisions is None:
            return
        refused = self._decide(lambda decisions: decisions.accept(names))
        taken = len(names) - len(refused)
        if taken:
            self._view.show_done(taken_words(self._speech, taken))

    def _after_decision(self) -> None:
        if self._decisions is not None:
            self._keeping.keep(self._decisions.draft)
        self._show_decisions()

    def _teller(self, decisions: Decisions) -> ChangeTeller:
        assert self._scene is not None  # noqa: S101  # asked only while there is a scene
        return self._showing.teller(self._scene, decisions)

    def _card(self) -> ChangeCard | None:
        if self._decisions is None or not self._current:
            return None
        return self._teller(self._decisions).card(self._current)

    def _show_all(self) -> None:
        if self._scene is not None and self._decisions is not None:
            self._order = self._showing.show_all(self._scene, self._decisions, self._current)

    def _show_decisions(self) -> None:
        if self._scene is not None and self._decisions is not None:
            self._order = self._showing.show_decisions(self._scene, self._decisions, self._current)

    def _say(self, message: Callable[[], tuple[str, Tone, Sequence[tuple[str, str]]]]) -> None:
        self._message = message
        self._view.show_message(*message())

    def _say_received(self, received: Sequence[Received]) -> None:
        words, tone = received_words(self._speech, received, self._say_error)
        self._say(lambda: (words, tone, ()))
        last = next((one.response for one in reversed(received) if one.response), None)
        if last is not None and last.proposals:
            self.on_chosen(last.proposals[0].id)
