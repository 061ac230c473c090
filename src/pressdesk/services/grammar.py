"""The grammar engine that the settings ask for: its state, its findings, its end."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.errors import GrammarAddressRefused
from pressdesk.domain.grammar import EngineState, EngineStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.finding import Finding
    from pressdesk.domain.manuscript import Manuscript, Place
    from pressdesk.proofing.grammar import Account, GrammarEngine
    from pressdesk.settings import Settings
    from pressdesk.trust.os_keyring import Keyring

ENGINE = "languagetool"
"""Its name among the engines of a report."""

_OFF, _REMOTE = "off", "remote"
_LONG = 60
"""Letters; what marks more than that speaks of a whole sentence, not of the words in it."""
_KEY = "grammar-key "
"""Begins the account in the keyring; the server's address follows."""


class Grammar:
    """The second reader of texts; does nothing until it is first asked, and nothing when off.

    ``check`` is for a worker: it waits for a server. Everything else answers at once, but
    ``stop``, which waits until the server has ended.
    """

    def __init__(self, settings: Settings, keyring: Keyring) -> None:
        self._settings = settings
        self._keyring = keyring
        self._lock = threading.Lock()
        self._watchers: list[Callable[[EngineStatus], None]] = []
        self._engine: GrammarEngine | None = None
        self._ending: list[threading.Thread] = []
        self._is_stopped = False

    @property
    def state(self) -> EngineStatus:
        """How the engine is doing; ``server`` names the host that text leaves for."""
        engine = self._engine
        if engine is not None:
            return engine.status
        return EngineStatus(state=EngineState.STOPPED if self._is_stopped else EngineState.OFF)

    @property
    def is_chosen(self) -> bool:
        """Whether the settings ask for an engine."""
        return self._settings.grammar_engine != _OFF

    @property
    def to_allow(self) -> str | None:
        """The address that the user is still to be asked about, None if there is none."""
        try:
            return server_to_allow(self._settings)
        except GrammarAddressRefused:
            return None  # the check says so

    def choose(self, settings: Settings) -> None:
        """Go by other settings from now on; an engine that they do not ask for is ended.

        Answers at once.
        """
        with self._lock:
            before, self._settings = self._settings, settings
            if _chosen(before) == _chosen(settings):
                return
            engine, self._engine = self._engine, None
            if engine is not None:
                end = threading.Thread(target=engine.stop, name="grammar end", daemon=True)
                self._ending = [one for one in self._ending if one.is_alive()] + [end]
                end.start()
        self._tell()

    def renew(self) -> None:
        """Make the engine anew when it is next asked, as after another key was kept."""
        settings = self._settings
        self.choose(replace(settings, grammar_engine=_OFF))
        self.choose(settings)

    def watch(self, on_change: Callable[[EngineStatus], None]) -> None:
        """Tell ``on_change`` of every state from now on, on the thread that brought it about."""
        self._watchers.append(on_change)

    def start(self) -> None:
        """Begin to start the engine, as ``check`` would; try again after a failure."""
        engine = self._made()
        if engine is not None:
            engine.start()

    def check(
        self, manuscript: Manuscript, cancelled: threading.Event | None = None
    ) -> tuple[Finding, ...]:
        """Return what the engine finds in the languages it reads, in reading order.

        Raises:
            GrammarError: one of its kinds, after a bounded time; ``state`` has it as its reason.
            KeyringMissing: the key of a server that wants one cannot be read.
        """
        engine = self._made()
        if engine is None:
            return ()
        found: list[Finding] = []
        for language in Language:
            passages = [
                one
                for one in manuscript.passages
                if (one.language or manuscript.language) is language
            ]
            if passages:
                found.extend(engine.check(passages, language, cancelled=cancelled))
        order = {one.place: number for number, one in enumerate(manuscript.passages)}
        found.sort(key=lambda one: (order[one.place] if one.place else 0, one.start, one.end))
        return tuple(found)

    def reads(self, manuscript: Manuscript) -> bool:
        """Return whether the engine, as it is now, reads a language of the text."""
        spoken = {one.language or manuscript.language for one in manuscript.passages}
        return not spoken.isdisjoint(self.state.languages)

    def stop(self) -> None:
        """End for good whatever was started, and return when it has ended."""
        with self._lock:
            self._is_stopped = True
            engine, ending = self._engine, tuple(self._ending)
        if engine is not None:
            engine.stop()
        for one in ending:
            one.join()

    def _made(self) -> GrammarEngine | None:
        """Return the engine that the settings ask for, made when it is first wanted."""
        with self._lock:
            if self._engine is None and self.is_chosen and not self._is_stopped:
                self._engine = self._make()
            return self._engine

    def _make(self) -> GrammarEngine:
        from pressdesk.proofing.grammar import LocalServer, RemoteServer, ServedEngine

        settings = self._settings
        if settings.grammar_engine == _REMOTE:
            return ServedEngine(
                RemoteServer(
                    settings.grammar_server or "",
                    is_allowed=lambda address: address in settings.grammar_servers_allowed,
                    account=self._account,
                ),
                can_restart=False,
                on_change=self._told,
            )
        folder = settings.grammar_folder
        server = LocalServer(Path(folder) if folder else None)
        return ServedEngine(server, can_restart=True, on_change=self._told)

    def _account(self) -> Account | None:
        from pressdesk.proofing.grammar import Account, checked_address

        user, server = self._settings.grammar_user, self._settings.grammar_server
        if not user or not server:
            return None
        key = self._keyring.get(_KEY + checked_address(server))
        return Account(user=user, key=key) if key else None

    def _told(self, _status: EngineStatus) -> None:
        """Pass on how it is now: what an engine says that is being ended is of no interest."""
        self._tell()

    def _tell(self) -> None:
        for tell in tuple(self._watchers):
            tell(self.state)


