"""LanguageTool in the window: it reads after the proofreader, says how it is doing, asks first."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from grammar_servers import LANGUAGES, Traces, http, languagetool_folder, match, web_server
from gui.desk.overviews import NOW
from gui.foundations.hands import type_text
from gui.foundations.pictures import screenshot
from pressdesk.app.wiring import make_journeys
from pressdesk.domain.finding import FindingKind
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.proofing.rows import CardRow
from pressdesk.gui.window.main_window import MainWindow
from pressdesk.gui.window.places import Places
from pressdesk.services.wishes import Wishes
from pressdesk.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from grammar_servers import Asked
    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.surroundings import Surroundings

TEXT = """Nordlys and Fjell build a heating plant

Nordlys and Fjell are going to build a heating plant in Oslo by the sea this year.

The manager are glad, and she have a new plan for the town and all who live in it.

About Nordlys
Nordlys makes power for the whole of the country, and has done so for many years.
"""
WAIT_MS = 40_000


@pytest.fixture
def traces(monkeypatch: pytest.MonkeyPatch) -> Iterator[Traces]:
    """Return what finds the processes of the test; none may be left."""
    traces = Traces()
    monkeypatch.setenv(Traces.NAME, traces.value)
    yield traces
    left = traces.remaining()
    for process in left:
        process.kill()
    assert left == []


@pytest.fixture
def open_window(
    qtbot: QtBot, around: Surroundings, tmp_path: Path
) -> Iterator[Callable[[Settings], Places]]:
    """Return what opens a window by some settings, with an English release in its editor."""
    opened: list[tuple[Places, MainWindow]] = []

    def open_(settings: Settings) -> Places:
        config, data = tmp_path / "config", tmp_path / "data"
        window = MainWindow(around, config)
        places = Places(
            around,
            window,
            settings=replace(settings, actor="Kari Nes; Nordlys", theme="light"),
            config_folder=config,
            data_folder=data,
            system_language="en",
            make_journeys=partial(make_journeys, Wishes(key_choice="session", data_folder=data)),
            clock=lambda: NOW,
            version=lambda: "26.11.0",
        )
        window.resize(1440, 900)
        window.show()
        opened.append((places, window))
        places.open_desk()
        places.take_text(TEXT)
        qtbot.waitUntil(lambda: places._editor is not None, timeout=WAIT_MS)
        editor(places).view.inspector.show_tab(Tab.FINDINGS)
        return places

    yield open_
    for places, window in opened:
        if places._editor is not None:
            places._editor.autosave.give_up()
        places.close()
        window._is_leaving = True
        window.close()
        window.deleteLater()


def editor(places: Places) -> EditorPlace:
    assert places._editor is not None
    return places._editor


def cards(places: Places) -> dict[str, CardRow]:
    rows = editor(places).view.inspector.findings.list.rows()
    return {row.excerpt.words: row for row in rows if isinstance(row, CardRow)}


def status(places: Places) -> str:
    return editor(places).view.status.figures()[3]


def test_an_english_sentence_is_corrected_by_the_real_server(
    qtbot: QtBot, open_window: Callable[[Settings], Places], traces: Traces
) -> None:
    """Our own findings stand first; the engine says that it starts, and which one it is."""
    folder = languagetool_folder()
    places = open_window(Settings(grammar_engine="local", grammar_folder=str(folder)))
    seen: set[str] = set()

    def has_read() -> bool:
        seen.add(status(places))
        return "have" in cards(places)

    qtbot.waitUntil(has_read, timeout=WAIT_MS)

    card = cards(places)["have"]
    assert card.fixes is not None
    assert card.fixes[0] == "has"
    assert card.source == "LanguageTool"
    assert "English · built in · LanguageTool is starting …" in seen
    qtbot.waitUntil(lambda: "+ LanguageTool 6" in status(places))
    screenshot(editor(places), "grammar-window")
    editor(places).findings.presenter.on_fix_wanted(card.key, "has")
    assert "she has a new plan" in str(editor(places).sheet.toPlainText())
    places.close()
    assert traces.remaining() == []


def test_a_failure_is_said_and_can_be_tried_again(
    qtbot: QtBot, open_window: Callable[[Settings], Places], tmp_path: Path, traces: Traces
) -> None:
    """The reason stands with the remarks; the rest was read all the same."""
    places = open_window(Settings(grammar_engine="local", grammar_folder=str(tmp_path / "none")))
    place = editor(places)
    offer = place.view.status._offer
    qtbot.waitUntil(lambda: "LanguageTool failed" in status(places), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: place.findings.checking.found.trouble is not None)
    assert str(tmp_path / "none") in place.view.inspector.findings._trouble.text()
    assert (offer.isVisible(), offer.text()) == (True, "Try again")
    QApplication.processEvents()
    screenshot(place, "grammar-failed")
    (tmp_path / "none").symlink_to(languagetool_folder())

    offer.click()

    qtbot.waitUntil(lambda: "have" in cards(places), timeout=WAIT_MS)
    assert place.view.inspector.findings._trouble.text() == ""
    assert not offer.isVisible()
    places.close()
    assert traces.remaining() == []


def reply(asked: Asked) -> bytes:
    """Answer as a server that finds fault with «have», and has markup in its message."""
    if "languages" in asked.path:
        return http(LANGUAGES)
    from urllib.parse import parse_qs

    text = parse_qs(asked.body.decode())["text"][0]
    place = text.find("have")
    found = [match(place, 4, message="<b>Say</b> it so.")] if place >= 0 else []
    software = {"name": "LanguageTool", "version": "6.6<i>"}
    return http(json.dumps({"matches": found, "software": software}).encode())


def test_nothing_is_sent_before_the_user_says_yes_and_then_once_for_all(
    qtbot: QtBot, open_window: Callable[[Settings], Places], tmp_path: Path
) -> None:
    """Asked in place; the answer is kept; the host stands in the status line."""
    with web_server(reply) as server:
        places = open_window(Settings(grammar_engine="remote", grammar_server=server.url))
        place = editor(places)
        question = place.view.inspector.findings.question
        qtbot.waitUntil(question.isVisible, timeout=WAIT_MS)
        assert "waits for your yes" in status(places)
        assert server.asked == []
        QApplication.processEvents()  # the words get their room
        screenshot(place, "grammar-question")

        question.yes.click()

        qtbot.waitUntil(lambda: "have" in cards(places), timeout=WAIT_MS)
        assert not question.isVisible()
        kept = read_settings(tmp_path / "config").settings
        assert kept.grammar_servers_allowed == (server.url,)
        assert cards(places)["have"].title == "<b>Say</b> it so."
        host = server.url.removeprefix("http://").rstrip("/")
        if "127.0.0.1" not in host:
            assert host in status(places)
        places.close()


def test_a_no_holds_until_one_asks_again(
    qtbot: QtBot, open_window: Callable[[Settings], Places]
) -> None:
    """The proofreader goes on by itself; typing does not bring the question back."""
    with web_server(reply) as server:
        places = open_window(Settings(grammar_engine="remote", grammar_server=server.url))
        place = editor(places)
        question = place.view.inspector.findings.question
        qtbot.waitUntil(question.isVisible, timeout=WAIT_MS)

        question.no.click()
        place.sheet.spots.select(place.sheet.spots.order()[2], 0, 0)
        type_text(place.sheet, "So ")
        before = place.findings.checking.found.words
        qtbot.waitUntil(lambda: not place.findings.checking.is_busy, timeout=WAIT_MS)

        assert before
        assert not question.isVisible()
        assert server.asked == []
        place.view.status._offer.click()
        assert question.isVisible()
        places.close()


def test_settings_take_effect_in_the_open_editor(
    qtbot: QtBot, open_window: Callable[[Settings], Places]
) -> None:
    """Kinds go, the engine comes and goes, the list for words is another: nothing is reopened."""
    places = open_window(Settings())
    place = editor(places)
    qtbot.waitUntil(lambda: place.findings.checking.found.count is not None, timeout=WAIT_MS)
    assert status(places) == "English · built in"
    with web_server(reply) as server:
        chosen = replace(
            places.settings.now,
            grammar_engine="remote",
            grammar_server=server.url,
            grammar_servers_allowed=(server.url,),
            word_layer="personal",
            findings_hidden=(FindingKind.STRUCTURE.value,),
        )
        places.settings.take(chosen)
        qtbot.waitUntil(lambda: "have" in cards(places), timeout=WAIT_MS)
        listed = place.findings.presenter._entries
        assert FindingKind.STRUCTURE not in {one.finding.kind for one in listed}
        assert place.view.inspector.findings.layer == "personal"

        places.settings.take(replace(chosen, grammar_engine="off"))

        qtbot.waitUntil(lambda: "have" not in cards(places), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: status(places) == "English · built in")
        places.close()
