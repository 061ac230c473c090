from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from grammar_servers import Traces, languagetool_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def languagetool() -> Path:
    """Return a folder that holds LanguageTool, or skip: no Java, or Maven could not bring it."""
    return languagetool_folder()


@pytest.fixture
def traces(monkeypatch: pytest.MonkeyPatch) -> Iterator[Traces]:
    """Return what finds the processes of the test, and see to it that none is left."""
    traces = Traces()
    monkeypatch.setenv(Traces.NAME, traces.value)
    yield traces
    left = traces.remaining()
    names = [process.name() for process in left]
    for process in left:
        process.kill()
    assert names == []
