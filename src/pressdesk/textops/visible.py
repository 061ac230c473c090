"""Text from outside in one line, with nothing in it that a terminal or a reader would obey."""

from __future__ import annotations


def visible_line(text: str) -> str:
    """Return ``text`` with spaces for white space, and a mark for what cannot be seen.

    Control characters move a cursor, and characters of direction make a name look like another.
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text
    )
