"""Servers and Javas that behave badly, for the tests of the grammar engine."""

from __future__ import annotations

import json
import os
import socketserver
import stat
import sys
import threading
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from pressdesk.domain.errors import GrammarError
from pressdesk.proofing.grammar.installation import found_installation, found_java

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGES = json.dumps(
    [
        {"name": "English", "code": "en", "longCode": "en"},
        {"name": "English (GB)", "code": "en", "longCode": "en-GB"},
        {"name": "Norwegian (Nynorsk)", "code": "nn", "longCode": "nn-NO"},
    ]
).encode()
ROOT = Path(__file__).resolve().parents[1]
HANG = None
"""The answer of a server that says nothing until it is closed."""


def languagetool_folder() -> Path:
    """Return a folder that holds LanguageTool, or skip: no Java, or Maven could not bring it."""
    folder = Path(os.environ.get("LTP_PATH") or ROOT / "build" / "languagetool")
    try:
        found = found_installation(folder, {})
        found_java(found.needed_java, os.environ, 20)
    except GrammarError as error:
        pytest.skip(f"LanguageTool cannot run here ({error.code}): dev.py languagetool brings it")
    return folder


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Return an answer of the web."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def match(offset: int, length: int, **changes: object) -> dict[str, object]:
    """Return a match as LanguageTool writes it."""
    rule = {"id": "HE_VERB_AGR", "issueType": "grammar", "category": {"id": "GRAMMAR"}}
    context = {"text": "", "offset": 0, "length": 0}
    found = {"message": "Say it so.", "replacements": [{"value": "goes"}], "context": context}
    return {**found, "offset": offset, "length": length, "rule": rule, "sentence": "", **changes}


@dataclass
class Asked:
    """What a server was asked."""

    path: str
    head: str
    body: bytes


@dataclass
class WebServer:
    """A server on this machine that answers as it is told."""

    url: str
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


@contextmanager
def web_server(reply: Callable[[Asked], bytes | Iterator[bytes] | None]) -> Iterator[WebServer]:
    """Yield a server that answers every request with ``reply``: whole, in drops, or not at all."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            lines = [self.rfile.readline()]
            while lines[-1].strip():
                lines.append(self.rfile.readline())
            head = b"".join(lines).decode()
            length = next(
                (int(line[15:]) for line in head.splitlines() if line[:15].lower() == WANTED), 0
            )
            asked = Asked(head.split(" ")[1] if " " in head else "", head, self.rfile.read(length))
            web.asked.append(asked)
            answer = reply(asked)
            if answer is None:
                web.closing.wait(60)
                return
            for part in (answer,) if isinstance(answer, bytes) else answer:
                if web.closing.is_set():
                    return
                try:
                    self.wfile.write(part)
                except OSError:
                    return

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = True

    with Server(("127.0.0.1", 0), Handler) as server:
        web = WebServer(url=f"http://127.0.0.1:{server.server_address[1]}/")
        runner = threading.Thread(target=server.serve_forever, args=(0.01,))
        runner.start()
        try:
            yield web
        finally:
            web.closing.set()
            server.shutdown()
            runner.join()


WANTED = "content-length:"

# A Java for LanguageTool's port: says its version, listens, and then does as the word says.
_FAKE_JAVA = """
import socket, sys
words = sys.argv[2:]
manner = sys.argv[1]
if words == ["-version"]:
    print('openjdk version "17.0.1" 2021-10-19', file=sys.stderr)
    sys.exit()
if manner == "ends":
    sys.exit(1)
server = socket.socket()
if manner != "deaf":
    server.bind(("127.0.0.1", int(words[-1])))
    server.listen()
languages = %r
while True:
    if manner == "deaf":
        import threading
        threading.Event().wait()
    connection, _ = server.accept()
    asked = b""
    while b"\\r\\n\\r\\n" not in asked:
        asked += connection.recv(65536)
    if b"languages" in asked.split(b"\\r\\n")[0]:
        connection.sendall(languages)
        connection.close()
    elif manner == "dies":
        import os
        os._exit(9)
    elif manner == "babbles":
        connection.sendall(b"certainly not the web\\r\\n" * 10)
        connection.close()
    elif manner == "hangs":
        kept = connection
"""


def script(path: Path, lines: str) -> Path:
    """Write a program of the shell, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def fake_java(folder: Path, manner: str) -> Path:
    """Make a Java of version 17 in ``folder`` whose server ends, dies, hangs, babbles or is deaf."""
    program = folder / "fake_java.py"
    folder.mkdir(parents=True, exist_ok=True)
    program.write_text(_FAKE_JAVA % (http(LANGUAGES),), "utf-8")
    return script(folder / "java", f'exec "{sys.executable}" "{program}" {manner} "$@"')


class Traces:
    """Finds every process that came out of the test, also one that lost its parents."""

    NAME = "PRESSDESK_TEST_TRACE"

    def __init__(self) -> None:
        self.value = uuid.uuid4().hex

    def processes(self) -> list[psutil.Process]:
        """Return those that run now, without this one."""
        found = []
        for process in psutil.process_iter():
            try:
                is_ours = process.environ().get(self.NAME) == self.value
            except psutil.Error:
                continue
            if is_ours and process.pid != os.getpid():
                found.append(process)
        return found

    def remaining(self, limit_s: float = 5) -> list[psutil.Process]:
        """Return those that have not ended within ``limit_s``."""
        return list(psutil.wait_procs(self.processes(), timeout=limit_s)[1])
