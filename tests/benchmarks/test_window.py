"""Start and memory of the window: the real process, a desk of 200 releases."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINT_MS, MEMORY_MB = 350, 110
STARTS = 7


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with 200 releases."""
    folder = tmp_path_factory.mktemp("desk")
    fill = [sys.executable, "-m", "pressdesk.app", "--data", str(folder), "demo", "--fill", "200"]
    subprocess.run(fill, check=True, capture_output=True)
    return folder


@pytest.fixture(params=["offscreen", "xcb"])
def platform(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Return the environment of a screen: none, or a real X server where Xvfb is installed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": request.param}
    if request.param == "offscreen":
        yield environment
        return
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24"], pass_fds=[write]
    )
    os.close(write)
    with os.fdopen(read) as display:
        environment["DISPLAY"] = f":{display.readline().strip()}"
    yield environment
    server.terminate()
    server.wait(10)


def test_the_desk_is_painted_in_time(data: Path, platform: dict[str, str]) -> None:
    """From the start of the process, warm; the median of several starts."""
    environment = platform | {"PRESSDESK_REPORT": "painted,quit"}
    command = [sys.executable, "-m", "pressdesk.app", "--data", str(data)]

    times = [
        int(
            subprocess.run(
                command, env=environment, check=True, capture_output=True, text=True, timeout=60
            ).stdout.split()[1]
        )
        for _ in range(STARTS + 1)
    ][1:]

    print(f"painted: median {statistics.median(times)} ms, best {min(times)}, worst {max(times)}")  # noqa: T201
    assert statistics.median(times) < PAINT_MS


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
def test_idle_memory_is_small(data: Path, platform: dict[str, str]) -> None:
    """Two seconds after the first paint, with the desk open."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pressdesk.app", "--data", str(data)],
        env=platform | {"PRESSDESK_REPORT": "painted"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("painted ")
        threading.Event().wait(2)  # what is measured is the rest after a while
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    finally:
        process.kill()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()

    memory_mb = int(status.split("VmRSS:")[1].split()[0]) / 1024
    print(f"idle memory: {memory_mb:.0f} MB")  # noqa: T201
    assert memory_mb < MEMORY_MB
