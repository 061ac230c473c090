"""The place as people use it: keyboard, preview, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from gui.foundations.hands import press_key, type_text
from gui.foundations.names import spoken_name, unnamed_focusables
from gui.foundations.pictures import screenshot
from gui.new.answers import fill_in, shown_words
from pressdesk.domain.content import Content
from pressdesk.gui.theme import ThemeMode
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.new.answers import MakePlace
    from pressdesk.gui.new import NewReleasePlace
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def focused() -> QWidget:
    """Return where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Press a key where the keyboard is, shortcuts included."""
    qtbot.keyClick(focused(), key, modifiers)


def preview_words(place: NewReleasePlace) -> str:
    """Return what the draft beside the form says."""
    return place.view.preview.sheet.toPlainText()


def test_keys_alone_make_a_draft(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Choose with arrows, Tab through the partners and the fields, Ctrl+Enter at the end."""
    assert focused() is place.view.templates
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    for words in ("ACT Cluster", "ACT", "Monica Paulsen", "klyngeleder"):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        type_text(focused(), words)
    while focused() is not place.view.partners.cards()[1].name_edit:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    for words in ("Skift", "", "Bjørn Kjærand Haugland", "adm. direktør"):
        type_text(focused(), words)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    while focused() is not place.view.fields.editor("purpose"):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    type_text(focused(), "få fart på grønn omstilling")

    with qtbot.waitSignal(place.created) as made:
        press(qtbot, Qt.Key.Key_Return)

    (content,) = made.args
    assert isinstance(content, Content)
    assert "få fart på grønn omstilling" in content.title.plain
    assert [one.short for one in content.partners] == ["ACT", "Skift"]
    assert [one.name for one in content.spokespersons] == [
        "Monica Paulsen",
        "Bjørn Kjærand Haugland",
    ]


def test_ctrl_enter_works_within_a_long_answer(qtbot: QtBot, place: NewReleasePlace) -> None:
    """And Tab leaves it."""
    why, after = place.view.fields.editor("why"), place.view.fields.editor("tasks")
    place.view.go_to_field("why")
    type_text(focused(), "Fordi.")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is after
    why.setFocus()

    with qtbot.waitSignal(place.created):
        press(qtbot, Qt.Key.Key_Return)


