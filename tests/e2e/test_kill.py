"""Killed at any moment while somebody types, PressDesk loses the last second at most."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from e2e.screen import Screen, running_pressdesk, wait_for
from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.services.reading import read_bytes
from pressdesk.services.wishes import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.journeys import Journeys

LOST_AT_MOST_S = 1.0
ON_ITS_WAY_S = 0.25
"""From the key on the X server to the window, on a busy machine."""
FEWEST_S, MOST_S = 1.2, 4.0


def journeys_on(folder: Path) -> Journeys:
    """Return journeys on the desk in ``folder``."""
    wishes = Wishes(actor="Kari Nes", key_choice="session", data_folder=folder)
    return make_journeys(wishes, lambda _notice: None, "nb")


def saved_words(folder: Path) -> str:
    """Return the words of the only release on the desk, which must open."""
    with journeys_on(folder).open_desk() as desk:
        (line,) = desk.overviews()
        release = desk.open(line.release)
    content = release.draft.content()
    texts = [text for block in content.blocks for text in block.texts]
    texts += [text for about in content.boilerplates for text in about.paragraphs]
    return " ".join(text.plain for text in texts)


def type_until(screen: Screen, end: float, first: int) -> list[tuple[float, str]]:
    """Type numbered words until ``end``; return each with the moment it had been typed."""
    typed = []
    number = first
    while time.monotonic() < end:
        word = f"ord{number:05d}"
        screen.type(f"{word} ", delay_ms=4)
        typed.append((time.monotonic(), word))
        number += 1
    return typed


def kill_once(screen: Screen, folder: Path, moments: random.Random, first: int) -> int:
    """Type, kill, look; return the number of the next word to type."""
    with running_pressdesk(screen, "--data", str(folder)) as process:
        screen.wait_for_title("PressDesk")
        screen.keys("Return")
        wait_for(lambda: len(screen.window_titles()) > 0, "no window")
        screen.wait_for_title("Granitt")
        screen.keys("ctrl+End", "Return")
        end = time.monotonic() + moments.uniform(FEWEST_S, MOST_S)
        typed = type_until(screen, end, first)
        os.killpg(process.pid, signal.SIGKILL)
        killed = time.monotonic()
        process.wait()

    words = saved_words(folder)
    safe = [word for at, word in typed if at < killed - LOST_AT_MOST_S - ON_ITS_WAY_S]
    lost = [word for word in safe if word not in words]
    assert not lost, f"{lost} of {len(typed)} words typed more than a second before are lost"
    return first + len(typed)


def kill_often(screen: Screen, folder: Path, times: int, seed: int) -> None:
    """Kill ``times`` times; everything saved once stays saved."""
    journeys = journeys_on(folder)
    with journeys.open_desk() as desk:
        desk.import_source(read_bytes(paths.resource("samples/felles-pressemelding-nb.txt")))
    moments, number = random.Random(seed), 1
    for _ in range(times):
        number = kill_once(screen, folder, moments, number)


def test_ten_kills_lose_the_last_second_at_most(screen: Screen, tmp_path: Path) -> None:
    """The desk always opens, and what was typed a second before the kill is there."""
    kill_often(screen, tmp_path / "desk", 10, seed=3)


@pytest.mark.soak
def test_two_hundred_kills_lose_the_last_second_at_most(screen: Screen, tmp_path: Path) -> None:
    """The same, many times over, on one desk."""
    kill_often(screen, tmp_path / "desk", 200, seed=33)
