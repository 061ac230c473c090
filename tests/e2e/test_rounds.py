"""A round lived through on a real screen: sent, answered in LibreOffice, decided, closed."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from e2e.screen import ROOT, Screen, running_pressdesk, wait_for
from word_partner import Partner, partner_python

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = ROOT / "resources" / "samples" / "felles-pressemelding-nb.txt"
OLD, NEW = "tre skoler", "fire skoler"


def kinds(folder: Path) -> list[str]:
    """Return what stands in the ledger on the desk, oldest first."""
    connection = sqlite3.connect(f"{(folder / 'desk.sqlite').as_uri()}?mode=ro", uri=True)
    try:
        rows = connection.execute("SELECT header FROM ledger ORDER BY seq").fetchall()
    finally:
        connection.close()
    return [json.loads(row[0])["kind"] for row in rows]


def stored_words(folder: Path) -> str:
    """Return all that the draft on the desk says."""
    connection = sqlite3.connect(f"{(folder / 'desk.sqlite').as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT contents FROM draft").fetchone()
    finally:
        connection.close()
    return str(row[0])


def open_file(screen: Screen, path: Path) -> None:
    """Open a file by the menu's key and the system's dialog."""
    screen.keys("ctrl+o")
    screen.wait_for_title("Åpne")
    screen.keys("ctrl+a")
    screen.type(str(path))
    screen.keys("Return")


def test_a_round_from_sending_to_closing(screen: Screen, home: Path, tmp_path: Path) -> None:
    """By keys alone: send, take in an answer, accept what it proposes, close."""
    if partner_python() is None:
        pytest.skip("no LibreOffice with its Python bridge")
    folder = tmp_path / "desk"
    with (
        Partner() as partner,
        running_pressdesk(screen, "--data", str(folder), "--as", "Kari Nes; Granitt Datasenter"),
    ):
        screen.wait_for_title("PressDesk")
        open_file(screen, SAMPLE)
        screen.wait_for_title("Granitt og Elvebyen")

        screen.keys("ctrl+shift+r")
        screen.wait_for_title("Send til gjennomgang")
        screen.photograph("round-1-sending")
        screen.keys("ctrl+Return")
        wait_for(lambda: "RoundOpened" in kinds(folder), "no round was opened")
        files = sorted(home.rglob("*_runde1_*.docx"))
        screen.photograph("round-2-files")

        answer = partner.edit(files[0], tmp_path / "svar.docx", ("replace", OLD, NEW))
        open_file(screen, answer)
        wait_for(lambda: "ResponseReceived" in kinds(folder), "the answer did not come")
        screen.wait_for_title("Granitt og Elvebyen")
        screen.photograph("round-3-answer")
        screen.keys("alt+a")
        wait_for(lambda: NEW in stored_words(folder), "the proposal was not accepted")
        screen.keys("ctrl+shift+Return")
        wait_for(lambda: "RoundClosed" in kinds(folder), "the round was not closed")
        screen.photograph("round-4-closed")

    assert kinds(folder)[-3:] == ["RevisionSaved", "ProposalsDecided", "RoundClosed"]
    assert OLD not in stored_words(folder)
