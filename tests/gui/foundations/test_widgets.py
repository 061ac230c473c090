"""What the reusable widgets show, say and ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from gui.foundations.gallery import OUTLINE, STEPS
from gui.foundations.hands import press_key, type_text
from gui.foundations.names import spoken_name
from gui.foundations.norwegian import norwegian
from pressdesk.gui.theme import ThemeMode
from pressdesk.gui.widgets.approval_bar import ApprovalBar
from pressdesk.gui.widgets.badge import Badge, BadgeRow, PartnerChip, fitting_badges
from pressdesk.gui.widgets.banner import Banner, UndoToast
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.empty_state import Choice, EmptyState
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import SectionHeader
from pressdesk.gui.widgets.length_meter import LengthMeter, LengthUnit
from pressdesk.gui.widgets.painting import Tone
from pressdesk.gui.widgets.pill import Pill
from pressdesk.gui.widgets.search_field import SearchField
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList
from pressdesk.gui.widgets.stage_line import StageLine, Step, StepState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


# --- signs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, (Tone.OK, "Title 0/70")),
        (63, (Tone.OK, "Title 63/70")),
        (66, (Tone.WARN, "Title 66/70 · 4 left")),
        (70, (Tone.WARN, "Title 70/70 · 0 left")),
        (75, (Tone.DANGER, "Title 75/70 · 5 too many")),
    ],
)
def test_length_is_told_in_words_as_well_as_colour(
    qtbot: QtBot, look: Look, speech: Speech, count: int, shown: tuple[Tone, str]
) -> None:
    """Near the limit the room left is told, beyond it what is too much."""
    meter = LengthMeter(look, speech)
    qtbot.addWidget(meter)

    meter.show_length(count, 70, "Title")

    assert (meter.tone, meter.words()) == shown
    assert spoken_name(meter).startswith(f"Title: {count} of 70 characters")


def test_words_and_characters_are_counted_apart(
    qtbot: QtBot, look: Look, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quote is measured in words, and the screen reader says so, in the user's language."""
    meter = LengthMeter(look, speech, LengthUnit.WORDS)
    qtbot.addWidget(meter)
    meter.show_length(50, 45)
    heard = [spoken_name(meter)]

    norwegian(speech, monkeypatch)
    heard.append(spoken_name(meter))

    assert heard == ["50 of 45 words, 5 too many", "50 av 45 ord, 5 for mye"]


