"""A real screen: an X server of the test's own, a window manager, and real keys."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PROGRAMS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
ROOT = Path(__file__).parents[2]
PATIENCE_S = 30.0
_STEP_S = 0.05


class NotSeen(AssertionError):
    """Something did not happen in time."""


def wait_for(seen: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> object:
    """Return the first true answer of ``seen``.

    Raises:
        NotSeen: it did not come in time.
    """
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        answer = seen()
        if answer:
            return answer
        time.sleep(_STEP_S)
    raise NotSeen(what)


@dataclass(frozen=True)
class Screen:
    """One X server. ``environment`` is what programs on it are given."""

    environment: Mapping[str, str]
    pictures: Path

    def tool(self, *words: str) -> str:
        """Run xdotool and return what it prints."""
        done = subprocess.run(
            ["xdotool", *words],
            env=dict(self.environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys or combinations, one after the other: ``ctrl+n``, ``Tab``."""
        for name in names:
            self.tool("key", "--clearmodifiers", "--delay", "20", name)

    def type(self, words: str, delay_ms: int = 8) -> None:
        """Type words as somebody would."""
        self.tool("type", "--clearmodifiers", "--delay", str(delay_ms), words)

    def window_titles(self) -> list[str]:
        """Return the titles of the visible windows."""
        windows = self.tool("search", "--onlyvisible", "--name", ".").split()
        return [self.tool("getwindowname", window) for window in windows]

    def wait_for_title(self, part: str) -> None:
        """Wait until the window that keys go to has ``part`` in its title."""
        wait_for(
            lambda: part in self.tool("getwindowfocus", "getwindowname"),
            f"no window called {part!r} has the keys, only {self.window_titles()}",
        )

    def put_on_clipboard(self, words: str) -> None:
        """Put a text where Ctrl+V takes it from."""
        process = subprocess.Popen(
            ["xclip", "-selection", "clipboard", "-in"],
            env=dict(self.environment),
            stdin=subprocess.PIPE,
        )
        process.communicate(words.encode())

    def clipboard(self) -> str:
        """Return the text on the clipboard, empty where there is none."""
        done = subprocess.run(
            ["xclip", "-selection", "clipboard", "-out"],
            env=dict(self.environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout

    def photograph(self, name: str) -> Path:
        """Take a picture of the whole screen."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        path = self.pictures / f"{name}.png"
        subprocess.run(
            ["import", "-window", "root", str(path)], env=dict(self.environment), check=True
        )
        return path


@contextlib.contextmanager
def open_screen(home: Path, pictures: Path) -> Iterator[Screen]:
    """Yield an X server with a window manager, for programs that live in ``home``."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    environment = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT / "src"),
        "PRESSDESK_KEY": "session",
        "LANGUAGE": "nb",
    }
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield Screen(environment, pictures)
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE_S)


@contextlib.contextmanager
def running_pressdesk(screen: Screen, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Yield a real PressDesk on the screen, after its first paint; it is ended afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pressdesk.app", *arguments],
        env={**screen.environment, "PRESSDESK_REPORT": "painted"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line.startswith("painted"):
        process.kill()
        raise NotSeen(f"no window: {line}{process.communicate()[1]}")
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)


def missing_programs() -> list[str]:
    """Return the programs that a screen needs and this machine lacks."""
    return [program for program in PROGRAMS if shutil.which(program) is None]
