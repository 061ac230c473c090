"""The engine that LanguageTool is, wherever its server runs."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict, deque
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    GrammarNotStarted,
    GrammarServerBusy,
    GrammarServerGarbled,
    GrammarServerLost,
    GrammarServerRefused,
    GrammarServerSilent,
    GrammarServerUnreachable,
    PressDeskError,
)
from pressdesk.domain.grammar import EngineState, EngineStatus
from pressdesk.domain.manuscript import Role
from pressdesk.proofing.grammar.findings import finding_of, is_of_speller
from pressdesk.proofing.grammar.letters import letters
from pressdesk.proofing.grammar.serving import Limits
from pressdesk.proofing.grammar.waiting import GivenUp, answer_within, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pressdesk.domain.finding import Finding
    from pressdesk.domain.manuscript import Passage
    from pressdesk.proofing.grammar.languagetool import Conversation, Remark
    from pressdesk.proofing.grammar.letters import Letter
    from pressdesk.proofing.grammar.serving import Server

T = TypeVar("T")

_CODES = {
    Language.NB: ("nb", "nb-NO", "no"),
    Language.NN: ("nn", "nn-NO"),
    Language.EN: ("en", "en-GB", "en-US"),
}
"""By preference. Plain English has no dictionary, which PressDesk has itself, and loads sooner."""

_MOST_PASSAGES = 4096
_MOST_REFUSED = 3
_UNREAD = frozenset({Role.FURNITURE})
_BROKEN = (GrammarServerUnreachable, GrammarServerSilent, GrammarServerGarbled)
"""The server is not in order, and another one of the same kind may be."""


class ServedEngine:
    """A grammar engine that asks a LanguageTool server."""

    def __init__(
        self,
        server: Server,
        *,
        can_restart: bool,
        limits: Limits | None = None,
        on_change: Callable[[EngineStatus], None] = lambda _status: None,
        spelled: frozenset[Language] = frozenset(Language),
    ) -> None:
        """Make an engine that is off.

        ``can_restart``: the server is ours, so a broken one is ended and started again, once.
        ``on_change`` is told of every state, on whichever thread brought it about.
        ``spelled`` are the languages whose spelling somebody else checks.
        """
        self._server = server
        self._can_restart = can_restart
        self._limits = limits or Limits()
        self._on_change = on_change
        self._spelled = spelled
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._status = EngineStatus()
        self._failed_at = 0.0
        self._settled = threading.Event()
        self._stopped = threading.Event()
        self._starter: threading.Thread | None = None
        self._conversation: Conversation | None = None
        self._said: OrderedDict[tuple[str, str], tuple[Remark, ...]] = OrderedDict()

    @property
    def status(self) -> EngineStatus:
        """How it is doing; answers at once."""
        return self._status

    def start(self) -> None:
        """Begin to start in the background, also after a failure; answers at once."""
        with self._lock:
            if self._status.state in (EngineState.STARTING, EngineState.READY):
                return
            if self._stopped.is_set():
                return
            self._settled.clear()
            self._become(EngineState.STARTING)
            self._starter = threading.Thread(target=self._open, name="grammar start", daemon=True)
            self._starter.start()
        self._on_change(self._status)

    def check(
        self,
        passages: Sequence[Passage],
        language: Language,
        *,
        cancelled: threading.Event | None = None,
    ) -> tuple[Finding, ...]:
        """Return what is found, in the order of ``passages``; see ``GrammarEngine``."""
        given_up = _Wish(self._stopped, cancelled)
        readable = [(n, one) for n, one in enumerate(passages) if _is_readable(one)]
        if not readable:
            return ()
        try:
            self._make_ready(given_up)
            code = self._code(language)
            if code is None:
                return ()
            while not self._turn.acquire(timeout=0.05):
                if given_up():
                    return ()
            try:
                self._ask_about(readable, code, given_up)
                self._take_version()
            finally:
                self._turn.release()
        except GivenUp:
            code = self._code(language)
        except PressDeskError:
            if given_up():  # what breaks while it is being stopped is no failure
                return ()
            raise
        return tuple(self._findings(readable, code or "", language))

    def stop(self) -> None:
        """End for good what was started, and return when it has ended."""
        self._stopped.set()
        self._hang_up()
        starter = self._starter
        if starter is not None and starter is not threading.current_thread():
            starter.join(self._limits.stop_s)
        self._hang_up()  # the starter may have been at the point of opening it
        with self._lock:
            self._said.clear()
            self._become(EngineState.STOPPED)
            self._settled.set()
        self._on_change(self._status)

    # --- starting --------------------------------------------------------------------------------

    def _make_ready(self, given_up: Callable[[], bool]) -> None:
        """Return when the server can be asked; raises why it cannot."""
        status = self._status
        is_rested = time.monotonic() - self._failed_at > self._limits.rest_s
        may_try = status.state is EngineState.FAILED and is_rested and not self._can_restart
        if status.state is EngineState.OFF or may_try:
            self.start()
        wait = self._limits.java_s + self._limits.start_s * 3 + self._limits.answer_s * 2
        try:
            wait_for(self._settled, wait, given_up)
        except TimeoutError:
            raise GrammarNotStarted from None
        if given_up():
            raise GivenUp
        if self._status.reason is not None:
            raise replace(self._status.reason)  # a new one: each carries its own traceback

    def _open(self) -> None:
        """Start, and say how that went."""
        reason: PressDeskError | None = GrammarNotStarted()
        try:
            self._connect()
            reason = None
        except GivenUp:
            pass
        except PressDeskError as error:
            reason = error
        finally:
            if reason is not None:
                self._fail(reason)

    def _connect(self) -> None:
        """Open the server and begin the conversation; raises PressDeskError or GivenUp."""
        endpoint = self._server.open(self._limits, self._stopped.is_set)

        def begin() -> Conversation:
            from pressdesk.proofing.grammar.languagetool import Conversation

            return Conversation(
                endpoint.url,
                name=self._server.name,
                limit_s=self._limits.answer_s,
                is_local=self._server.is_local,
                account=endpoint.account,
            )

        self._conversation = self._within_limit(begin, self._stopped.is_set)
        with self._lock:
            if self._stopped.is_set():
                raise GivenUp
            self._become(EngineState.READY)
            self._settled.set()
        self._on_change(self._status)

    def _within_limit(self, work: Callable[[], T], given_up: Callable[[], bool]) -> T:
        try:
            return answer_within(self._limits.answer_s, work, given_up)
        except TimeoutError:
            raise GrammarServerSilent(server=self._server.name) from None

    def _fail(self, reason: PressDeskError) -> None:
        """Say why it does not work, and leave nothing running."""
        self._hang_up()
        with self._lock:
            if self._stopped.is_set():
                return
            self._failed_at = time.monotonic()
            self._become(EngineState.FAILED, reason)
            self._settled.set()
        self._on_change(self._status)

    def _become(self, state: EngineState, reason: PressDeskError | None = None) -> None:
        conversation = self._conversation
        self._status = EngineStatus(
            state=state,
            server=None if self._server.is_local else self._server.name,
            languages=frozenset(
                language
                for language, codes in _CODES.items()
                if state is EngineState.READY
                and conversation is not None
                and not conversation.codes.isdisjoint(codes)
            ),
            reason=reason,
        )

    def _take_version(self) -> None:
        """Let the state say which LanguageTool answers, once it has said so itself."""
        version = self._conversation.version if self._conversation is not None else None
        with self._lock:
            is_new = version is not None and version != self._status.version
            if not is_new or self._status.state is not EngineState.READY:
                return
            self._status = replace(self._status, version=version)
        self._on_change(self._status)

    # --- asking ----------------------------------------------------------------------------------

    def _code(self, language: Language) -> str | None:
        """Return what the server calls ``language``, None if it does not have it."""
        if self._conversation is None:
            return None
        codes = _CODES[language]
        if language is Language.EN and language not in self._spelled:
            codes = (*codes[1:], codes[0])
        return next((one for one in codes if one in self._conversation.codes), None)

    def _ask_about(
        self, readable: Sequence[tuple[int, Passage]], code: str, given_up: Callable[[], bool]
    ) -> None:
        """Keep what the server says about the passages that it has not seen lately."""
        texts: dict[int, str] = {}
        for number, passage in readable:
            if (code, passage.text) in self._said:
                self._said.move_to_end((code, passage.text))
            else:
                texts[number] = passage.text
        said: dict[int, list[Remark]] = {number: [] for number in texts}
        read_to: float = -1
        try:
            for letter, remarks in self._answers(texts, code, given_up):
                for number, remark in filter(None, map(letter.placed, remarks)):
                    said[number].append(remark)
                read_to = letter.parts[-1].number  # it may go on in the next letter
            read_to = math.inf
        finally:
            for number, found in said.items():
                if number < read_to:
                    self._said[code, texts[number]] = tuple(found)
            while len(self._said) > max(_MOST_PASSAGES, len(readable)):
                self._said.popitem(last=False)

    def _answers(
        self, texts: dict[int, str], code: str, given_up: Callable[[], bool]
    ) -> Iterator[tuple[Letter, tuple[Remark, ...]]]:
        """Yield letters and what the server says about them.

        A passage that it refuses is left out, so that the others are read all the same.

        Raises:
            GrammarServerRefused: it refuses everything, or too much.
            GrammarServerBusy: it takes too long in all.
        """
        end = time.monotonic() + self._limits.check_s
        refused = answered = 0
        waiting = deque(letters(texts.items()))
        while waiting:
            if time.monotonic() > end:  # what was read is kept, so that the next check goes on
                raise GrammarServerBusy(server=self._server.name)
            letter = waiting.popleft()
            try:
                yield letter, self._remarks(letter, code, given_up)
                answered += 1
            except GrammarServerRefused:
                if len(letter.parts) > 1:
                    waiting.extendleft(reversed(letter.singles()))
                    continue
                refused += 1
                if refused > _MOST_REFUSED or not (answered or waiting):
                    raise
                yield letter, ()

    def _remarks(
        self, letter: Letter, code: str, given_up: Callable[[], bool]
    ) -> tuple[Remark, ...]:
        """Return the server's answer; a server of ours that broke is started again, once."""
        try:
            return self._ask(letter, code, given_up)
        except GrammarServerRefused:
            raise  # this text, not the next one
        except PressDeskError as error:
            if given_up():
                raise GivenUp from None
            if not (self._can_restart and isinstance(error, _BROKEN)):
                self._fail(error)
                raise
        try:
            self._restart()
            return self._ask(letter, code, given_up)
        except _BROKEN as error:
            is_lost = isinstance(error, GrammarServerUnreachable)
            reason: PressDeskError = GrammarServerLost() if is_lost else error
        except PressDeskError as error:
            reason = error
        if given_up():
            raise GivenUp
        self._fail(reason)
        raise reason

    def _ask(self, letter: Letter, code: str, given_up: Callable[[], bool]) -> tuple[Remark, ...]:
        conversation = self._conversation
        if conversation is None:
            raise GrammarServerUnreachable(server=self._server.name)
        return self._within_limit(lambda: conversation.remarks(letter.text, code), given_up)

    def _hang_up(self) -> None:
        """End the conversation and the server."""
        conversation, self._conversation = self._conversation, None
        if conversation is not None:
            conversation.close()
        self._server.close()

    def _restart(self) -> None:
        self._hang_up()
        with self._lock:
            self._become(EngineState.STARTING)
        self._on_change(self._status)
        self._connect()

    def _findings(
        self, readable: Sequence[tuple[int, Passage]], code: str, language: Language
    ) -> list[Finding]:
        """Return the findings in the passages that the server has spoken about."""
        found = []
        for _number, passage in readable:
            for remark in self._said.get((code, passage.text), ()):
                if language in self._spelled and is_of_speller(remark):
                    continue
                finding = finding_of(remark, passage, language)
                if finding is not None:
                    found.append(finding)
        return found


class _Wish:
    """Whether somebody wishes that it ends."""

    def __init__(self, *events: threading.Event | None) -> None:
        self._events = tuple(event for event in events if event is not None)

    def __call__(self) -> bool:
        return any(event.is_set() for event in self._events)


def _is_readable(passage: Passage) -> bool:
    return passage.place.role not in _UNREAD and any(map(str.isalpha, passage.text))
