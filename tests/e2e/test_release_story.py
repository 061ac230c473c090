"""The whole way of a joint release in a real window: three partners, a round, the final file."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest
from docx import Document

from e2e.screen import Screen, running_pressdesk, wait_for
from e2e.test_kill import journeys_on
from e2e.test_rounds import kinds, stored_words
from pressdesk.word.reading import read
from word_partner import Partner, partner_python

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Nordlys, Fjell og Havn bygger fjernvarme sammen

Bodø, 24. november 2026

Nordlys, Fjell og Havn skal bygge et anlegg for fjernvarme i Bodø.

Partnerne bruker 200 millioner kroner på anlegget de neste årene.

– Vi er utrolig glade for avtalen, sier daglig leder Kari Nes i Nordlys.

– Dette blir bra for hele regionen, sier styreleder Ola Li i Fjell.

– Havna får ren varme til skipene, sier direktør Eva Moe i Havn.

Anlegget skal stå ferdig i mai 2028 og gi varme til 4 000 boliger.

Kontakt:
Kari Nes, daglig leder i Nordlys, tlf. 900 00 001, kari@nordlys.example
Ola Li, styreleder i Fjell, tlf. 900 00 002, ola@fjell.example
Eva Moe, direktør i Havn, tlf. 900 00 003, eva@havn.example

Om Nordlys
Nordlys lager strøm i Bodø.

Om Fjell
Fjell leverer vann til byen.

Om Havn
Havn driver kaiene i Bodø.
"""
QUOTED, LATER = "ren varme", "juni 2028"
TITLE = "Nordlys, Fjell og Havn bygger fjernvarme sammen"


def retyped(sent: Path, target: Path, old: str, new: str) -> Path:
    """Return the words of a file in a new one that somebody typed off, with some changed."""
    document = Document()
    for line in read(sent).paragraphs:
        document.add_paragraph(line.text.plain.replace(old, new))
    document.save(str(target))
    return target


def code_in(sent: Path) -> str:
    """Return the short code of the only quote that a file asks about."""
    words = "\n".join(line.text.plain for line in read(sent).paragraphs)
    (code,) = set(re.findall(r"\b[A-Z0-9]{2}-[A-Z0-9]{2}-[A-Z0-9]{2}\b", words))
    return str(code)


def answers(partner: Partner, home: Path, folder: Path) -> list[Path]:
    """Return what three people send back: tracked, in silence, and typed off."""
    sent = {path.stem.split("_")[-2]: path for path in home.rglob("*_runde1_*.docx")}
    kari = partner.edit(
        sent["Nes"],
        folder / "kari.docx",
        ("replace", "200 millioner", "250 millioner"),
        ("fill_box", "GODKJENT Kari Nes"),
        author="Kari Nes",
    )
    ola = partner.edit(
        sent["Li"],
        folder / "ola.docx",
        ("replace", "200 millioner", "300 millioner"),
        ("fill_box", "Godkjent!"),
        is_tracked=False,
        author="Ola Li",
    )
    eva = retyped(sent["Moe"], folder / "eva.docx", "mai 2028", LATER)
    return [kari, ola, eva]


def go_to(screen: Screen, words: str) -> None:
    """Select ``words`` in the text of the editor."""
    screen.keys("ctrl+2", "ctrl+f")
    screen.type(words)
    screen.keys("Return", "Escape")


def is_shown(screen: Screen, title: str) -> bool:
    """Return whether the window that keys go to has exactly that title."""
    return screen.tool("getwindowfocus", "getwindowname") == title


def top_of(screen: Screen) -> bytes:
    """Return how the screen looks where the window's menus and buttons are, without a cursor."""
    done = subprocess.run(
        ["import", "-window", "root", "-crop", "1440x130+0+0", "ppm:-"],
        env=dict(screen.environment),
        capture_output=True,
        check=True,
    )
    return done.stdout


def approved(folder: Path) -> int:
    """Return how many quotes the desk counts as approved."""
    connection = sqlite3.connect(f"{(folder / 'desk.sqlite').as_uri()}?mode=ro", uri=True)
    try:
        (count,) = connection.execute("SELECT approved FROM overview").fetchone()
    finally:
        connection.close()
    return int(count)


def begin(screen: Screen, folder: Path) -> None:
    """Paste the text on an empty desk."""
    screen.wait_for_title("PressDesk")
    wait_for((folder / "desk.lock").exists, "the desk was not opened")
    screen.put_on_clipboard(TEXT)
    screen.keys("ctrl+v")
    screen.wait_for_title(TITLE)


def send(screen: Screen, folder: Path, home: Path) -> None:
    """Send to the three who are quoted, and look at the round."""
    screen.keys("ctrl+shift+r")
    screen.wait_for_title("Send til gjennomgang")
    screen.photograph("release-1-sending")
    screen.keys("ctrl+Return")
    wait_for(lambda: "RoundOpened" in kinds(folder), "no round was opened")
    wait_for(lambda: len(list(home.rglob("*_runde1_*.docx"))) == 3, "no three files")

    def is_round() -> bool:
        screen.keys("ctrl+Return")
        return TITLE in screen.tool("getwindowfocus", "getwindowname")

    wait_for(is_round, "the round is not shown")


