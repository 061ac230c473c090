"""The dictionaries as the build hook made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.proofing.spelling import Spellers

if TYPE_CHECKING:
    from pressdesk.proofing.spelling import Speller

SUPPLEMENT = {Language.NB: ("noe", "klima", "poeng"), Language.NN: ("poeng",), Language.EN: ()}


@pytest.fixture(scope="session")
def spellers() -> Spellers:
    """Return the spellers with a supplement of a few words."""
    return Spellers(paths.resource("dictionaries"), SUPPLEMENT.__getitem__)


@pytest.fixture(scope="session")
def bokmal(spellers: Spellers) -> Speller:
    """Return the speller of bokmål."""
    return spellers.of(Language.NB)


@pytest.fixture(scope="session")
def nynorsk(spellers: Spellers) -> Speller:
    """Return the speller of nynorsk."""
    return spellers.of(Language.NN)


@pytest.fixture(scope="session")
def english(spellers: Spellers) -> Speller:
    """Return the speller of English."""
    return spellers.of(Language.EN)
