"""How long ago this process began, for the report of the first paint."""

from __future__ import annotations

import os
import time
from pathlib import Path

_BEGUN = time.monotonic()


def process_age_ms() -> float:
    """Return the milliseconds since the process began; since this import where that is unknown.

    Source: proc_pid_stat(5), field 22: clock ticks after boot, so good to 10 ms.
    """
    try:
        after_name = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
        started_s = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started_s) * 1000
    except (OSError, ValueError, IndexError, AttributeError):
        return (time.monotonic() - _BEGUN) * 1000
