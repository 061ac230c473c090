"""What tests of the Word round trip share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from word_partner import Partner, partner_python

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def partner() -> Iterator[Partner]:
    """Return somebody with LibreOffice, or skip."""
    if partner_python() is None:
        pytest.skip("no LibreOffice with its Python bridge (libreoffice-writer, python3-uno)")
    with Partner() as somebody:
        yield somebody
