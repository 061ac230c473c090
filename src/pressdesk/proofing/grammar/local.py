"""LanguageTool on this machine: a server of our own, on an address that only this machine has."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from typing import TYPE_CHECKING

from pressdesk.domain.errors import GrammarNotStarted, GrammarPortTaken
from pressdesk.paths import resource
from pressdesk.proofing.grammar.serving import Endpoint
from pressdesk.proofing.grammar.waiting import STEP_S, GivenUp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pressdesk.proofing.grammar.processes import GuardedProcess
    from pressdesk.proofing.grammar.serving import Limits

NAME = "LanguageTool"
_MAIN = "org.languagetool.server.HTTPServer"
_CONFIGURATION = "grammar/server.properties"
_PORTS = 3
"""Tried; another program may take one between our looking and the server's start."""

_OPTIONS = (
    "-Xmx512m",
    "-Xss2m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.net.preferIPv4Stack=true",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-Dsun.net.httpserver.nodelay=true",  # else each answer waits 40 ms for an acknowledgement
)
"""Little memory, and a quick first answer: 1.3 s instead of 2.1 s, 335 MB instead of 480."""


class LocalServer:
    """Starts LanguageTool when it is opened; nothing of it outlives PressDesk."""

    is_local = True
    name = NAME

    def __init__(
        self,
        folder: Path | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        ports: Callable[[], int] | None = None,
    ) -> None:
        """Look for LanguageTool in ``folder``, else where language-tool-python would."""
        self._folder = folder
        self._environment = os.environ if environment is None else environment
        self._ports = ports
        self._process: GuardedProcess | None = None
        self._lock = threading.Lock()

    def open(self, limits: Limits, is_given_up: Callable[[], bool]) -> Endpoint:
        """Start the server and return where it listens.

        Raises:
            GrammarFolderMissing, GrammarJavaMissing, GrammarJavaOld, GrammarJavaUnclear,
            GrammarPortTaken, GrammarNotStarted: nothing runs.
            GivenUp: nobody wants it any more; nothing runs.
        """
        from pressdesk.proofing.grammar.installation import found_installation, found_java
        from pressdesk.proofing.grammar.processes import free_port

        self.close()
        installation = found_installation(self._folder, self._environment)
        java = found_java(installation.needed_java, self._environment, limits.java_s)
        command = (java, *_OPTIONS, "-cp", str(installation.jar))
        port = 0
        for _attempt in range(_PORTS):
            port = self._ports() if self._ports else free_port()
            with contextlib.suppress(GrammarPortTaken):
                self._start(command, port, limits.start_s, is_given_up)
                return Endpoint(url=f"http://127.0.0.1:{port}/", account=None)
        raise GrammarPortTaken(port=port)

    def _start(
        self, command: tuple[str, ...], port: int, limit_s: float, is_given_up: Callable[[], bool]
    ) -> None:
        """Start the server on ``port``; raises what ``open`` does."""
        from pressdesk.proofing.grammar.processes import GuardedProcess, is_port_taken

        if is_port_taken(port):
            raise GrammarPortTaken(port=port)
        end = time.monotonic() + limit_s
        with self._lock:
            if is_given_up():
                raise GivenUp
            try:
                process = GuardedProcess(
                    (
                        *command,
                        _MAIN,
                        "--config",
                        str(resource(_CONFIGURATION)),
                        "--port",
                        str(port),
                    )
                )
            except OSError as error:
                raise GrammarNotStarted from error
            self._process = process
        while not process.listens_on(port):
            has_ended = not process.is_running
            if has_ended or is_given_up() or time.monotonic() > end:
                self.close()
                if is_given_up():
                    raise GivenUp
                if has_ended and is_port_taken(port):
                    raise GrammarPortTaken(port=port)
                raise GrammarNotStarted
            time.sleep(STEP_S)

    def close(self) -> None:
        """End the server, and return when it has ended."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.end()
