"""Times are said as people say them, in the language of the interface."""

from __future__ import annotations

from datetime import datetime

import pytest

from pressdesk.domain.errors import TimeAmbiguous, TimeInGap
from pressdesk.i18n import explain
from pressdesk.i18n.moments import moment_in_words

GAP = datetime(2026, 3, 29, 2, 30)
WORDS = {
    "nb": "søndag 29. mars 2026 kl. 02.30",
    "nn": "søndag 29. mars 2026 kl. 02.30",
    "en": "Sunday 29 March 2026, 02:30",
}


@pytest.mark.parametrize(("language", "words"), WORDS.items())
def test_a_moment_is_said_with_its_weekday(language: str, words: str) -> None:
    """Hours and minutes always have two digits."""
    assert moment_in_words(GAP, language) == words


@pytest.mark.parametrize("error", [TimeInGap(value=GAP), TimeAmbiguous(value=GAP)])
@pytest.mark.parametrize(("language", "words"), WORDS.items())
def test_errors_about_the_clock_say_when(
    error: TimeInGap | TimeAmbiguous, language: str, words: str
) -> None:
    """No raw ISO date reaches people."""
    sentence = explain(error, language)

    assert words in sentence
    assert "2026-03-29" not in sentence
    assert sentence[0].isupper()
