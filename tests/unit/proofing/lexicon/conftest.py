"""One lexicon for all tests: loading is what a benchmark measures."""

from __future__ import annotations

import pytest

from pressdesk import paths
from pressdesk.proofing.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the lexicon that comes along; the install makes its tables."""
    if not paths.resource("dictionaries/lexicon-nb.marisa").exists():
        pytest.skip("the tables are made by the install: pip install -e .")
    return Lexicon()