def test_tab_goes_through_every_stop_and_round(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Templates, partners, fields, buttons, draft, language, and back to the templates."""
    order = [focused()]
    for _ in range(60):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is order[0]:
            break
        order.append(focused())

    view = place.view
    wanted: list[QWidget] = [
        view.templates,
        *view.partners.cards()[0].edits(),
        *view.partners.cards()[1].edits(),
        view.partners.add_button,
        *view.fields.editors(),
        view.cancel_button,
        view.create_button,
        view.preview.sheet,
        view.language,
    ]
    passed = [widget for widget in order if widget in wanted]
    assert passed == wanted


def test_the_draft_follows_and_stays_where_it_was_scrolled(
    qtbot: QtBot, place: NewReleasePlace
) -> None:
    """A key is in the draft soon; the reader is not thrown back to the top."""
    bar = place.view.preview.sheet.verticalScrollBar()
    place.view.go_to_field("signed_place")
    bar.setValue(bar.maximum() // 2)
    here = bar.value()
    assert here > 0

    type_text(place.view.fields.editor("signed_place"), "på Hamar")
    qtbot.waitUntil(lambda: "på Hamar" in preview_words(place), timeout=1000)

    assert bar.value() == here
    assert "[" in preview_words(place)


def test_the_draft_shows_what_a_field_is_about(qtbot: QtBot, place: NewReleasePlace) -> None:
    """It turns to the place of the answer when that cannot be seen, and back."""
    bar = place.view.preview.sheet.verticalScrollBar()
    assert bar.value() == 0

    place.view.go_to_field("image_caption")
    lower = bar.value()
    place.view.go_to_field("purpose")

    assert lower > 0
    assert bar.value() < lower


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Return])
def test_the_draft_beside_cannot_be_changed(
    qtbot: QtBot, place: NewReleasePlace, key: Qt.Key
) -> None:
    """It is there to read and copy."""
    qtbot.waitUntil(lambda: preview_words(place) != "")
    before = preview_words(place)
    sheet = place.view.preview.sheet
    sheet.selectAll()

    press_key(sheet, key, text="a" if key == Qt.Key.Key_A else "")
    QApplication.clipboard().setText("x")
    sheet.paste()

    assert preview_words(place) == before


def test_partners_come_and_go_by_keys(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Ctrl+Shift+P adds, Alt+arrows move; the first one holds the pen."""
    press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    third = place.view.partners.cards()[2]
    assert focused() is third.name_edit
    type_text(focused(), "Havlyft")
    press(qtbot, Qt.Key.Key_Up, ALT)
    press(qtbot, Qt.Key.Key_Up, ALT)

    cards = place.view.partners.cards()
    assert cards[0] is third
    assert focused() is third.name_edit
    assert "holds the pen" in shown_words(third)
    assert "holds the pen" not in shown_words(cards[1])
    assert spoken_name(third.name_edit) == "Name of partner 1"
    assert third.remove_button.isVisible()
    third.remove_button.click()
    assert place.view.banner.text() == "Havlyft was removed."
    undo = place.view.banner.findChild(QPushButton, "banner_undo")
    assert isinstance(undo, QPushButton)
    undo.click()
    assert [card.name_edit.text() for card in place.view.partners.cards()] == ["Havlyft", "", ""]


def test_escape_leaves_an_untouched_form(qtbot: QtBot, place: NewReleasePlace) -> None:
    """There is nothing to ask about."""
    with qtbot.waitSignal(place.cancelled):
        press(qtbot, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def test_escape_asks_in_place_when_something_was_written(
    qtbot: QtBot, place: NewReleasePlace
) -> None:
    """No window pops up: Escape again, or Enter, goes on writing; the other button leaves."""
    none = Qt.KeyboardModifier.NoModifier
    place.view.go_to_field("place")
    type_text(focused(), "Bodø")
    editor = focused()
    press(qtbot, Qt.Key.Key_Escape, none)
    assert focused().objectName() == "banner_keep"
    press(qtbot, Qt.Key.Key_Escape, none)
    assert focused() is editor

    press(qtbot, Qt.Key.Key_Escape, none)
    press(qtbot, Qt.Key.Key_Return, none)
    assert focused() is editor

    press(qtbot, Qt.Key.Key_Escape, none)
    discard = place.view.banner.findChildren(QPushButton, "banner_discard")[-1]
    discard.setFocus()
    with qtbot.waitSignal(place.cancelled):
        press(qtbot, Qt.Key.Key_Return, none)


def test_a_form_begins_with_the_first_template(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Whatever was chosen last time; Home and End go to the ends of the list."""
    none = Qt.KeyboardModifier.NoModifier
    keys = [item.key for item in place.view.templates.items() if item.key]
    assert place.view.templates.current_key() == keys[0]
    press(qtbot, Qt.Key.Key_End, none)
    assert place.view.templates.current_key() == keys[-1]
    assert place.presenter.form.template == keys[-1]
    press(qtbot, Qt.Key.Key_Home, none)
    assert place.view.templates.current_key() == keys[0]

    press(qtbot, Qt.Key.Key_End, none)
    place.start()
    qtbot.waitUntil(lambda: place.presenter.form.template == keys[0])
    assert place.view.templates.current_key() == keys[0]


@pytest.mark.parametrize(("width", "percent"), [(900, 100), (1280, 200), (760, 200)])
def test_the_draft_is_shown_by_a_button_where_there_is_no_room(
    qtbot: QtBot, place: NewReleasePlace, look: Look, width: int, percent: int
) -> None:
    """Never with one letter a line; and the form is not squeezed for it."""
    look.choose(ThemeMode.LIGHT, percent)
    place.resize(width, 650)
    view = place.view
    qtbot.waitUntil(view.draft_button.isVisible)
    assert place.width() == width
    assert not view.preview.isVisible()
    assert view.partners.isVisible()
    for _ in range(5):
        QApplication.processEvents()
    qtbot.waitUntil(lambda: view._form.width() <= view._scroll.viewport().width())
    screenshot(place, f"new-room-{width}-{percent}")

    view.draft_button.click()
    assert view.preview.isVisible()
    assert not view.partners.isVisible()
    assert view.preview.width() >= width - 4

    view.draft_button.click()
    place.resize(2500, 900)
    qtbot.waitUntil(lambda: view.preview.isVisible() and view.partners.isVisible())
    assert not view.draft_button.isVisible()


def test_what_is_asked_is_shown_where_the_keyboard_is(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Guidance comes with the keyboard; what is missing is said once it has left."""
    editor = place.view.fields.editor("purpose")
    row = editor.parentWidget()
    guidance = "Begin with a verb"
    assert "verb" not in shown_words(row)
    assert "verb" in editor.accessibleDescription().lower()

    place.view.go_to_field("purpose")
    assert "verb" in shown_words(row).lower(), guidance
    place.view.go_to_field("place")

    qtbot.waitUntil(lambda: "Needed before" in shown_words(row))
    assert "verb" not in shown_words(row).lower()


def test_the_card_with_the_keyboard_is_seen_whole(qtbot: QtBot, place: NewReleasePlace) -> None:
    """With the guidance that came with it, wherever Tab leads."""
    place.view.go_to_field("purpose")
    for editor in place.view.fields.editors()[1:9]:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is editor
        row, port = editor.parentWidget(), place.view._scroll.viewport()

        def is_whole(row: QWidget = row, port: QWidget = port) -> bool:
            top = row.mapTo(port, QPoint(0, 0)).y()
            return top >= 0 and top + row.height() <= port.height()

        qtbot.waitUntil(is_whole)


def test_every_stop_has_a_name(qtbot: QtBot, place: NewReleasePlace) -> None:
    """A screen reader has something to say wherever Tab leads."""
    press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    type_text(focused(), "x")
    press(qtbot, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    assert unnamed_focusables(place) == []


def test_the_language_of_the_window_is_switched_live(
    qtbot: QtBot, make_place: MakePlace, speech: Speech
) -> None:
    """Two pictures from one process; what was typed and the draft's own language stay."""
    speech.switch("nb")
    place = make_place()
    fill_in(place)
    qtbot.waitUntil(lambda: "av 17 felter" in place.view.progress.text())
    before = preview_words(place)
    screenshot(place, "new-live-1-nb")

    speech.switch("nn")

    words = shown_words(place)
    assert "Partnarar" in words
    assert "Kva skal de gjere saman?" in words
    assert "felt fylte ut" in words
    assert "Partnere" not in words
    assert preview_words(place) == before
    assert place.view.language.value() == "nb"
    screenshot(place, "new-live-2-nn")


def test_settings_fill_in_what_they_know(qtbot: QtBot, place: NewReleasePlace) -> None:
    """One's own organisation, and the language new releases are written in."""
    settings = Settings(actor="Kari Nes; Nordlys", document_language="nn")

    place.start(settings)

    qtbot.waitUntil(lambda: place.view.language.value() == "nn")
    assert place.view.partners.cards()[0].name_edit.text() == "Nordlys"


def test_own_templates_stand_apart(qtbot: QtBot, make_place: MakePlace) -> None:
    """Under their own heading, and found anew whenever a form is begun."""
    from pressdesk import paths

    place = make_place()
    own = place._templates.own_folder / "klyngemelding"
    own.mkdir(parents=True)
    source = (paths.templates() / "tildeling" / "nb.toml").read_text("utf-8")
    source = source.replace('id = "tildeling"', 'id = "klyngemelding"')
    source = source.replace('title = "Tildeling"', 'title = "Klyngemelding ACT"')
    (own / "nb.toml").write_text(source, "utf-8")

    place.start()

    qtbot.waitUntil(lambda: "klyngemelding" in [one.key for one in place.view.templates.items()])
    texts = [one.text for one in place.view.templates.items()]
    assert texts[-2:] == ["Your own templates", "Klyngemelding ACT"]
    place.view.templates.chosen.emit("klyngemelding")
    assert place.view.language.value() == "nb"
    assert place.view.language.count() == 1


def test_a_faulty_own_template_is_told_in_the_place(qtbot: QtBot, make_place: MakePlace) -> None:
    """With its file and line; the others can be used."""
    place = make_place()
    own = place._templates.own_folder / "klyngemelding"
    own.mkdir(parents=True)
    (own / "nb.toml").write_text("title =", "utf-8")

    place.start()

    qtbot.waitUntil(lambda: "klyngemelding/nb.toml" in place.view.banner.text())


def test_what_is_typed_is_never_read_as_markup(qtbot: QtBot, place: NewReleasePlace) -> None:
    """Angle brackets and ampersands stand as they were typed, wherever they are shown."""
    words = "<b>R&D</b>"
    for name in ("date", "purpose"):
        type_text(place.view.fields.editor(name), words)
        place.presenter.on_field_left(name)
    type_text(place.view.partners.cards()[0].name_edit, words)

    qtbot.waitUntil(lambda: words in preview_words(place))

    row = place.view.fields.editor("date").parentWidget()
    assert f"“{words}” is not a date" in shown_words(row)
    labels = [one for one in place.findChildren(QLabel) if words in one.text()]
    assert labels
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
