"""The editor with a real desk: opening, saving, undo over everything, and leaving."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from gui.foundations.hands import press_key, type_text
from gui.foundations.names import unnamed_focusables
from pressdesk.domain.content import ReleaseMode
from pressdesk.gui.editor.going import Goal, GoalKind, go
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.saving import SaveState
from pressdesk.gui.sheet import TITLE_ID, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor import EditorPlace
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.stored import StoredRelease


def quotes(place: EditorPlace) -> list[BlockId]:
    return [quote.id for quote in place.sheet.content().quotes()]


def button(place: EditorPlace, name: str) -> QPushButton:
    found = place.findChild(QPushButton, name)
    assert found is not None
    return found


def outline(place: EditorPlace) -> list[tuple[str, str]]:
    return [(item.text, item.mark) for item in place.view.outline.items()]


def test_a_release_is_shown_with_outline_figures_and_state(opened: EditorPlace) -> None:
    """Title, pieces in order with their marks, partners with what they have."""
    words = outline(opened)

    assert opened.title == "Nordlys og Fjell bygger varmeanlegg"
    assert words[:4] == [("Contents", ""), ("Title", ""), ("Lead", ""), ("Body · 1 paragraph", "")]
    assert ("Quote · Nes", "?") in words
    assert ("Nordlys", "holds the pen") in words
    assert any(text == "Om Nordlys" for text, _ in words)
    assert opened.view.status.figures()[1:3] == ("Title 35 characters", "Embargo: none")
    assert opened.view.status.figures()[4] == "1 placeholder left"
    assert opened.view.top.saved.text() == "● saved"


def test_what_is_typed_is_on_the_desk_within_a_second(
    qtbot: QtBot, opened: EditorPlace, stored: Callable[[], Content]
) -> None:
    """Without any other key, and with the words that tell."""
    states: list[str] = []
    opened.save_state_changed.connect(states.append)
    started = time.monotonic()

    with qtbot.waitSignal(opened.saved, timeout=1000):
        type_text(opened.sheet, "Å ")
        type_text(opened.sheet, "nei ")

    assert time.monotonic() - started < 1.0
    assert stored().title.plain == "Å nei Nordlys og Fjell bygger varmeanlegg"
    assert states == ["saving …", "saved"]


def test_typing_without_a_pause_is_saved_meanwhile(qtbot: QtBot, opened: EditorPlace) -> None:
    """The clock is not wound up again by every key."""
    saves: list[object] = []
    opened.saved.connect(saves.append)
    end = time.monotonic() + 1.2
    while time.monotonic() < end:
        type_text(opened.sheet, "a")
        QApplication.processEvents()

    assert saves
    qtbot.waitUntil(lambda: opened.autosave.is_clean, timeout=3000)


def test_losing_the_keyboard_saves_at_once(qtbot: QtBot, opened: EditorPlace) -> None:
    """Before the second is over."""
    type_text(opened.sheet, "x")

    with qtbot.waitSignal(opened.saved, timeout=500):
        QApplication.sendEvent(opened.sheet, QFocusEvent(QEvent.Type.FocusOut))


def test_leaving_stores_first(
    qtbot: QtBot, opened: EditorPlace, stored: Callable[[], Content]
) -> None:
    """Also a fact that is still in its field."""
    left: list[str] = []
    opened.view.inspector.show_tab(Tab.FACTS)
    field = opened.view.inspector.facts.place
    field.setFocus()
    type_text(field, "Bodø")
    qtbot.waitUntil(field.hasFocus)

    opened.leave(lambda: left.append(stored().place or ""))
    qtbot.waitUntil(lambda: bool(left))

    assert left == ["Bodø"]


def test_the_way_back_to_the_desk_stores_first(qtbot: QtBot, opened: EditorPlace) -> None:
    """The button leaves as the window does."""
    type_text(opened.sheet, "x")

    with qtbot.waitSignals([opened.saved, opened.closed], order="strict"):
        opened.view.top._back.click()


def test_facts_from_the_inspector_are_undone_with_the_text(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """One stack for text, structure and facts; every step back is exact."""
    sheet = opened.sheet
    seen = [sheet.content()]
    steps: list[Callable[[], object]] = [
        lambda: type_text(sheet, "A"),
        lambda: opened.facts.on_place_given("Bodø"),
        lambda: opened.facts.on_embargo_given("26.11.2026", "08.00"),
        opened.facts.on_partner_added,
        lambda: opened.facts.on_contact_added(sheet.content().partners[0].id),
        lambda: (sheet.go_to(quotes(opened)[0]), opened.quotes.on_organisation_given("Nordlys")),
        lambda: opened.quotes.on_title_given("styreleder"),
        lambda: opened.quotes.on_indirect_chosen(True),
        sheet.commands.move_down,
        lambda: opened.facts.on_partner_removed(sheet.content().partners[0].id),
    ]
    for step in steps:
        step()
        QApplication.processEvents()
        seen.append(sheet.content())
    assert len({id(one) for one in seen}) == len(seen)
    assert all(one != other for one, other in pairwise(seen))

    for before in reversed(seen[:-1]):
        sheet.undo()
        QApplication.processEvents()
        assert sheet.content() == before
    for after in seen[1:]:
        sheet.redo()
        QApplication.processEvents()
        assert sheet.content() == after
    qtbot.waitUntil(lambda: opened.autosave.is_clean, timeout=3000)


def test_undo_shows_in_the_inspector(opened: EditorPlace) -> None:
    """Fields follow what holds, and a field with nothing of its own hands undo on."""
    opened.facts.on_place_given("Bodø")
    QApplication.processEvents()
    line = opened.view.inspector.facts.place
    assert line.text() == "Bodø"

    press_key(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()

    assert line.text() == ""
    assert opened.sheet.content().place is None


def test_the_answer_about_a_speaker_resolves_all_their_quotes(opened: EditorPlace) -> None:
    """The marks in the outline go, the colour of the partner comes."""
    opened.sheet.go_to(quotes(opened)[0])
    opened.refresh()
    panel = opened.view.inspector.quote
    opened.view.inspector.show_tab(Tab.QUOTE)
    assert panel.ask_card.isVisible()

    button(opened, "answer_0").click()
    QApplication.processEvents()

    assert not panel.ask_card.isVisible()
    assert [mark for text, mark in outline(opened) if text == "Quote · Nes"] == ["", ""]
    owners = [quote.owner for quote in opened.sheet.content().quotes()]
    assert owners[0] == owners[1] == opened.sheet.content().partners[0].id


def test_a_paragraph_made_a_quote_asks_for_its_speaker(opened: EditorPlace, qtbot: QtBot) -> None:
    """The keyboard stays in the text; the inspector asks, and leads to the name."""
    content = opened.sheet.content()
    opened.sheet.apply(_without_people(content))
    opened.sheet.go_to(content.blocks[0].id)
    opened.refresh()
    panel = opened.view.inspector.quote
    panel.make_button.setFocus()
    qtbot.waitUntil(panel.make_button.hasFocus)

    panel.make_button.click()
    qtbot.waitUntil(opened.sheet.hasFocus)
    assert opened.view.inspector.tab is Tab.QUOTE
    assert panel.ask_card.isVisible()
    button(opened, "answer_0").click()
    qtbot.waitUntil(panel.name.hasFocus)
    type_text(panel.name, "Per By")
    panel.name.commit()
    made = next(one for one in opened.sheet.content().quotes() if one.id == content.blocks[0].id)
    assert opened.sheet.content().person(made.speaker).name == "Per By"


def _without_people(content: Content) -> Content:
    from dataclasses import replace

    from pressdesk.domain.content import QuoteBlock

    blocks = tuple(one for one in content.blocks if not isinstance(one, QuoteBlock))
    return replace(content, blocks=blocks, spokespersons=())


def test_placeholders_are_gone_through(opened: EditorPlace) -> None:
    """In the text they are selected; the count follows when they are filled in."""
    opened.go_to_placeholder()
    assert opened.sheet.textCursor().selectedText() == "[sted]"

    type_text(opened.sheet, "Bodø")
    opened.refresh()

    assert not opened.view.status._left.isVisible()


def test_placeholders_among_the_facts_are_gone_to_too(opened: EditorPlace) -> None:
    """They stand in the inspector."""
    opened.facts.on_place_given("[by]")

    opened.go_to_placeholder()
    opened.go_to_placeholder()

    assert opened.view.inspector.tab is Tab.FACTS


def test_the_outline_goes_where_it_says(opened: EditorPlace) -> None:
    """Text in the sheet, partners and contacts in the inspector."""
    quote = quotes(opened)[1]
    opened.on_outline_chosen(quote)
    assert opened.sheet.current_block_id == quote

    partner = opened.sheet.content().partners[1].id
    opened.on_outline_chosen(f"partner:{partner}")
    assert opened.view.inspector.tab is Tab.FACTS
    assert opened.view.inspector.facts.partners.list.current_key() == partner


def test_panes_are_gone_through_with_f6_and_by_number(qtbot: QtBot, opened: EditorPlace) -> None:
    """Outline, text, inspector, and round again."""
    opened.sheet.setFocus()
    qtbot.waitUntil(opened.sheet.hasFocus)
    inspector = opened.view.inspector

    press_key(opened.sheet, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: inspector.isAncestorOf(QApplication.focusWidget()))
    opened.actions_of_place["next_pane"].trigger()
    qtbot.waitUntil(opened.view.outline.hasFocus)
    opened.actions_of_place["to_sheet"].trigger()
    qtbot.waitUntil(opened.sheet.hasFocus)


def test_keys_of_the_place_reach_it_from_the_sheet(qtbot: QtBot, opened: EditorPlace) -> None:
    """Ctrl+3 goes to the inspector, whatever else the sheet makes of numbers."""
    opened.sheet.setFocus()
    qtbot.waitUntil(opened.sheet.hasFocus)

    press_key(opened.sheet, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(
        lambda: opened.view.inspector.isAncestorOf(QApplication.focusWidget()), timeout=1000
    )
    assert not any(one.isChecked() for one in [opened.sheet.actions_for_menus.strong])


def test_no_two_actions_fight_for_a_key(opened: EditorPlace) -> None:
    """A key that two commands want does nothing at all."""
    keys = [
        action.shortcut().toString()
        for action in (*opened.actions(), *opened.sheet.actions())
        if not action.shortcut().isEmpty()
    ]

    assert len(keys) == len(set(keys))


def test_menus_offer_edit_insert_and_export(opened: EditorPlace) -> None:
    """Each action has words and a name for tests and styles."""
    menus = opened.menus()

    assert set(menus) == {"edit", "insert", "export"}
    for actions in menus.values():
        assert all(action.text() and action.objectName() for action in actions)


def test_everything_that_takes_the_keyboard_has_a_name(opened: EditorPlace) -> None:
    """On every tab, with every bar open."""
    opened.facts.on_contact_added(opened.sheet.content().partners[0].id)
    opened.finding.begin(has_replacement=True)
    opened.sheet.go_to(quotes(opened)[0])
    for tab in Tab:
        opened.view.inspector.show_tab(tab)
        opened.refresh()

        assert unnamed_focusables(opened) == []


def test_language_and_theme_are_switched_while_it_is_open(opened: EditorPlace) -> None:
    """Nothing is lost and nothing stays in the other language."""
    before = opened.sheet.content()

    opened._speech.switch("nb")
    assert opened.view.top.export_button.text() == "Eksporter utkast"
    assert ("Tittel", "") in outline(opened)
    opened._speech.switch("en")

    assert opened.view.top.export_button.text() == "Export draft"
    assert opened.sheet.content() == before
    assert not opened.sheet.document().isUndoAvailable()


def tell_database(desk: DeskWork, statement: str) -> None:
    """Let SQLite itself refuse, as it would on a full or read-only disk."""
    engine = desk.desk._workspace._engine
    engine.raw_connection().driver_connection.execute(statement)


def test_a_full_disk_is_told_and_tried_again(
    qtbot: QtBot, opened: EditorPlace, desk: DeskWork, stored: Callable[[], Content]
) -> None:
    """The text stays, the reason stands above it, and room on the disk is enough."""
    tell_database(desk, "PRAGMA max_page_count = 1")
    words = "Mye tekst. " * 20_000
    opened.sheet.textCursor().insertText(words)
    opened.autosave.flush()
    qtbot.waitUntil(lambda: opened.autosave.state is SaveState.FAILED)

    assert opened.view.top.saved.text() == "● not saved: the disk is full"
    assert "no room on the disk" in opened.view.save_banner.text()
    left: list[str] = []
    opened.leave(lambda: left.append("left"))
    qtbot.waitUntil(lambda: opened.findChild(QPushButton, "banner_leave") is not None)
    assert not left
    assert words in opened.sheet.content().title.plain

    tell_database(desk, "PRAGMA max_page_count = 1000000")
    button(opened, "banner_retry").click()
    qtbot.waitUntil(lambda: opened.autosave.is_clean)
    assert words in stored().title.plain
    assert not opened.view.save_banner.isVisible()


def test_a_desk_that_became_read_only_can_be_left_by_choice(
    qtbot: QtBot, opened: EditorPlace, desk: DeskWork
) -> None:
    """Nobody is locked in, and nobody loses text without having said so."""
    tell_database(desk, "PRAGMA query_only = ON")
    type_text(opened.sheet, "x")
    left: list[str] = []
    opened.leave(lambda: left.append("left"))
    qtbot.waitUntil(lambda: opened.findChild(QPushButton, "banner_leave") is not None)
    assert opened.view.top.saved.text() == "● not saved: the folder is read-only"
    assert not left

    button(opened, "banner_leave").click()

    assert left == ["left"]
    tell_database(desk, "PRAGMA query_only = OFF")


def move_draft(desk: DeskWork, release: StoredRelease) -> None:
    """Save the draft from elsewhere."""
    from pressdesk.services.fields import Change

    desk.drafting.set(desk.at(release.id), [Change("title", "Annen tittel")], None)


def test_a_draft_saved_elsewhere_can_be_loaded_again(
    qtbot: QtBot, opened: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """What was written here gives way only because the user says so."""
    move_draft(desk, release)
    type_text(opened.sheet, "x")
    opened.autosave.flush()
    qtbot.waitUntil(lambda: opened.autosave.state is SaveState.MOVED)
    assert opened.sheet.content().title.plain.startswith("x")

    button(opened, "banner_reload").click()
    qtbot.waitUntil(lambda: opened.title == "Annen tittel")

    assert opened.autosave.is_clean


def test_a_draft_saved_elsewhere_is_kept_as_a_version_when_mine_goes_on(
    qtbot: QtBot,
    opened: EditorPlace,
    desk: DeskWork,
    release: StoredRelease,
    stored: Callable[[], Content],
) -> None:
    """Neither text is lost."""
    move_draft(desk, release)
    type_text(opened.sheet, "x")
    opened.autosave.flush()
    qtbot.waitUntil(lambda: opened.autosave.state is SaveState.MOVED)

    button(opened, "banner_keep").click()
    qtbot.waitUntil(lambda: opened.autosave.is_clean)

    assert stored().title.plain.startswith("x")
    bodies = desk.open(release.id).contents.values()
    assert any(b"Annen tittel" in body for body in bodies)


def test_the_import_report_puts_lines_back(opened: EditorPlace, release: StoredRelease) -> None:
    """At their place, as a step that can be undone, and says that they are there again."""
    opened.open(release, notes_are_new=True)
    assert opened.view.inspector.tab is Tab.IMPORT
    before = opened.sheet.content()

    opened.findChild(QPushButton, "put_back_imported_0").click()
    QApplication.processEvents()

    texts = [text.plain for block in opened.sheet.content().blocks for text in block.texts]
    assert texts[0] == "Del:"
    opened.refresh()
    assert (
        opened.findChild(QPushButton, "put_back_imported_0") is None
        or not opened.findChild(QPushButton, "put_back_imported_0").isVisible()
    )

    opened.sheet.undo()
    assert opened.sheet.content() == before


def test_embargo_fields_come_with_the_choice(qtbot: QtBot, opened: EditorPlace) -> None:
    """Their problem stands at the field; once right, the weekday does."""
    panel = opened.view.inspector.facts
    opened.view.inspector.show_tab(Tab.FACTS)
    opened.facts.on_mode_chosen(ReleaseMode.EMBARGO)
    assert panel.embargo_time.isVisible()

    panel.embargo_day.setText("29.03.2026")
    panel.embargo_time.setText("02.30")
    panel.embargo_time.commit()
    assert opened.sheet.content().embargo is None
    problems = panel._problems["embargo"]
    assert "summer time" in problems

    panel.embargo_time.setText("08.00")
    panel.embargo_time.commit()
    QApplication.processEvents()
    assert opened.sheet.content().embargo is not None
    assert "Sunday" in panel._spoken["embargo"]
    qtbot.waitUntil(lambda: "Sunday" in opened.view.status.figures()[2])


def test_tab_leaves_the_text(qtbot: QtBot, opened: EditorPlace) -> None:
    """And writes nothing."""
    before = opened.sheet.content()
    opened.sheet.setFocus()
    qtbot.waitUntil(opened.sheet.hasFocus)

    type_text(opened.sheet, "\t")

    assert not opened.sheet.hasFocus()
    assert opened.sheet.content() == before


def test_another_release_starts_afresh(
    opened: EditorPlace, sample: Callable[[str], StoredRelease], qtbot: QtBot
) -> None:
    """What was unsaved of the first is stored, and nothing of it shows in the second."""
    type_text(opened.sheet, "x")
    first = opened.storing._release

    opened.open(sample("nb"))

    assert not opened.sheet.document().isUndoAvailable()
    assert opened.sheet.current_block_id == TITLE_ID
    assert first is not None
    qtbot.waitUntil(
        lambda: opened.storing._desk.open(first.id).draft.content().title.plain.startswith("x")
    )


def test_coming_back_to_the_same_release_keeps_undo(
    qtbot: QtBot, opened: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """The desk and back is no reason to forget what was written before."""
    before = opened.sheet.content()
    opened.sheet.go_to(quotes(opened)[0])
    type_text(opened.sheet, "x")
    with qtbot.waitSignal(opened.closed):
        opened.view.top._back.click()

    opened.open(desk.open(release.id))

    assert opened.sheet.current_block_id == quotes(opened)[0]
    assert opened.sheet.document().isUndoAvailable()
    opened.sheet.undo()
    assert opened.sheet.content() == before


def test_what_somebody_else_saved_is_shown_when_coming_back(
    qtbot: QtBot, opened: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """Then there is nothing of one's own to undo."""
    type_text(opened.sheet, "x")
    with qtbot.waitSignal(opened.closed):
        opened.view.top._back.click()
    move_draft(desk, release)

    opened.open(desk.open(release.id))

    assert opened.title == "Annen tittel"
    assert not opened.sheet.document().isUndoAvailable()


