"""The bare words of any source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.services.reading import decode, is_release_file, lines_of, page_of, read_bytes
from pressdesk.services.releases import file_place
from pressdesk.word.reading import read
from pressdesk.word.wording import expected_paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.services.releases import Guard


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Print what a file says."""

    guard: Guard

    def paragraphs(self, path: Path) -> tuple[str, ...]:
        """Return the paragraphs of a text, a web page, a Word file or a release as they stand.

        Shape: non-empty paragraphs; of a release what its Word file would say.

        Raises:
            What ``reading`` and ``ReleaseFiles.read`` raise.
        """
        if is_release_file(path):
            content = file_place(path, self.guard).read().draft.content()
            return expected_paragraphs(content)
        source = read_bytes(path)
        if source.is_word:
            words = (paragraph.text.plain for paragraph in read(path).paragraphs)
            return tuple(one for one in words if one.strip())
        if source.is_web_page:
            return tuple(piece.text.plain for piece in page_of(source)[0])
        return tuple(line for line in lines_of(decode(source)) if line.strip())
