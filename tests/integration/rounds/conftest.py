"""What tests of review rounds share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from round_table import Table
from word_partner import Partner, partner_python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def partner() -> Iterator[Partner]:
    """Return somebody with LibreOffice, or skip."""
    if partner_python() is None:
        pytest.skip("no LibreOffice with its Python bridge (libreoffice-writer, python3-uno)")
    with Partner() as somebody:
        yield somebody


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Return a joint release that nobody has seen yet."""
    return Table.laid(tmp_path)
