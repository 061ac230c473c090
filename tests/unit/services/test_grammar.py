"""Which grammar engine the settings ask for, and what it takes to ask it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from grammar_servers import LANGUAGES, http, web_server
from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    GrammarAddressRefused,
    GrammarFolderMissing,
    GrammarServerNotAllowed,
)
from pressdesk.domain.finding import Finding, FindingKind, Severity
from pressdesk.domain.grammar import EngineState, EngineStatus
from pressdesk.domain.manuscript import Manuscript, Passage, Place, Role
from pressdesk.services.grammar import (
    Grammar,
    beside,
    keep_server_key,
    server_to_allow,
    with_server_allowed,
)
from pressdesk.services.grammar_trial import tried
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from grammar_servers import Asked

ADDRESS = "https://lt.nordlys.example/"
TEXT = Manuscript(
    language=Language.EN,
    passages=(Passage(place=Place(role=Role.BODY, line=1), text="He go to school."),),
)


@dataclass
class Drawer:
    """A keyring that notes what it is asked."""

    name: str = "drawer"
    kept: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def get(self, account: str) -> str | None:
        """Return the secret."""
        self.asked.append(account)
        return self.kept.get(account)

    def set(self, account: str, secret: str) -> None:
        """Keep the secret."""
        self.kept[account] = secret


def test_it_is_off_unless_chosen() -> None:
    """Then nothing is made, and nothing found."""
    grammar = Grammar(Settings(), Drawer())

    grammar.start()
    found = grammar.check(TEXT)

    assert found == ()
    assert grammar.state == EngineStatus()
    assert not grammar.is_chosen
    grammar.stop()
    assert grammar.state.state is EngineState.STOPPED


def test_a_failure_is_told_and_stays_the_state(tmp_path: Path) -> None:
    """To whoever watches, and to whoever checks."""
    settings = Settings(grammar_engine="local", grammar_folder=str(tmp_path))
    grammar = Grammar(settings, Drawer())
    seen: list[EngineStatus] = []
    grammar.watch(seen.append)

    with pytest.raises(GrammarFolderMissing):
        grammar.check(TEXT)
    reason = grammar.state.reason
    grammar.stop()

    assert [status.state for status in seen] == [
        EngineState.STARTING,
        EngineState.FAILED,
        EngineState.STOPPED,
    ]
    assert isinstance(reason, GrammarFolderMissing)
    assert grammar.check(TEXT) == ()


def test_a_server_needs_leave_before_anything_is_asked() -> None:
    """Not even the keyring is."""
    settings = Settings(grammar_engine="remote", grammar_server=ADDRESS, grammar_user="kari")
    drawer = Drawer()
    grammar = Grammar(settings, drawer)

    with pytest.raises(GrammarServerNotAllowed):
        grammar.check(TEXT)
    grammar.stop()

    assert drawer.asked == []
    assert server_to_allow(settings) == ADDRESS


def test_leave_is_for_one_address() -> None:
    """And outlasts the session, in the settings."""
    settings = Settings(grammar_engine="remote", grammar_server="lt.nordlys.example/v2/check")

    allowed = with_server_allowed(settings, ADDRESS)

    assert allowed.grammar_servers_allowed == (ADDRESS,)
    assert server_to_allow(allowed) is None
    assert with_server_allowed(allowed, ADDRESS) == allowed
    elsewhere = Settings(
        grammar_engine="remote",
        grammar_server="https://other.example",
        grammar_servers_allowed=(ADDRESS,),
    )
    assert server_to_allow(elsewhere) == "https://other.example/"
    assert server_to_allow(Settings(grammar_server=ADDRESS)) is None


def test_an_unsafe_server_cannot_be_allowed() -> None:
    """Unpublished text does not go over a network in clear."""
    settings = Settings(grammar_engine="remote", grammar_server="http://lt.nordlys.example")

    with pytest.raises(GrammarAddressRefused):
        server_to_allow(settings)
    with pytest.raises(GrammarAddressRefused):
        with_server_allowed(settings, "http://lt.nordlys.example")


def test_a_key_is_kept_by_server() -> None:
    """A key for one is never shown to another."""
    drawer = Drawer()

    keep_server_key(drawer, "lt.nordlys.example", "k-1")
    keep_server_key(drawer, "https://other.example/v2", "k-2")

    assert drawer.kept == {
        "grammar-key https://lt.nordlys.example/": "k-1",
        "grammar-key https://other.example/": "k-2",
    }


def test_other_settings_are_another_engine_at_once(tmp_path: Path) -> None:
    """The old one is ended, whoever watches goes on hearing; other choices change nothing."""
    settings = Settings(grammar_engine="local", grammar_folder=str(tmp_path))
    grammar = Grammar(settings, Drawer())
    seen: list[EngineState] = []
    grammar.watch(lambda status: seen.append(status.state))
    with pytest.raises(GrammarFolderMissing):
        grammar.check(TEXT)
    engine = grammar._engine

    grammar.choose(replace(settings, theme="dark"))
    same = grammar._engine is engine
    grammar.choose(replace(settings, grammar_engine="off"))
    found = grammar.check(TEXT)
    grammar.stop()

    assert same
    assert found == ()
    assert EngineState.OFF in seen
    assert engine is not None
    assert engine.status.state is EngineState.STOPPED


def test_our_own_findings_win_over_those_beside_them() -> None:
    """In reading order; a remark about a whole sentence of ours hides nothing."""
    long = made(0, 80, "vår.lang")
    own = (long, made(10, 14, "vår"), replace(made(0, 0, "hele"), place=None))
    second = (made(2, 5, "lt.A"), made(12, 18, "lt.B"), made(20, 24, "lt.C"))

    both = beside(own, second)

    assert [one.rule for one in both] == ["vår.lang", "lt.A", "vår", "lt.C", "hele"]


def test_a_try_sends_nothing_but_our_own_sentences_and_needs_no_leave() -> None:
    """It says which LanguageTool answers, and what it reads."""

    def reply(asked: Asked) -> bytes:
        if "languages" in asked.path:
            return http(LANGUAGES)
        answer = {"matches": [], "software": {"name": "LanguageTool", "version": "6.6"}}
        return http(json.dumps(answer).encode())

    with web_server(reply) as server:
        settings = Settings(grammar_engine="remote", grammar_server=server.url)

        status = tried(settings, Drawer())

    assert (status.state, status.version) == (EngineState.READY, "6.6")
    assert status.languages == {Language.EN, Language.NN}
    assert len(server.asked) == 3


def test_a_try_says_why_it_failed(tmp_path: Path) -> None:
    """As a state, with its reason."""
    status = tried(Settings(grammar_engine="local", grammar_folder=str(tmp_path)), Drawer())
    refused = tried(Settings(grammar_engine="remote", grammar_server="ftp://x"), Drawer())

    assert isinstance(status.reason, GrammarFolderMissing)
    assert isinstance(refused.reason, GrammarAddressRefused)


def made(start: int, end: int, rule: str) -> Finding:
    return Finding(
        rule=rule,
        kind=FindingKind.GRAMMAR,
        severity=Severity.WARNING,
        message="Om det.",
        explanation="",
        source="",
        language=Language.EN,
        place=TEXT.passages[0].place,
        start=start,
        end=end,
    )
