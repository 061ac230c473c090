"""Pictures of the round screen, for people to look at: build/screenshots/round-*.png."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from gui.foundations.pictures import screenshot
from pressdesk.gui.round.panel import Tab
from pressdesk.gui.theme import ThemeMode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.round.reviewed import Review
    from pressdesk.gui.round import RoundPlace
    from pressdesk.gui.round.send_place import SendPlace
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


def picture(widget: QWidget, name: str, shown: str, language: str) -> None:
    """Let everything take its place, and keep a picture."""
    mode, percent = shown.split()
    for _ in range(3):
        QApplication.processEvents()
    size = "" if percent == "100" else f"-{percent}"
    assert screenshot(widget, f"{name}-{mode}-{language}{size}").stat().st_size > 10_000


def dress(look: Look, speech: Speech, shown: str, language: str) -> None:
    """Choose theme, size of letters, and language."""
    mode, percent = shown.split()
    look.choose(ThemeMode(mode), int(percent))
    speech.switch(language)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100", "contrast 100", "light 200"])
def test_the_round_is_pictured(  # noqa: PLR0917  # fixtures
    place: RoundPlace, review: Review, look: Look, speech: Speech, language: str, shown: str
) -> None:
    """Two answers have come, one is waited for."""
    review.go_through_two_rounds()
    dress(look, speech, shown, language)

    place.open(review.stored())
    place.view.text.setFocus()

    picture(place, "round", shown, language)


@pytest.mark.parametrize("language", ["nb"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100"])
@pytest.mark.parametrize("tab", [Tab.REMARKS, Tab.APPROVALS, Tab.LOG])
def test_every_tab_is_pictured(  # noqa: PLR0917  # fixtures
    place: RoundPlace,
    review: Review,
    look: Look,
    speech: Speech,
    language: str,
    shown: str,
    tab: Tab,
) -> None:
    """With a conflict in the text, an answer that came just now, and a comment."""
    review.go_through_two_rounds()
    review.comment("Er tallet riktig?")
    received = review.receive(review.by_paulsen())
    dress(look, speech, shown, language)

    place.open(review.stored(), received=received)
    place.view.panel.show_tab(tab)

    picture(place, f"round-{tab.value}", shown, language)


@pytest.mark.parametrize("language", ["nb"])
@pytest.mark.parametrize("shown", ["light 100"])
def test_few_proposals_leave_room_for_the_approvals(  # noqa: PLR0917  # fixtures
    place: RoundPlace, review: Review, look: Look, speech: Speech, language: str, shown: str
) -> None:
    """As in the mockup: the cards above, quotes and persons below."""
    review.send()
    review.receive(review.by_paulsen())
    dress(look, speech, shown, language)

    place.open(review.stored())

    QApplication.processEvents()
    assert place.view.panel.changes.matrix.isVisible()
    picture(place, "round-few", shown, language)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("shown", ["light 100", "dark 100", "light 200"])
def test_sending_is_pictured(  # noqa: PLR0917  # fixtures
    sending: SendPlace, review: Review, look: Look, speech: Speech, language: str, shown: str
) -> None:
    """The form as it comes up, with the people of the release in it."""
    dress(look, speech, shown, language)

    sending.start(review.stored())

    picture(sending, "round-send", shown, language)