def test_approval_bar_says_how_many_quotes_are_approved(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """The bar is for the eye, the sentence for the ear."""
    bar = ApprovalBar(look, speech)
    qtbot.addWidget(bar)
    bar.show_approvals(3, 5)

    assert spoken_name(bar) == "3 of 5 quotes approved"
    assert bar.sizeHint().height() > 0


def test_approval_bar_of_no_quotes_can_be_painted(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """A release without quotes divides nothing by nothing."""
    bar = ApprovalBar(look, speech)
    qtbot.addWidget(bar)
    bar.show_approvals(0, 0)

    assert not bar.grab().isNull()


def test_stage_line_keeps_the_stage_that_counts_when_it_gets_narrow(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """The others shrink to marks, the tooltip then says them all, the ear always hears all."""
    line = StageLine(look, speech)
    qtbot.addWidget(line)
    line.show_steps(STEPS)
    line.show()

    line.resize(line.sizeHint())
    wide = line.toolTip()
    line.resize(line.minimumSizeHint())
    narrow = line.toolTip()

    assert line.minimumSizeHint().width() < line.sizeHint().width() * 0.7
    assert wide == ""
    assert narrow == "Utkast – Runde 1 – Runde 2 · venter på Paulsen – Sluttsjekk – Låst"
    assert spoken_name(line) == (
        "Stages: Utkast, done; Runde 1, done; Runde 2 · venter på Paulsen, now; "
        "Sluttsjekk, later; Låst, later"
    )


def test_stage_line_shows_only_the_stages_it_is_given(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """No stage is invented; none at all is an empty line."""
    line = StageLine(look, speech)
    qtbot.addWidget(line)
    line.show_steps([Step("Draft", StepState.NOW)])
    one = line.sizeHint().width()
    line.show_steps([])
    line.resize(100, 20)

    assert line.sizeHint().width() == 0
    assert one > 0
    assert not line.grab().isNull()


def test_too_many_badges_become_a_number() -> None:
    """Four circles at most: three and «+4», or four."""
    seven = [Badge(letter, slot) for slot, letter in enumerate("ABCDEFG")]

    assert [badge.initials for badge in fitting_badges(seven)] == ["A", "B", "C", "+4"]
    assert fitting_badges(seven[:4]) == tuple(seven[:4])
    assert fitting_badges([]) == ()


def test_badges_and_chips_say_whole_names(qtbot: QtBot, look: Look) -> None:
    """Initials are for the eye only."""
    row, chip = BadgeRow(look), PartnerChip(look, Badge("A", 0, "ACT"), "leads")
    qtbot.addWidget(row)
    qtbot.addWidget(chip)
    row.show_badges([Badge("A", 0, "ACT"), Badge("S", 1, "Skift")])

    assert spoken_name(row) == "ACT, Skift"
    assert spoken_name(chip) == "ACT, leads"


def test_pill_grows_with_its_words_and_letters(qtbot: QtBot, look: Look) -> None:
    """A longer status, or larger letters, take more room."""
    pill = Pill(look, "Draft")
    qtbot.addWidget(pill)
    pill.show()
    short = pill.sizeHint()
    pill.show_status("Approved by all", Tone.OK)
    longer = pill.sizeHint()
    look.choose(ThemeMode.LIGHT, 200)
    larger = pill.sizeHint()

    assert pill.tone is Tone.OK
    assert short.width() < longer.width() < larger.width()
    assert larger.height() > longer.height()


def test_elided_label_gives_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    """What is cut off can be had; what fits is not repeated."""
    label = ElidedLabel("Monica Paulsen, klyngeleder i ACT Cluster")
    qtbot.addWidget(label)
    label.show()

    label.resize(label.sizeHint().width() + 2, 20)
    fits = label.toolTip()
    label.resize(60, 20)

    assert fits == ""
    assert label.toolTip() == label.text()
    assert spoken_name(label) == label.text()


def test_section_header_is_read_in_plain_letters(qtbot: QtBot, look: Look) -> None:
    """Capitals are paint; a screen reader would spell them."""
    header = SectionHeader(look, "Om avtalen")
    qtbot.addWidget(header)
    action = QPushButton("Ny")
    header.add_action(action)
    header.show_text("Partnere")

    assert header.text() == "Partnere"
    assert action.parentWidget() is header


# --- messages ------------------------------------------------------------------------------------


def test_banner_asks_for_what_its_buttons_say(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """Each button tells its key; the cross takes the message away."""
    banner = Banner(look, speech)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    asked: list[str] = []
    banner.action_requested.connect(asked.append)

    banner.show_message("12 lines were removed", Tone.OK, [("undo", "Undo"), ("show", "Show")])
    for key in ("show", "undo"):
        banner.findChild(QPushButton, f"banner_{key}").click()
    with qtbot.waitSignal(banner.closed):
        banner.findChild(IconButton, "banner_close").click()

    assert asked == ["show", "undo"]
    assert banner.isHidden()


def test_banner_says_in_words_that_something_is_wrong(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """Red is not enough for a screen reader; a new message takes the place of the old."""
    banner = Banner(look, speech)
    qtbot.addWidget(banner)
    heard = []
    for tone in (Tone.DANGER, Tone.WARN, Tone.OK):
        banner.show_message("The disk is full", tone, [("retry", "Try again")])
        heard.append(spoken_name(banner))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert heard == ["Error: The disk is full", "Warning: The disk is full", "The disk is full"]
    assert len(banner.findChildren(QPushButton)) == 1
    assert banner.text() == "The disk is full"


def test_undo_toast_offers_to_undo_and_goes(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """The button asks and takes the toast away; Escape only takes it away."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    toast = UndoToast(look, speech, window)
    window.show()

    toast.show_done("The quote was deleted")
    assert window.rect().contains(toast.geometry())
    window.resize(500, 300)
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignals([toast.undo_requested, toast.gone]):
        toast.undo_button.click()
    assert toast.isHidden()
    toast.show_done("Again")
    with qtbot.waitSignal(toast.gone), qtbot.assertNotEmitted(toast.undo_requested):
        press_key(toast, Qt.Key.Key_Escape)


def test_undo_toast_goes_by_itself(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """After a while the offer ends."""
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere = QLineEdit(window)
    toast = UndoToast(look, speech, window, visible_ms=10)
    window.show()
    elsewhere.setFocus()

    with qtbot.waitSignal(toast.gone):
        toast.show_done("The quote was deleted")

    assert toast.isHidden()


# --- choosing ------------------------------------------------------------------------------------


def test_sidebar_says_where_the_user_goes(qtbot: QtBot, look: Look) -> None:
    """Arrow keys and clicks go from line to line and leave out headings."""
    sidebar = SidebarList(look)
    qtbot.addWidget(sidebar)
    sidebar.resize(220, 500)
    sidebar.show()
    gone: list[str] = []
    sidebar.chosen.connect(gone.append)

    sidebar.show_items(OUTLINE, "q3")
    for _ in range(2):
        press_key(sidebar, Qt.Key.Key_Down)
    index = sidebar.model().index(1, 0)
    where = sidebar.visualRect(index).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=where)
    heading = sidebar.visualRect(sidebar.model().index(8, 0)).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=heading)

    assert gone == ["box", "act", "title"]
    assert sidebar.current_key() == "title"


def test_sidebar_keeps_its_place_when_marks_change(qtbot: QtBot, look: Look) -> None:
    """An approval that comes in changes a mark, not where the user is; nothing is «chosen»."""
    sidebar = SidebarList(look)
    qtbot.addWidget(sidebar)
    sidebar.show_items(OUTLINE, "q2")

    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.show_items([*OUTLINE, SidebarItem(key="new", text="New")])
        kept = sidebar.current_key()
        sidebar.show_items(OUTLINE[:3])
        sidebar.select("lead")

    assert kept == "q2"
    assert sidebar.current_key() == "lead"
    assert sidebar.items() == OUTLINE[:3]


def test_sidebar_reads_marks_as_words(qtbot: QtBot, look: Look) -> None:
    """«✓» is read as what it means."""
    sidebar = SidebarList(look)
    qtbot.addWidget(sidebar)
    sidebar.show_items(OUTLINE)
    role = Qt.ItemDataRole.AccessibleTextRole

    read = [sidebar.model().index(row, 0).data(role) for row in (1, 4, 9)]

    assert read == ["Tittel", "Sitat · Paulsen, godkjent", "ACT Cluster, fører pennen"]


def test_empty_state_asks_for_what_is_chosen(qtbot: QtBot, look: Look) -> None:
    """A click or Space on a card tells its key; new words keep the cards."""
    empty = EmptyState(look)
    qtbot.addWidget(empty)
    empty.resize(900, 500)
    empty.show()
    choices = [
        Choice(key=key, icon="new", title=key.title(), explanation="Why") for key in ("a", "b")
    ]
    empty.show_choices("Nothing yet", "Start here", choices)
    card = empty.card("b")
    chosen: list[str] = []
    empty.chosen.connect(chosen.append)

    qtbot.mouseClick(empty.card("a"), Qt.MouseButton.LeftButton)
    type_text(card, " ")
    empty.show_choices("Ingenting", "Start her", choices)

    assert chosen == ["a", "b"]
    assert empty.card("b") is card
    assert spoken_name(card) == "B"
    assert card.accessibleDescription() == "Why"
    assert card.minimumSizeHint().height() >= card.heightForWidth(500)


def test_focus_is_seen_on_a_painted_card(qtbot: QtBot, look: Look) -> None:
    """Where the keyboard is, there is a ring."""
    empty = EmptyState(look)
    qtbot.addWidget(empty)
    empty.show_choices("", "", [Choice(key="a", icon="new", title="A", explanation="")])
    empty.show()
    qtbot.waitExposed(empty)
    empty.activateWindow()
    card = empty.card("a")
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)

    image = card.grab().toImage()

    assert image.pixelColor(0, image.height() // 2) == look.color("focus")


def test_cards_carry_the_colour_of_a_partner(qtbot: QtBot, look: Look) -> None:
    """The edge is the partner's colour, a token's, or not there."""
    card = Card(look, "partner:2")
    qtbot.addWidget(card)
    card.resize(200, 80)
    seen = []
    for edge in ("partner:2", "danger", ""):
        card.show_edge(edge)
        seen.append(card.grab().toImage().pixelColor(1, 40).name())

    theme = look.theme
    assert seen == [theme.partner(2).main, theme.danger, theme.paper]


# --- fields --------------------------------------------------------------------------------------


def test_search_field_is_cleared_by_escape_and_by_its_cross(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """The cross is there while there is something to clear."""
    field = SearchField(look, speech)
    qtbot.addWidget(field)
    field.show_hint("Search", "Search all releases", "Ctrl K")
    field.resize(300, 34)
    field.show()
    visible = [field.clear_button.isVisible()]

    type_text(field, "æøå")
    visible.append(field.clear_button.isVisible())
    press_key(field, Qt.Key.Key_Escape)
    by_escape = field.text()
    type_text(field, "–")
    field.clear_button.click()

    assert visible == [False, True]
    assert (by_escape, field.text()) == ("", "")
    assert spoken_name(field) == "Search"
    assert field.clear_button.accessibleName() == "Clear search"


def test_field_row_tells_the_screen_reader_everything(
    qtbot: QtBot, look: Look, speech: Speech
) -> None:
    """Label, that it is required, what is wrong, and the guidance."""
    editor = QLineEdit()
    editor.setObjectName("signers")
    row = FieldRow(look, speech, editor)
    qtbot.addWidget(row)

    row.show_label("Who &signs?", is_required=True)
    row.show_guidance("Name and place")
    row.show_problem("Needed before sending", Tone.WARN)
    described = editor.accessibleDescription()
    row.show_problem("")

    assert row.objectName() == "signers_row"
    assert spoken_name(editor) == "Who signs? (required)"
    assert described == "Needed before sending. Name and place"
    assert editor.accessibleDescription() == "Name and place"


def test_a_click_on_the_row_goes_to_its_editor(qtbot: QtBot, look: Look, speech: Speech) -> None:
    """The whole card is the field, and its line shows where the keyboard is."""
    row = FieldRow(look, speech, QPlainTextEdit())
    qtbot.addWidget(row)
    row.show_label("Quote")
    row.show_length(3, 45)
    row.resize(300, 140)
    row.show()
    row.activateWindow()

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    qtbot.waitUntil(row.editor.hasFocus)

    assert row.grab().toImage().pixelColor(1, 70) == look.color("focus")
    assert row.meter.isVisible()


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_buttons_have_words_icons_and_keep_their_place_under_focus(
    qtbot: QtBot, look: Look, kind: ButtonKind
) -> None:
    """The ring takes no room: nothing jumps when Tab comes by."""
    button = Button(look, kind, "check")
    qtbot.addWidget(button)
    button.setText("Accept")
    button.show()
    button.activateWindow()
    before = button.sizeHint()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    assert button.sizeHint() == before
    assert not button.icon().isNull()


def test_icon_button_has_a_name_and_its_keys(qtbot: QtBot, look: Look) -> None:
    """What has no words on it says them in the tooltip and to the screen reader."""
    button = IconButton(look, "undo")
    qtbot.addWidget(button)
    button.show_name("Undo", "Ctrl Z")
    button.show_icon("redo")

    assert spoken_name(button) == "Undo"
    assert button.toolTip() == "Undo (Ctrl Z)"
