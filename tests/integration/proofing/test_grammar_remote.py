"""A LanguageTool server somewhere else: asked only with leave, and never believed too much."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from grammar_servers import HANG, LANGUAGES, Asked, WebServer, http, match, web_server
from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    GrammarAddressRefused,
    GrammarKeyRefused,
    GrammarServerBusy,
    GrammarServerGarbled,
    GrammarServerMoved,
    GrammarServerNotAllowed,
    GrammarServerRefused,
    GrammarServerSilent,
    GrammarServerUnreachable,
    PressDeskError,
)
from pressdesk.domain.grammar import EngineState
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.grammar import Account, Limits, RemoteServer, ServedEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reply = Callable[[Asked], bytes | Iterator[bytes] | None]

QUICK = Limits(answer_s=1, rest_s=0)
SECRET = "Fusjonen med Nordlys er hemmelig"
KEY = "k-4711-not-shown"


def passage(text: str, line: int = 1) -> Passage:
    """Return a passage."""
    return Passage(place=Place(role=Role.BODY, line=line), text=text)


def matches(*found: dict[str, object]) -> bytes:
    """Return the answer of a check."""
    return http(json.dumps({"matches": found}).encode())


def on_check(answer: bytes | Iterator[bytes] | None) -> Reply:
    """Return a reply that lists languages, and answers a check with ``answer``."""
    return lambda asked: http(LANGUAGES) if "languages" in asked.path else answer


@contextmanager
def engine_on(
    reply: Reply, *, account: Account | None = None, limits: Limits = QUICK
) -> Iterator[tuple[ServedEngine, WebServer]]:
    """Yield an engine on a server that is allowed."""
    with web_server(reply) as web:
        server = RemoteServer(web.url, is_allowed=lambda _: True, account=lambda: account)
        engine = ServedEngine(server, can_restart=False, limits=limits)
        yield engine, web
        engine.stop()


def test_findings_come_back_at_their_places() -> None:
    """Several passages go in one request, once; a remark over two of them is about neither."""
    texts = ["😀 He go", "...", "So he go."]
    reply = on_check(matches(*(match(*at) for at in ((6, 2), (7, 9), (16, 2), (99, 2), (-1, 3)))))

    with engine_on(reply) as (engine, web):
        found = engine.check([passage(one, line) for line, one in enumerate(texts)], Language.EN)
        again = engine.check([passage(texts[2], 9)], Language.EN)

    assert [(one.place and one.place.line, one.start, one.text) for one in found] == [
        (0, 5, "go"),
        (2, 6, "go"),
    ]
    assert [(one.place and one.place.line, one.start) for one in again] == [(9, 6)]
    assert [asked.path for asked in web.asked] == ["/v2/languages", "/v2/check"]
    assert parse_qs(web.asked[-1].body.decode())["text"] == ["\n\n".join((texts[0], texts[2]))]


def test_norwegian_is_read_where_the_server_offers_it() -> None:
    """By its own code; what it does not offer is not sent."""
    with engine_on(on_check(matches(match(0, 2)))) as (engine, web):
        nynorsk = engine.check([passage("Me kjem.")], Language.NN)
        bokmaal = engine.check([passage("Vi kommer.")], Language.NB)

    assert [one.language for one in nynorsk] == [Language.NN]
    assert bokmaal == ()
    assert engine.status.state is EngineState.STOPPED
    assert parse_qs(web.asked[-1].body.decode())["language"] == ["nn"]
    assert len(web.asked) == 2


def test_the_account_goes_in_the_body_and_nowhere_else(caplog: pytest.LogCaptureFixture) -> None:
    """Neither key nor text is in the address, the log, or an error."""
    caplog.set_level(logging.DEBUG)
    account = Account(user="kari", key=KEY)

    def echo(asked: Asked) -> bytes:
        return http(LANGUAGES) if "languages" in asked.path else http(asked.body)

    with engine_on(echo, account=account) as (engine, web), pytest.raises(PressDeskError) as caught:
        engine.check([passage(SECRET)], Language.EN)

    body = parse_qs(web.asked[-1].body.decode())
    told = caplog.text + repr(caught.value) + str(vars(caught.value)) + repr(account)
    assert (body["username"], body["apiKey"], body["text"]) == (["kari"], [KEY], [SECRET])
    assert all(KEY not in asked.head and "Fusjonen" not in asked.head for asked in web.asked)
    assert KEY not in told
    assert "Fusjonen" not in told
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"certainly not the web\r\n\r\n", GrammarServerGarbled),
        (http(b"<html>Welcome!</html>"), GrammarServerGarbled),
        (http(b"\xff\xfe\x00"), GrammarServerGarbled),
        (http(b"[]"), GrammarServerGarbled),
        (http(b'{"matches": 3}'), GrammarServerGarbled),
        (http(b'{"matches": [{"rule": 1}]}'), GrammarServerGarbled),
        (matches({**match(1, 1), "offset": "1e999"}), GrammarServerGarbled),
        (matches(match(1, 1, message=None)), GrammarServerGarbled),
        (http(b"[" * 100_000), GrammarServerGarbled),
        (http(b" " * 9_000_000), GrammarServerGarbled),
        (http(b"!", "200 OK", "Content-Encoding: gzip"), GrammarServerGarbled),
        (http(b"", "401 Unauthorized"), GrammarKeyRefused),
        (http(b"", "403 Forbidden"), GrammarKeyRefused),
        (http(b"slow down", "429 Too Many Requests"), GrammarServerBusy),
        (http(b"slow down", "426 Upgrade Required"), GrammarServerBusy),
        (http(b"Error: text too long", "413 Too Large"), GrammarServerRefused),
        (http(b"oops", "500 Internal Server Error"), GrammarServerRefused),
        (b"", GrammarServerUnreachable),
        (HANG, GrammarServerSilent),
    ],
)
def test_a_bad_answer_is_said(answer: bytes | None, expected: type[PressDeskError]) -> None:
    """One clear error, after a bounded time; and it is the same for the list of languages."""
    with engine_on(on_check(answer)) as (engine, _web), pytest.raises(PressDeskError) as caught:
        engine.check([passage("He go.")], Language.EN)
    with engine_on(lambda _: answer) as (engine, _web), pytest.raises(PressDeskError) as at_start:
        engine.check([passage("He go.")], Language.EN)

    assert type(caught.value) is expected
    assert type(at_start.value) is expected


def test_a_dripping_server_is_not_waited_for() -> None:
    """Each drop comes in time, and all of them never would."""

    def drops(web: list[WebServer]) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"
        while not web[0].closing.wait(0.05):
            yield b" "

    known: list[WebServer] = []
    with engine_on(on_check(drops(known))) as (engine, web):
        known.append(web)
        with pytest.raises(GrammarServerSilent):
            engine.check([passage("He go.")], Language.EN)


def test_nothing_is_sent_on_to_another_address() -> None:
    """A redirect is an error, also to the same machine."""
    with web_server(lambda _: matches()) as other:
        moved = http(b"", "307 Temporary Redirect", f"Location: {other.url}v2/check")

        with engine_on(on_check(moved)) as (engine, _), pytest.raises(GrammarServerMoved):
            engine.check([passage(SECRET)], Language.EN)

        assert other.asked == []


def test_nothing_is_sent_without_leave() -> None:
    """Leave is for one address; that of another port or path is another."""
    with web_server(on_check(matches())) as web:
        server = RemoteServer(web.url, is_allowed=lambda address: address == web.url + "other/")
        engine = ServedEngine(server, can_restart=False)

        with pytest.raises(GrammarServerNotAllowed) as caught:
            engine.check([passage(SECRET)], Language.EN)
        engine.stop()

        assert caught.value.server in web.url
        assert web.asked == []


def test_an_unsafe_address_is_refused() -> None:
    """Even with leave."""
    engine = ServedEngine(
        RemoteServer("http://lt.example.org/", is_allowed=lambda _: True), can_restart=False
    )

    with pytest.raises(GrammarAddressRefused):
        engine.check([passage(SECRET)], Language.EN)

    assert engine.status.server == "http://lt.example.org/"
    engine.stop()


def test_a_failure_does_not_last() -> None:
    """The network comes back; after a rest the server is asked again."""
    answers = iter([http(b"", "429 Busy"), matches(match(3, 2))])

    def reply(asked: Asked) -> bytes:
        return next(answers) if "check" in asked.path else http(LANGUAGES)

    with engine_on(reply) as (engine, _web):
        with pytest.raises(GrammarServerBusy):
            engine.check([passage("He go.")], Language.EN)
        failed = engine.status.state
        found = engine.check([passage("He go.")], Language.EN)

    assert failed is EngineState.FAILED
    assert [one.text for one in found] == ["go"]


def test_a_failed_server_is_left_in_peace_meanwhile() -> None:
    """Typing goes on, and each word would ask."""
    limits = Limits(answer_s=1, rest_s=600)

    with engine_on(on_check(http(b"", "429 Busy")), limits=limits) as (engine, web):
        for _ in range(3):
            with pytest.raises(GrammarServerBusy):
                engine.check([passage("He go.")], Language.EN)

    assert len(web.asked) == 2


def test_proxies_are_not_asked_about_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would see the text."""
    with web_server(lambda _: http(b"", "500 Proxy")) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)

        with engine_on(on_check(matches(match(3, 2)))) as (engine, _web):
            found = engine.check([passage("He go.")], Language.EN)

        assert len(found) == 1
        assert proxy.asked == []
