"""One running PressDesk for each desk."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from pressdesk.gui.single import SingleCopy, server_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleCopy]:
    """Return the first copy, which listens."""
    single = SingleCopy(tmp_path)
    assert single.is_first()
    single.listen()
    yield single
    single.close()
    single.deleteLater()


@pytest.mark.parametrize("file", [None, Path("/tmp/å melding.pressdesk")])  # noqa: S108  # a name only
def test_a_second_start_hands_its_file_to_the_first(
    qtbot: QtBot, first: SingleCopy, tmp_path: Path, file: Path | None
) -> None:
    """It is not the first, and the first hears what it wants."""
    second = SingleCopy(tmp_path)
    assert not second.is_first()
    answers: list[bool] = []
    start = threading.Thread(target=lambda: answers.append(second.hand_over(file)))

    with qtbot.waitSignal(first.asked) as asked:
        start.start()
    qtbot.waitUntil(lambda: bool(answers))
    start.join()

    assert asked.args == [file]
    assert answers == [True]


def test_another_desk_has_a_window_of_its_own(first: SingleCopy, tmp_path: Path) -> None:
    """The guard is the folder's."""
    other = SingleCopy(tmp_path / "other")

    assert other.is_first()
    assert server_name(tmp_path) != server_name(tmp_path / "other")
    other.close()


def test_after_the_first_is_gone_the_next_is_first(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing is left locked."""
    one = SingleCopy(tmp_path)
    assert one.is_first()
    one.close()
    next_one = SingleCopy(tmp_path)

    assert next_one.is_first()
    next_one.close()


@pytest.mark.parametrize(
    "message",
    [b"not json\n", b'{"version": 99, "file": null}\n', b'{"version": 1, "file": 7}\n', b"[]\n"],
)
def test_nonsense_is_not_answered(
    qtbot: QtBot, first: SingleCopy, tmp_path: Path, message: bytes
) -> None:
    """The connection ends, and nobody is asked anything."""
    asked: list[object] = []
    first.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(tmp_path))
    assert socket.waitForConnected(1000)

    socket.write(message)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)

    assert asked == []
