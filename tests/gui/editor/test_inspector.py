"""The inspector by keyboard: nothing chosen unseen, nothing typed lost, focus where one expects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from gui.foundations.hands import press_key, type_text
from pressdesk.domain.content import QuoteBlock, ReleaseMode
from pressdesk.domain.draft import ImportNotes
from pressdesk.domain.recognised import Question, QuestionKind
from pressdesk.domain.text import Text
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.sheet import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from pressdesk.gui.editor import EditorPlace
    from pressdesk.gui.editor.fields import FactChoice
    from pressdesk.services.stored import StoredRelease


def focus_on(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def go_to_quote(place: EditorPlace, number: int = 0) -> None:
    place.sheet.go_to([quote.id for quote in place.sheet.content().quotes()][number])
    place.refresh()
    place.view.inspector.show_tab(Tab.QUOTE)


def set_choice(place: EditorPlace) -> FactChoice:
    return place.view.inspector.quote.speaker


def found(place: EditorPlace, name: str) -> QPushButton:
    buttons = [one for one in place.findChildren(QPushButton, name) if one.isVisible()]
    assert buttons
    return buttons[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End])
def test_arrows_open_the_list_of_speakers_and_choose_nothing(
    qtbot: QtBot, opened: EditorPlace, key: Qt.Key
) -> None:
    """A wrong name under a quote is the worst that can happen."""
    go_to_quote(opened)
    before = opened.sheet.content()
    choice = set_choice(opened)
    focus_on(qtbot, choice)

    press_key(choice, key)

    assert choice.view().isVisible()
    choice.hidePopup()
    assert opened.sheet.content() == before


def test_letters_search_in_the_open_list_and_enter_chooses(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """Before Enter nothing is said by anybody else; Escape leaves it so."""
    go_to_quote(opened)
    before = opened.sheet.content()
    choice = set_choice(opened)
    shown = choice.currentText()
    focus_on(qtbot, choice)

    type_text(choice, "O")
    assert choice.view().isVisible()
    assert choice.view().currentIndex().data() == "Ola Li"
    press_key(choice.view(), Qt.Key.Key_Escape)
    assert (choice.currentText(), opened.sheet.content()) == (shown, before)

    type_text(choice, "O")
    press_key(choice.view(), Qt.Key.Key_Return)
    quote = next(opened.sheet.content().quotes())
    assert opened.sheet.content().person(quote.speaker).name == "Ola Li"


def test_a_paragraph_made_a_quote_leaves_the_keyboard_in_the_text(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """What is typed on goes into the quote, which nobody says yet."""
    block = opened.sheet.content().blocks[0].id
    opened.sheet.go_to(block)
    focus_on(qtbot, opened.sheet)

    opened.sheet.commands.convert(Part.QUOTE)
    QApplication.processEvents()

    assert opened.sheet.hasFocus()
    type_text(QApplication.focusWidget(), "Ola")
    opened.refresh()
    quote = next(one for one in opened.sheet.content().quotes() if one.id == block)
    assert quote.speaker is None
    assert "Ola" in quote.paragraphs[0].plain
    assert opened.sheet.content().is_uncertain(quote)
    assert opened.view.inspector.quote.ask_card.isVisible()


def test_an_answer_leads_to_the_next_question_and_then_to_the_text(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """First who, then for whom, then back to writing."""
    content = opened.sheet.content()
    first = next(content.quotes())
    opened.sheet.update_facts(content.with_block(replace(first, is_speaker_confirmed=False)))
    go_to_quote(opened)
    assert found(opened, "answer_0").text() == "Yes, Kari Nes"
    focus_on(qtbot, found(opened, "answer_0"))

    press_key(found(opened, "answer_0"), Qt.Key.Key_Space)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "answer_0"
    assert "Kari Nes" not in focus.text()

    press_key(focus, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert opened.sheet.hasFocus()


def test_arrows_stay_in_the_panel(qtbot: QtBot, opened: EditorPlace) -> None:
    """They go between its parts and stop at the ends."""
    go_to_quote(opened)
    panel = opened.view.inspector.quote
    focus_on(qtbot, found(opened, "answer_0"))

    press_key(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert found(opened, "answer_0").hasFocus()
    press_key(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.stops()[1]


def walk(place: EditorPlace, page: QWidget) -> list[QWidget]:
    """Return where Tab goes within ``page``, from its first stop on."""
    focus = place.view.inspector.tab_row.more_button
    if not focus.isVisible():
        focus = place.view.inspector.tabs
    focus.setFocus()
    walked = []
    while True:
        press_key(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if not page.isAncestorOf(focus) or focus in walked:
            return walked
        walked.append(focus)


@pytest.mark.parametrize("tab", [Tab.QUOTE, Tab.FACTS, Tab.IMPORT])
def test_tab_goes_as_one_reads(
    opened: EditorPlace, release: StoredRelease, tab: Tab, qtbot: QtBot
) -> None:
    """From top to bottom and left to right, contacts that came later among them."""
    opened.open(release, notes_are_new=True)
    for partner in opened.sheet.content().partners:
        opened.facts.on_contact_added(partner.id)
    opened.facts.on_mode_chosen(ReleaseMode.EMBARGO)
    go_to_quote(opened)
    opened.view.inspector.show_tab(tab)
    QApplication.processEvents()
    page = opened.view.inspector._pages[tab]
    focus_on(qtbot, opened.view.inspector.tabs)

    walked = walk(opened, page)

    def place_of(widget: QWidget) -> tuple[int, int]:
        middle = widget.mapTo(page.inner, QPoint(0, widget.height() // 2))
        return (middle.y() // 8, middle.x())

    assert len(walked) > (2 if tab is not Tab.IMPORT else 1)
    assert walked == list(page.stops())
    assert [place_of(one) for one in walked] == sorted(place_of(one) for one in walked)


def test_nothing_typed_about_a_new_person_is_lost(qtbot: QtBot, opened: EditorPlace) -> None:
    """Name, Tab, title, Tab, organisation, as on any form."""
    go_to_quote(opened)
    panel = opened.view.inspector.quote
    panel.speaker_chosen.emit("+")
    qtbot.waitUntil(panel.name.hasFocus)
    assert panel.person_title.isVisible()
    assert panel.organisation.isVisible()

    for words in ("Per By\t", "ordfører\t", "Fjell\t"):
        for letter in words:
            type_text(QApplication.focusWidget(), letter)

    quote = next(opened.sheet.content().quotes())
    person = opened.sheet.content().person(quote.speaker)
    assert (person.name, person.title, person.organisation) == ("Per By", "ordfører", "Fjell")


def test_a_new_partner_is_named_at_once(qtbot: QtBot, opened: EditorPlace) -> None:
    """What is typed replaces the words that stand there for it."""
    opened.view.inspector.show_tab(Tab.FACTS)
    form = opened.view.inspector.facts.partners

    form._add.click()
    qtbot.waitUntil(form._lines["name"].hasFocus)
    type_text(QApplication.focusWidget(), "Kyst og Hav\n")

    assert opened.sheet.content().partners[-1].name == "Kyst og Hav"
    assert form.list.current_key() == opened.sheet.content().partners[-1].id


def test_words_in_a_line_are_taken_before_another_partner_comes(
    qtbot: QtBot, opened: EditorPlace
) -> None:
    """A click on an icon leaves the keyboard where it was."""
    opened.view.inspector.show_tab(Tab.FACTS)
    form = opened.view.inspector.facts.partners
    focus_on(qtbot, form._lines["number"])
    type_text(form._lines["number"], "974760673")

    form._add.click()

    numbers = [one.organisation_number for one in opened.sheet.content().partners]
    assert numbers == ["974760673", None, None]


def test_contacts_of_a_removed_partner_belong_to_nobody(qtbot: QtBot, opened: EditorPlace) -> None:
    """They stand under a heading that says so; the banner undoes the removal."""
    opened.view.inspector.show_tab(Tab.FACTS)
    form = opened.view.inspector.facts.partners
    opened.facts.on_contact_added(opened.sheet.content().partners[0].id)
    before = opened.sheet.content()
    assert not form._homeless_header.isVisible()

    form._remove.click()
    QApplication.processEvents()

    (card,) = form._cards
    assert form._homeless_header.isVisible()
    qtbot.waitUntil(
        lambda: form._contact_header.y() < form._homeless_header.y() < card.y(), timeout=1000
    )
    assert "1 contact has no partner now." in form.removed_banner.text()

    found(opened, "banner_undo").click()
    QApplication.processEvents()
    assert opened.sheet.content() == before
    assert not form.removed_banner.isVisible()
    assert not form._homeless_header.isVisible()


def problem(place: EditorPlace, name: str) -> str:
    return place.view.inspector.facts._rows[name]._problem.text()


def test_a_wrong_date_stays_until_it_is_put_right(opened: EditorPlace) -> None:
    """With its reason, whatever else changes; emptied, it is no date."""
    panel = opened.view.inspector.facts
    opened.view.inspector.show_tab(Tab.FACTS)
    panel.day.setText("32.1.2026")
    panel.day.commit()

    opened.facts.on_place_given("Bodø")
    opened.facts.on_listed_chosen(True)
    QApplication.processEvents()
    assert panel.day.text() == "32.1.2026"
    assert problem(opened, "day")

    panel.day.setText("")
    panel.day.commit()
    assert not problem(opened, "day")
    assert opened.sheet.content().date is None


def test_a_wrong_date_does_not_follow_to_another_release(
    opened: EditorPlace, sample: Callable[[str], StoredRelease]
) -> None:
    """It belongs to the one it was typed in."""
    panel = opened.view.inspector.facts
    panel.day.setText("32.1.2026")
    panel.day.commit()
    panel.embargo_day.setText("33.1.2026")
    panel.embargo_day.commit()

    opened.open(sample("nb"))

    assert panel.day.text() != "32.1.2026"
    assert panel.embargo_day.text() != "33.1.2026"
    assert not panel._problems


def test_an_embargo_that_is_not_finished_stays_open(qtbot: QtBot, opened: EditorPlace) -> None:
    """Choosing it moves no keyboard; what is missing stands there, whatever else changes."""
    panel = opened.view.inspector.facts
    opened.view.inspector.show_tab(Tab.FACTS)
    focus_on(qtbot, panel.mode)

    panel.mode.setCurrentIndex(panel.mode.findData(ReleaseMode.EMBARGO.value))
    panel.mode.committed.emit(ReleaseMode.EMBARGO.value)
    opened.facts.on_place_given("Bodø")
    QApplication.processEvents()

    assert panel.mode.hasFocus()
    assert panel.mode.currentData() == ReleaseMode.EMBARGO
    assert panel.embargo_day.isVisible()
    assert problem(opened, "embargo") == "Choose day and time."
    panel.embargo_time.setText("25.00")
    panel.embargo_time.commit()
    assert problem(opened, "embargo") == "Write the time as 08.00."

    panel.embargo_time.setText("09.00")
    panel.embargo_time.commit()
    panel.embargo_day.setText("26.11.2026")
    panel.embargo_day.commit()
    assert not problem(opened, "embargo")
    assert opened.sheet.content().release_mode is ReleaseMode.EMBARGO


def test_another_choice_takes_an_unfinished_embargo_away(opened: EditorPlace) -> None:
    """Its fields go, and so does what they missed."""
    panel = opened.view.inspector.facts
    opened.view.inspector.show_tab(Tab.FACTS)
    panel.mode.committed.emit(ReleaseMode.EMBARGO.value)

    panel.mode.committed.emit("")

    assert not panel.embargo_day.isVisible()
    assert not problem(opened, "embargo")


def test_questions_of_the_import_have_their_buttons(qtbot: QtBot, opened: EditorPlace) -> None:
    """The likely answer, the way to the partners; and they are asked, not quoted."""
    quote = next(opened.sheet.content().quotes())
    asked = (
        Question(
            kind=QuestionKind.ORGANISATION,
            line=3,
            text="For whom does Nes speak?",
            block=quote.id,
            suggestion="Nordlys",
        ),
        Question(kind=QuestionKind.PARTNER, line=1, text="Who are the partners?"),
    )
    opened.imports.begin(ImportNotes(questions=asked))
    opened.refresh()
    opened.view.inspector.show_tab(Tab.IMPORT)
    words = [label.text() for label in opened.view.inspector.imports.findChildren(QLabel)]
    assert "For whom does Nes speak?" in words
    focus_on(qtbot, found(opened, f"answer_{quote.id}"))

    found(opened, f"answer_{quote.id}").click()
    speaker = opened.sheet.content().person(quote.speaker)
    assert speaker.organisation == "Nordlys"
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "question_partners")

    QApplication.focusWidget().click()
    assert opened.view.inspector.tab is Tab.FACTS
    qtbot.waitUntil(opened.view.inspector.facts.partners.list.hasFocus)


def test_a_long_quote_does_not_widen_the_panel(opened: EditorPlace) -> None:
    """The words about its length stand below the name."""
    go_to_quote(opened)
    panel = opened.view.inspector.quote
    QApplication.processEvents()
    before = panel.inner.minimumSizeHint().width()
    quote = next(opened.sheet.content().quotes())
    assert isinstance(quote, QuoteBlock)

    long = replace(quote, paragraphs=(Text.of("– " + "ord " * 173 + "sier Kari Nes."),))
    opened.sheet.apply(opened.sheet.content().with_block(long))
    go_to_quote(opened)
    QApplication.processEvents()

    assert "too many" in panel._meter.words()
    assert panel.inner.minimumSizeHint().width() == before
    assert panel._meter.width() <= panel.viewport().width()
    assert panel._meter.y() > panel._name.y()
