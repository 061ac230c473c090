"""Runs a command and ends it, with all that it started, as soon as this program's input ends.

``python watchdog.py COMMAND...``, with a pipe as input. However the program at the other end of
the pipe dies, the system closes the pipe; so nothing outlives it. The first line of output is the
process id of the command. Standard library only, and no imports of PressDesk: it starts in
milliseconds and stays small.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PR_SET_PDEATHSIG = 1
_KILL = ("/F", "/T", "/PID")


def main(command: list[str]) -> None:
    """Run ``command`` until it ends or the input does, whichever comes first."""
    child = _started(command)
    threading.Thread(target=_follow, args=(child,), daemon=True).start()
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.write(f"{child.pid}\n")
        sys.stdout.flush()
        while sys.stdin.buffer.read(1):
            pass
    _end(child)


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    if sys.platform == "win32":
        hidden = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(  # noqa: S603  # the command is PressDesk's
            command, stdin=nothing, stdout=nothing, stderr=nothing, creationflags=hidden
        )
    return subprocess.Popen(  # noqa: S603  # the command is PressDesk's
        command,
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,  # its own group, so that what a wrapper script starts ends too
        preexec_fn=_dies_with_us() if sys.platform == "linux" else None,  # noqa: PLW1509  one thread
    )


def _dies_with_us() -> Callable[[], None]:
    """Return what makes a Linux kernel kill the child should this process be killed."""
    import ctypes

    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def in_child() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return in_child


def _follow(child: subprocess.Popen[bytes]) -> None:
    """End together with the command."""
    child.wait()
    _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603  # a number, no words
            [f"{os.environ['SYSTEMROOT']}\\System32\\taskkill.exe", *_KILL, str(child.pid)],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )
        child.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    os._exit(child.returncode & 0xFF)


if __name__ == "__main__":
    main(sys.argv[1:])