def _chosen(settings: Settings) -> tuple[object, ...]:
    """Return what decides which engine there is."""
    return (
        settings.grammar_engine,
        settings.grammar_folder,
        settings.grammar_server,
        settings.grammar_user,
        settings.grammar_servers_allowed,
    )


def beside(own: Sequence[Finding], second: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return our own findings and those of the second reader, in reading order.

    Where both mark the same words, our own is heard. What marks a whole sentence of ours (that it
    is long, say) hides nothing.
    """
    taken: dict[Place, list[tuple[int, int]]] = {}
    for one in own:
        if one.place is not None and one.end - one.start <= _LONG:
            taken.setdefault(one.place, []).append((one.start, one.end))
    kept = [
        one
        for one in second
        if one.place is None
        or not any(one.start < end and start < one.end for start, end in taken.get(one.place, ()))
    ]
    if not kept:
        return tuple(own)
    return tuple(sorted((*own, *kept), key=_reading_order))


def _reading_order(finding: Finding) -> tuple[bool, int, int, int]:
    place = finding.place
    return place is None, place.line if place else 0, finding.start, finding.end


def server_to_allow(settings: Settings) -> str | None:
    """Return the address that the user is still to be asked about, None if there is none.

    Raises:
        GrammarAddressRefused: what was entered is no address that may be used.
    """
    from pressdesk.proofing.grammar import checked_address

    if settings.grammar_engine != _REMOTE:
        return None
    address = checked_address(settings.grammar_server or "")
    return None if address in settings.grammar_servers_allowed else address


def with_server_allowed(settings: Settings, address: str) -> Settings:
    """Return the settings after the user said yes to sending text to ``address``.

    Raises:
        GrammarAddressRefused: that is no address that may be used.
    """
    from pressdesk.proofing.grammar import checked_address

    allowed = {*settings.grammar_servers_allowed, checked_address(address)}
    return replace(settings, grammar_servers_allowed=tuple(sorted(allowed)))


def keep_server_key(keyring: Keyring, address: str, key: str) -> None:
    """Keep the key for the server at ``address`` in the keyring; an empty one is none.

    Raises:
        GrammarAddressRefused: that is no address that may be used.
        KeyringMissing: there is no safe place for it.
    """
    from pressdesk.proofing.grammar import checked_address

    keyring.set(_KEY + checked_address(address), key)
