"""Letters of menus and keys of places do not fight, whatever the language."""

from __future__ import annotations

import pytest

from pressdesk.gui.round.place import _KEYS
from pressdesk.i18n import catalogue

MENUS = ("&File", "&Edit", "&Insert", "&View", "&Help")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_no_menu_opens_with_a_key_of_the_round(language: str) -> None:
    """Where both answer to Alt and a letter, Qt does neither."""
    words = [catalogue(language).gettext(menu) for menu in MENUS]

    letters = [f"Alt+{one[one.index('&') + 1].upper()}" for one in words]

    assert len(set(letters)) == len(letters)
    assert not set(letters) & {keys for _, keys in _KEYS.values()}
