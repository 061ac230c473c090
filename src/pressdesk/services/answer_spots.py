"""Where the places of a review page lie in the text that it shows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.places import Place, texts_at
from pressdesk.domain.proposals import ProposalPart
from pressdesk.word.answer_places import PlaceKind, places_in
from pressdesk.word.lines import Line, lines
from pressdesk.word.manifest import BOOKMARK, bookmark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.word.answer_places import Place as WordPlace
    from pressdesk.word.reading import MarkedDocument


class AnswerSpots:
    """One page that was sent, and the text it was made of."""

    def __init__(self, content: Content, sent: MarkedDocument) -> None:
        self._content = content
        self._sent = sent

    @cached_property
    def texts(self) -> Mapping[WordPlace, str]:
        """The words of every place of the page, in order."""
        return places_in(self._sent).texts

    @cached_property
    def _blocks(self) -> dict[str, Place]:
        """The places of the text by what bookmarks call them."""
        named = {
            **{one.id: ProposalPart.BLOCK for one in self._content.blocks},
            **{one.id: ProposalPart.BOILERPLATE for one in self._content.boilerplates},
        }
        return {bookmark(name).removeprefix(BOOKMARK): (part, name) for name, part in named.items()}

    def place(self, place: WordPlace) -> Place:
        """Return the place of the text that a place of the page shows; facts have none."""
        match place.kind:
            case PlaceKind.TITLE:
                return ProposalPart.TITLE, None
            case PlaceKind.LEAD:
                return ProposalPart.LEAD, None
            case PlaceKind.BLOCK:
                return self._blocks.get(place.anchor, (ProposalPart.FACTS, None))
            case _:
                return ProposalPart.FACTS, None

    def without_label(
        self, place: Place, start: int, end: int, new: str
    ) -> tuple[int, int, str] | None:
        """Return a change in the words of the text; None where it is about a label of the page.

        A picture's caption has a label on the page ("Bilde: …") that is not in the text.
        """
        texts = texts_at(self._content, place)
        shown = [line.text.plain for line in self._lines.get(place[1] or "", ())]
        if not shown or texts is None or len(shown) != len(texts):
            return start, end, new
        here = there = 0
        for line, text in zip(shown, texts, strict=True):
            label = len(line) - len(text.plain)
            if label and here <= start <= here + len(line):
                is_inside = here + label <= start and end <= here + len(line)
                if not is_inside:
                    return None
                return start - here - label + there, end - here - label + there, new
            if not label and here <= start <= here + len(line):
                return start - here + there, end - here + there, new
            here += len(line) + 1
            there += len(text.plain) + 1
        return start, end, new

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in lines(self._content):
            found.setdefault(line.anchor, []).append(line)
        return found

    def after(self, place: WordPlace) -> BlockId | None:
        """Return the block that stands at or before a place of what was sent; None for the top."""
        last: BlockId | None = None
        for one in self.texts:
            part, block = self.place(one)
            if part is ProposalPart.BLOCK:
                last = block
            if one == place:
                break
        return last
