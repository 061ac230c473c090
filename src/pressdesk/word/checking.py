"""Is what was written what should have been? The file itself is read again and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.word.reading import read
from pressdesk.word.wording import expected_headers, expected_paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.word.writing import Layout


def is_text_equal(path: Path, content: Content, layout: Layout) -> bool:
    """Return whether the file says ``content``, all of it, in order, and nothing else.

    The words above the page count too: a draft must say that it is one, and a final must not.

    Raises:
        WordFileError: the file cannot be read at all.
    """
    document = read(path)
    return (
        tuple(paragraph.text.plain for paragraph in document.paragraphs)
        == expected_paragraphs(content)
        and document.headers == expected_headers(content, layout)
        and document.is_complete()
    )
