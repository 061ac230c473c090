"""One running PressDesk for each desk: a second start hands its file to the first."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_NAME = "window.lock"
_VERSION = 1
_MOST_BYTES = 64_000
_PATIENCE_S = 5.0
_STEP_MS = 200
_ANSWER = b"shown\n"


def server_name(folder: Path) -> str:
    """Return the name of the socket for the desk in ``folder``; short, since systems set limits."""
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    name = f"pressdesk-{digest[:24]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else name


class SingleCopy(QObject):
    """Knows whether this is the first PressDesk on the desk, and hears from later ones."""

    asked = Signal(object)
    """Another start wants the window, and its file if it had one: a path or None."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Return whether no other window is open on the desk; keeps later ones from opening.

        Where the folder cannot be written to, there is no guard, and opening the desk says why.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(self._folder / LOCK_NAME))
        lock.setStaleLockTime(0)  # a window stays open for days; only a dead owner is stale
        if lock.tryLock(0):
            self._lock = lock
            return True
        return lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear what later starts want."""
        from PySide6.QtNetwork import QLocalServer

        if self._lock is None:
            return
        name = server_name(self._folder)
        QLocalServer.removeServer(name)  # left behind by a PressDesk that was killed
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        if server.listen(name):
            self._server = server

    def hand_over(self, file: Path | None) -> bool:
        """Tell the first PressDesk to show its window and ``file``; return whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        message = {"version": _VERSION, "file": str(file) if file else None}
        name = server_name(self._folder)
        until = time.monotonic() + _PATIENCE_S
        while time.monotonic() < until:
            socket = QLocalSocket()
            socket.connectToServer(name)
            if socket.waitForConnected(_STEP_MS):
                socket.write(json.dumps(message).encode() + b"\n")
                socket.flush()
                return _answer(socket, time.monotonic() + _PATIENCE_S) == _ANSWER
            time.sleep(_STEP_MS / 1000)  # the first is still on its way to its first paint
        return False

    def close(self) -> None:
        """Let another PressDesk be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._on_message(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _on_message(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
        if not socket.canReadLine():
            return
        try:
            message = json.loads(bytes(socket.readLine().data()))
            file = message["file"]
            is_known = message["version"] == _VERSION and (file is None or isinstance(file, str))
        except (ValueError, KeyError, TypeError):
            is_known, file = False, None
        if not is_known:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        self.asked.emit(Path(file) if file else None)


def _answer(socket: QLocalSocket, until: float) -> bytes:
    """Return the line that the other side answers; empty if it does not."""
    while not socket.canReadLine() and time.monotonic() < until:
        if not socket.waitForReadyRead(_STEP_MS) and not socket.isValid():
            break
    return bytes(socket.readLine().data())