def test_what_was_left_unsaved_by_choice_does_not_come_back(
    opened: EditorPlace, desk: DeskWork, release: StoredRelease
) -> None:
    """The sheet shows what is stored."""
    type_text(opened.sheet, "x")
    opened.autosave.give_up()

    opened.open(desk.open(release.id))

    assert opened.title == "Nordlys og Fjell bygger varmeanlegg"


def test_quotes_are_made_and_unmade_from_the_menu(opened: EditorPlace) -> None:
    """To a quote and back is two steps that can be undone."""
    block = opened.sheet.content().blocks[0].id
    opened.sheet.go_to(block)
    before = opened.sheet.content()

    opened.sheet.commands.convert(Part.QUOTE)
    assert block in quotes(opened)
    opened.sheet.commands.convert(Part.PARAGRAPH)

    assert opened.sheet.content() == before


def test_a_missing_contact_is_gone_to_and_filled_in_by_keys(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """To the button that adds one; the new contact's name has the keyboard, and later its number."""
    partner = opened.sheet.content().partners[0]
    goal = Goal(kind=GoalKind.CONTACTS, who=partner.short)
    while opened.sheet.content().contacts:
        opened.facts.on_contact_removed(0)
    QApplication.processEvents()

    go(opened, goal)

    add = opened.findChild(QAbstractButton, "contact_add")
    assert add is not None
    assert add.hasFocus()
    add.click()
    qtbot.waitUntil(lambda: len(opened.sheet.content().contacts) == 1)
    qtbot.waitUntil(lambda: focused_name() == "contact_0_name")
    go(opened, goal)
    assert focused_name() == "contact_0_phone"


def focused_name() -> str:
    """Return the name of the widget that has the keyboard."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""
