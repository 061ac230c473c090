"""Comments in the editor: on selected words, for chosen eyes, answered and settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from gui.foundations.hands import type_text
from gui.ready.waiting import settled
from pressdesk.domain.comments import Audience, comments
from pressdesk.domain.ids import BlockId
from pressdesk.domain.proposals import ProposalPart
from pressdesk.gui.editor.comments.state import span_in, spot_of
from pressdesk.gui.editor.inspector import Tab
from pressdesk.services.commenting import Remark
from samples import content

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.stored import StoredRelease


def write(editor: EditorPlace, words: str, audience: str) -> None:
    """Write a comment on what is selected."""
    editor.actions_of_place["comment"].trigger()
    panel = editor.view.inspector.comments
    field, choice = panel.form.editor("text"), panel.form.editor("audience")
    assert isinstance(field, QPlainTextEdit)
    assert isinstance(choice, QComboBox)
    field.setPlainText(words)
    choice.setCurrentIndex(choice.findData(audience))
    panel.form.done_button.click()


def test_a_comment_stands_at_the_selected_words_for_one_partner(
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
) -> None:
    """Ctrl+Alt+M asks; the ledger has words, place and reader; the tab counts it."""
    editor.open(release)
    quote = next(iter(editor.sheet.content().quotes()))
    editor.sheet.spots.select(quote.id, 5, 15)

    write(editor, "Er dette sikkert?", "partner:Fjell")
    settled(qtbot, around)

    (added,) = (one.added for one in comments(desk.open(release.id).events))
    assert (added.anchor, added.block, added.start, added.end) == ("gleder oss", quote.id, 5, 15)
    assert added.audience is Audience.PARTNER
    assert editor.view.inspector.tabs.tabText(2) == "Comments 1"
    assert editor.review.comments.rows[0].audience == "for Nordlys + Fjell only"
    assert editor.sheet.extraSelections()


def test_it_is_answered_and_settled_with_a_reason(
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    desk: DeskWork,
    release: StoredRelease,
) -> None:
    """The answer shares its eyes; settling needs a reason, and takes it from the count."""
    editor.open(release)
    write(editor, "Enklere?", "own")
    settled(qtbot, around)
    panel = editor.view.inspector.comments
    comment = editor.review.comments.rows[0].id
    card = panel.card(comment)
    assert card is not None

    card.ask_reply()
    field = card.form.editor("text")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Ja.")
    card.form.done_button.click()
    settled(qtbot, around)
    card = panel.card(comment)
    assert card is not None
    card.ask_reason()
    card.form.done_button.click()
    assert editor.view.inspector.tabs.tabText(2) == "Comments 1"
    card.form.editor("text").setText("Skrevet om.")  # type: ignore[attr-defined]  # a line
    card.form.done_button.click()
    settled(qtbot, around)

    first, reply = comments(desk.open(release.id).events)
    assert reply.added.audience is Audience.OWN
    assert first.resolved is not None
    assert first.resolved.reason == "Skrevet om."
    assert editor.view.inspector.tabs.tabText(2) == "Comments"
    assert editor.review.comments.rows[0].replies[0].text == "Ja."


def test_the_anchor_moves_with_the_text_and_says_when_it_is_gone(
    qtbot: QtBot,
    editor: EditorPlace,
    around: Surroundings,
    release: StoredRelease,
) -> None:
    """Words before it shift it; when its own words go, the card says so."""
    editor.open(release)
    quote = next(iter(editor.sheet.content().quotes()))
    editor.sheet.spots.select(quote.id, 5, 15)
    write(editor, "Sikkert?", "all")
    settled(qtbot, around)

    editor.sheet.spots.select(quote.id, 2, 2)
    type_text(editor.sheet, "Alle ")
    editor.refresh()
    assert editor.review.comments.rows[0].span == (10, 20)
    editor.sheet.spots.select(quote.id, 10, 20)
    editor.sheet.textCursor().removeSelectedText()
    editor.refresh()

    assert editor.review.comments.rows[0].is_moved
    settled(qtbot, around)


def test_markup_in_a_comment_is_shown_as_it_was_written(
    editor: EditorPlace, desk: DeskWork, journeys: Journeys, release: StoredRelease
) -> None:
    """Nobody runs anything by writing a comment."""
    words = "<img src=x onerror=alert(1)><b>fet</b>"
    journeys.commenting.add(desk.at(release.id), Remark(text=words))
    editor.open(desk.open(release.id))
    editor.view.inspector.show_tab(Tab.COMMENTS)

    card = editor.view.inspector.comments.card(editor.review.comments.rows[0].id)

    assert card is not None
    assert words in card.accessibleName()


def test_hundreds_of_comments_are_shown_by_and_by(
    editor: EditorPlace, desk: DeskWork, journeys: Journeys, release: StoredRelease
) -> None:
    """Forty cards are made, and more when they are asked for."""
    for number in range(60):
        journeys.commenting.add(desk.at(release.id), Remark(text=f"Nummer {number}"))

    editor.open(desk.open(release.id))
    panel = editor.view.inspector.comments

    shown = [row for row in editor.review.comments.rows if panel.card(row.id) is not None]
    assert len(shown) == 40
    assert panel.more_button.text() == "20 more comments"
    panel.more_button.click()
    assert all(panel.card(row.id) is not None for row in editor.review.comments.rows)


@pytest.mark.parametrize(
    ("text", "anchor", "near", "span"),
    [
        ("to og to", "to", 7, (6, 8)),
        ("to og to", "to", 0, (0, 2)),
        ("to og to", "tre", 0, None),
        ("to", "", 0, None),
    ],
)
def test_an_anchor_is_found_nearest_to_where_it_stood(
    text: str, anchor: str, near: int, span: tuple[int, int] | None
) -> None:
    """Of words that stand there twice, the nearest."""
    assert span_in(text, anchor, near) == span


def test_a_selection_over_lines_is_cut_at_the_first() -> None:
    """Of a quote with one paragraph the place is exact; an unknown piece has none."""
    release = content()
    words = release.blocks[1].texts[0].plain

    spot = spot_of(release, BlockId("b2"), 2, 8, words)

    assert spot is not None
    assert (spot.part, spot.paragraph, spot.start, spot.end) == (ProposalPart.BLOCK, 0, 2, 8)
    assert spot_of(release, BlockId("nowhere"), 0, 1, "x") is None
