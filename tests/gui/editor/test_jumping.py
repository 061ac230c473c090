"""The way through placeholders, wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import BulletList, FactBox, Image, Language
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import EMPTY, Text
from pressdesk.gui.editor.figures import status_words
from pressdesk.gui.editor.inspector import Tab

if TYPE_CHECKING:
    from pressdesk.gui.editor import EditorPlace


def fill(place: EditorPlace) -> None:
    """Put placeholders into every kind of text."""
    content = place.sheet.content()
    blocks = (
        *content.blocks[:1],
        BulletList(id=BlockId("l"), items=(Text("En"), Text("Se 😀 [punkt]"))),
        FactBox(id=BlockId("f"), heading=EMPTY, items=(Text("[antall] boliger"),)),
        Image(id=BlockId("i"), caption=EMPTY, credit=Text("Foto: [fotograf]")),
        *content.blocks[1:],
    )
    about = replace(content.boilerplates[0], paragraphs=(Text("Om [hvem]."),))
    place.sheet.apply(
        replace(
            content,
            title=Text("[Tittel]"),
            blocks=blocks,
            boilerplates=(about, *content.boilerplates[1:]),
        )
    )
    place.facts.on_place_given("[by]")
    place.refresh()


def test_every_placeholder_is_selected_in_turn(opened: EditorPlace) -> None:
    """Also behind an emoji, in a box without heading and in a picture without caption."""
    fill(opened)
    opened.sheet.put_cursor(0)
    seen = []
    for _ in range(8):
        opened.go_to_placeholder()
        seen.append(opened.sheet.textCursor().selectedText())

    assert seen == [
        "[Tittel]",
        "[sted]",
        "[sted]",  # the place among the facts: the inspector shows it
        "[punkt]",
        "[antall]",
        "[fotograf]",
        "[hvem]",
        "[Tittel]",
    ]
    assert opened.view.inspector.tab is Tab.FACTS


def test_the_way_back_is_the_same(opened: EditorPlace) -> None:
    """From the first to the last, and on upwards."""
    fill(opened)
    opened.go_to_placeholder()
    opened.sheet.put_cursor(0)
    seen = []
    for _ in range(3):
        opened.go_to_placeholder(is_backwards=True)
        seen.append(opened.sheet.textCursor().selectedText())

    assert seen == ["[hvem]", "[fotograf]", "[antall]"]


def test_a_text_without_placeholders_stays_where_it_is(opened: EditorPlace) -> None:
    """There is nothing to go to."""
    opened.sheet.apply(replace(opened.sheet.content(), lead=(Text("Alt er skrevet."),)))
    opened.sheet.put_cursor(3)

    opened.go_to_placeholder()

    assert opened.sheet.textCursor().position() == 3


def test_figures_are_said_in_the_language_of_the_window(opened: EditorPlace) -> None:
    """Words, minutes, title, embargo, and the language of the text."""
    content = replace(opened.sheet.content(), language=Language.NN)

    words = status_words(opened._speech, content)

    assert words[0].endswith("min reading time")
    assert words[3] == "Nynorsk"