def decide(screen: Screen, folder: Path, files: list[Path]) -> None:
    """Take in what came, settle the conflict, close the round."""
    screen.keys("ctrl+shift+o")
    screen.wait_for_title("Ta imot svar")
    screen.keys("ctrl+a")
    screen.type(" ".join(f'"{path}"' for path in files))
    screen.keys("Return")
    wait_for(lambda: kinds(folder).count("ResponseReceived") == 3, "not all answers came")
    screen.wait_for_title(TITLE)
    screen.photograph("release-2-answers")

    def is_later() -> bool:
        screen.keys("F8", "alt+a")
        return LATER in stored_words(folder)

    wait_for(is_later, "what was typed off was not accepted")
    screen.photograph("release-3-conflict")
    screen.keys("alt+r", "alt+a")
    wait_for(lambda: "300 millioner" in stored_words(folder), "the conflict was not settled")
    screen.photograph("release-4-decided")
    screen.keys("ctrl+shift+Return")
    wait_for(lambda: "RoundClosed" in kinds(folder), "the round was not closed")


def note_approval(screen: Screen, folder: Path, code: str) -> None:
    """Go back to the text, and note what the third said by telephone."""
    screen.keys("alt+Left")
    wait_for(lambda: is_shown(screen, "PressDesk"), "the desk is not shown")
    screen.keys("Return")
    screen.wait_for_title(TITLE)
    screen.keys("F7")
    go_to(screen, QUOTED)
    screen.keys("ctrl+3", "ctrl+Next", "Tab", "Return", "Tab", "Tab", "Tab")
    screen.type("Ja, det er greit")
    screen.keys("Tab")
    screen.type(code)
    screen.photograph("release-5-noting")
    screen.keys("ctrl+Return")
    wait_for(lambda: approved(folder) == 3, "the approval was not noted")


def change_and_restore(screen: Screen, folder: Path) -> None:
    """Change approved words, and take the change back."""
    go_to(screen, QUOTED)
    screen.type("billig varme")
    wait_for(lambda: approved(folder) == 2, "changed words are still approved")
    screen.photograph("release-6-stale")

    def is_restored() -> bool:
        screen.keys("ctrl+z")
        return QUOTED in stored_words(folder) and approved(folder) == 3

    wait_for(is_restored, "the words that came back are not approved")
    screen.photograph("release-7-restored")


def lock_and_export(screen: Screen, folder: Path, target: Path) -> None:
    """With an unapproved quote: no final, no lock without a reason; with one, both."""
    go_to(screen, QUOTED)
    screen.type("grei varme")
    wait_for(lambda: approved(folder) == 2, "changed words are still approved")
    editor = top_of(screen)
    screen.keys("ctrl+shift+e")
    wait_for(lambda: top_of(screen) != editor, "the ready page is not shown")
    screen.keys("F6", "Return", "ctrl+Return")
    screen.photograph("release-8-no-reason")
    assert "Frozen" not in kinds(folder)
    screen.type("Havn har sagt ja i styret")
    unlocked = top_of(screen)
    screen.keys("ctrl+Return")
    wait_for(lambda: "Frozen" in kinds(folder), "the text was not locked")
    wait_for(lambda: top_of(screen) != unlocked, "the page does not say that it is locked")
    screen.photograph("release-9-locked")
    screen.keys("Return")
    screen.wait_for_title("Eksporter endelig fil")
    screen.keys("ctrl+a")
    screen.type(str(target))
    screen.keys("Return")
    wait_for(target.exists, "no final file")
    screen.photograph("release-10-final")


def test_a_release_from_pasting_to_the_final_file(
    screen: Screen, home: Path, tmp_path: Path
) -> None:
    """Approvals given, lost, and given back; the final refused until somebody answers for it."""
    if partner_python() is None:
        pytest.skip("no LibreOffice with its Python bridge")
    folder, final = tmp_path / "desk", tmp_path / "endelig.docx"
    with (
        Partner() as partner,
        running_pressdesk(screen, "--data", str(folder), "--as", "Anne Berg; Nordlys"),
    ):
        begin(screen, folder)
        send(screen, folder, home)
        (moes,) = home.rglob("*_runde1_Moe_*.docx")
        code = code_in(moes)
        decide(screen, folder, answers(partner, home, tmp_path))
        assert approved(folder) == 2
        note_approval(screen, folder, code)
        change_and_restore(screen, folder)
        lock_and_export(screen, folder, final)

    words = "\n".join(paragraph.text.plain for paragraph in read(final).paragraphs)
    assert "300 millioner" in words
    assert "grei varme" in words
    journeys = journeys_on(folder)
    with journeys.open_desk() as desk:
        (line,) = desk.overviews()
        verification = journeys.history.verify(desk.at(line.release))
    assert verification.unbroken
