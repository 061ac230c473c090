"""A fault of ours: a report that can be sent, without a word of any release."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from types import FrameType, TracebackType

    from PySide6.QtWidgets import QWidget

    from pressdesk.gui.crash_dialog import CrashDialog
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

logger = logging.getLogger(__name__)
MOST_KEPT = 10
_PREFIX = "crash-"


def crash_report(kind: str, places: list[str], *, version: str, at: datetime) -> str:
    """Return the report: what is installed, which kind of fault, and where; no words, no values."""
    return "\n".join(
        (
            f"PressDesk {version}",
            f"at {at.isoformat(timespec='seconds')}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            "",
            kind,
            *(f"  {place}" for place in places),
            "",
        )
    )


def places_of(error: BaseException) -> tuple[str, list[str]]:
    """Return the types of ``error`` and its causes, and the lines it came through."""
    kinds, places = [], []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kinds.append(_type_name(type(current)))
        places.append(f"-- {kinds[-1]}")
        places.extend(_lines(current.__traceback__))
        current = current.__cause__ or current.__context__
    return " <- ".join(kinds), places


def keep_report(folder: Path, text: str, at: datetime) -> Path | None:
    """Write ``text`` into ``folder`` and return where; the oldest beyond ten are removed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{_PREFIX}{at.strftime('%Y%m%d-%H%M%S-%f')}.txt"
        path.write_text(text, "utf-8")
    except OSError:
        return None
    kept = sorted(folder.glob(f"{_PREFIX}*.txt"))
    for old in kept[:-MOST_KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


class CrashWatch(QObject):
    """The last edge: what nobody caught, on any thread, and what Qt calls fatal."""

    _happened = Signal(str)

    def __init__(  # noqa: PLR0913  # the start wires every part
        self,
        look: Look,
        speech: Speech,
        folder: Path,
        *,
        version: Callable[[], str],
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._speech = speech
        self._folder = folder
        self._version = version
        self._clock = clock
        self._dialog: CrashDialog | None = None
        self.window: QWidget | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to watch."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Watch no longer."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def take(self, error: BaseException) -> None:
        """Report ``error``."""
        kind, places = places_of(error)
        self._report(kind, places)

    def _on_error(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            frames = [_place(frame, line) for frame, line in traceback.walk_stack(None)]
            self._write("Qt fatal", frames)
        elif kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg}:
            logger.warning("Qt: %s", message)

    def _report(self, kind: str, places: list[str]) -> None:
        text = self._write(kind, places)
        self._happened.emit(text)

    def _write(self, kind: str, places: list[str]) -> str:
        now = self._clock()
        text = crash_report(kind, places, version=self._version(), at=now)
        keep_report(self._folder, text, now)
        logger.error("A fault of ours: %s", kind)
        return text

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._dialog is not None:
            return  # one is enough to see; the others are kept
        from pressdesk.gui.crash_dialog import CrashDialog

        dialog = CrashDialog(self._look, self._speech, text, self.window)
        self._dialog = dialog
        dialog.destroyed.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None


def _lines(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        yield _place(frame, line)


def _place(frame: FrameType, line: int) -> str:
    return f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"


def _type_name(kind: type[BaseException]) -> str:
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )
