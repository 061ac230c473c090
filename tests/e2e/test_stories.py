"""Stories told as a user would live them: a real X server, a real process, the keyboard alone."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from e2e.screen import Screen, running_pressdesk, wait_for
from pressdesk.word.reading import read

if TYPE_CHECKING:
    from pathlib import Path

PARTNERS = (
    ("Nordlyskraft AS", "Nordlyskraft", "Kari Nes", "daglig leder"),
    ("Fjellvann SA", "Fjellvann", "Ola Li", "styreleder"),
    ("Havnebyen kommune", "Havnebyen", "Anne By", "prosjektsjef"),
)
BESIDE_A_PARTNER = ("Tab",)
"""Over the button beside a partner."""
AFTER_THE_LAST = ("Tab", "Tab", "Tab")
"""Over two buttons beside it, and the one that adds a partner."""
ANSWERS = (
    "bygge et felles varmeanlegg",
    "1. januar 2027",
    "tre år",
    "daglig leder Kari Nes og styreleder Ola Li",
    "i Bodø",
    "24. november 2026",
    "Byen trenger mer varme om vinteren",
)


def draft(folder: Path) -> dict[str, Any] | None:
    """Return the only draft on the desk as it is stored, None while there is none."""
    path = folder / "desk.sqlite"
    if not path.exists():
        return None
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT contents FROM draft").fetchone()
    except sqlite3.OperationalError:
        return None
    finally:
        connection.close()
    return json.loads(row[0])[0] if row else None


def blocks(folder: Path, kind: str) -> list[dict[str, Any]]:
    """Return the stored blocks of a kind."""
    stored = draft(folder)
    return [block for block in stored["blocks"] if block["kind"] == kind] if stored else []


def fill(screen: Screen, *answers: str) -> None:
    """Type each answer and go on to the next field."""
    for answer in answers:
        screen.type(answer)
        screen.keys("Tab")


def export(screen: Screen, target: Path) -> None:
    """Export a draft to ``target`` through the file dialog."""
    screen.keys("ctrl+e")
    screen.wait_for_title("Eksporter")
    screen.keys("ctrl+a")
    screen.type(str(target))
    screen.keys("Return")
    wait_for(target.exists, "no exported file")


def make_from_the_first_template(screen: Screen) -> None:
    """Begin a release with three partners and answer the first questions."""
    screen.keys("ctrl+n")
    screen.wait_for_title("Ny felles pressemelding")
    screen.keys("Tab")
    fill(screen, *PARTNERS[0])
    screen.keys(*BESIDE_A_PARTNER)
    fill(screen, *PARTNERS[1])
    screen.keys("ctrl+shift+p")
    fill(screen, *PARTNERS[2])
    screen.keys(*AFTER_THE_LAST)
    fill(screen, *ANSWERS)
    screen.photograph("template-1-questions")
    screen.keys("ctrl+Return")
    screen.wait_for_title("varmeanlegg")


def test_a_release_from_a_template_with_three_partners(screen: Screen, tmp_path: Path) -> None:
    """New from T1, fields filled, a quote written, a paragraph made a quote and back, exported."""
    folder, out = tmp_path / "desk", tmp_path / "ut.docx"
    with running_pressdesk(screen, "--data", str(folder), "--as", "Kari Nes; Nordlyskraft"):
        screen.wait_for_title("PressDesk")
        make_from_the_first_template(screen)

        screen.keys("F8")
        screen.type("Dette gir byen trygg varme hele vinteren")
        screen.keys("F8")
        screen.type("Vi leverer varmen, og dere bygger")
        screen.keys("ctrl+shift+3")
        wait_for(lambda: len(blocks(folder, "quote")) == 4, "the paragraph is no quote")
        screen.photograph("template-2-quote")
        screen.keys("ctrl+z")
        wait_for(lambda: len(blocks(folder, "quote")) == 3, "the quote was not undone")
        screen.keys("ctrl+shift+z")
        wait_for(lambda: len(blocks(folder, "quote")) == 4, "the quote was not redone")
        export(screen, out)
        screen.photograph("template-3-exported")

    stored = draft(folder)
    assert stored is not None
    assert [partner["name"] for partner in stored["partners"]] == [one[0] for one in PARTNERS]
    first, made = blocks(folder, "quote")[:2]
    assert first["paragraphs"] == [
        "– Dette gir byen trygg varme hele vinteren, sier daglig leder Kari Nes i Nordlyskraft."
    ]
    assert made["paragraphs"] == ["–\u00a0Vi leverer varmen, og dere bygger"]
    words = [paragraph.text.plain for paragraph in read(out).paragraphs]
    assert "Nordlyskraft, Fjellvann og Havnebyen skal bygge et felles varmeanlegg" in words
    assert first["paragraphs"][0] in words


def test_a_release_from_a_pasted_text(screen: Screen, tmp_path: Path, shared: Path) -> None:
    """The seed pasted on the desk becomes a release; its question is answered; it is exported."""
    folder, out = tmp_path / "desk", tmp_path / "ut.docx"
    screen.put_on_clipboard((shared / "seed" / "skift-act.txt").read_text("utf-8"))
    with running_pressdesk(screen, "--data", str(folder), "--as", "Kari Nes; ACT"):
        screen.wait_for_title("PressDesk")
        wait_for((folder / "desk.lock").exists, "the desk was not opened")
        screen.keys("ctrl+v")
        screen.wait_for_title("Skift inngår samarbeid med ACT")
        screen.photograph("pasted-1-imported")
        assert len(blocks(folder, "quote")) == 6
        screen.keys("ctrl+2", "ctrl+Home", "ctrl+f")
        screen.type("ACT representer ")
        screen.keys("Return", "Escape")
        screen.type("ACT representerer ")
        wait_for(
            lambda: "ACT representerer " in json.dumps(draft(folder), ensure_ascii=False),
            "the correction was not saved",
        )
        export(screen, out)
        screen.photograph("pasted-2-exported")

    words = "\n".join(paragraph.text.plain for paragraph in read(out).paragraphs)
    assert "Felles pressemelding fra ACT Cluster og Skift – Næringslivets Klimaledere" in words
    assert "ACT representerer synligjøres" in words
    assert words.count("har inngått avtale om samarbeid") == 1
