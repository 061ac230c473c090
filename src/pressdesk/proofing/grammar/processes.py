"""Processes that cannot outlive PressDesk, and what they listen on."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from pressdesk.proofing.grammar import watchdog

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_OUTPUT = 16_384
_END_S = 3.0
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows no console window pops up."""


class GuardedProcess:
    """A command under a watchdog, which ends it when PressDesk ends in whatever way."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start ``command``.

        Raises:
            OSError: the watchdog did not start.
        """
        self._watchdog = subprocess.Popen(  # noqa: S603  # Java as found, and numbers
            [sys.executable, "-I", "-S", str(Path(watchdog.__file__)), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C at a terminal is for PressDesk, which then ends it
            creationflags=_HIDDEN,
        )
        self._process: psutil.Process | None = None
        self._lock = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Take the process id that the watchdog tells."""
        if self._watchdog.stdout is not None:
            with contextlib.suppress(OSError, ValueError, psutil.Error):
                self._process = psutil.Process(int(self._watchdog.stdout.readline(20)))

    @property
    def is_running(self) -> bool:
        """Whether the command has not ended."""
        return self._watchdog.poll() is None

    def listens_on(self, port: int) -> bool:
        """Return whether it, and not some other program, takes connections on ``port``."""
        if self._process is None:
            return False
        try:
            family = [self._process, *self._process.children(recursive=True)]
            return any(
                one.status == psutil.CONN_LISTEN and one.laddr.port == port
                for member in family
                for one in member.net_connections(kind="tcp")
            )
        except psutil.Error:
            return False

    def end(self) -> None:
        """End it with all that it started, and return when they have ended."""
        with self._lock:
            if self._watchdog.stdin is not None:
                with contextlib.suppress(OSError):
                    self._watchdog.stdin.close()
            try:
                self._watchdog.wait(_END_S)
            except subprocess.TimeoutExpired:
                self._watchdog.kill()
                self._watchdog.wait(_END_S)
            if self._process is not None and self._process.is_running():
                _end_tree(self._process)  # somebody killed the watchdog
            self._reader.join(_END_S)
            if self._watchdog.stdout is not None and not self._reader.is_alive():
                self._watchdog.stdout.close()


def first_output(command: Sequence[str], limit_s: float) -> str:
    """Return the beginning of what ``command`` prints within ``limit_s``; then it is ended.

    Raises:
        OSError: it cannot be started, or did not end in time.
    """
    process = subprocess.Popen(  # noqa: S603  # Java as found
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        creationflags=_HIDDEN,
    )
    heard: list[bytes] = []

    def read() -> None:
        if process.stdout is not None:
            heard.append(process.stdout.read(_MOST_OUTPUT))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(limit_s)
    with contextlib.suppress(psutil.Error):
        _end_tree(psutil.Process(process.pid))
    process.wait(_END_S)
    reader.join(_END_S)
    if process.stdout is not None and not reader.is_alive():
        process.stdout.close()
    if not heard:
        raise TimeoutError
    return heard[0].decode("utf-8", "replace")


def _end_tree(process: psutil.Process) -> None:
    """End a process that leads its group, and what it started."""
    family = [process]
    with contextlib.suppress(psutil.Error):
        family.extend(process.children(recursive=True))
    for member in family:
        with contextlib.suppress(psutil.Error):
            member.kill()
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def free_port() -> int:
    """Return a port of this machine that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_port_taken(port: int) -> bool:
    """Return whether nobody else could listen on ``port`` now."""
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
