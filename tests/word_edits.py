"""What a partner may do to a review document, at random, and what must come of it.

The same edits are done to a file, by hand or in LibreOffice, and to a plain list of its lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import BulletList, Content, Paragraph
from pressdesk.domain.ids import BlockId
from pressdesk.domain.text import Text
from pressdesk.word.answer_places import PlaceKind
from pressdesk.word.answers import AnswerKind
from pressdesk.word.views import ACCEPTED
from word_hand import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from pressdesk.word.answer_places import Place, Places
    from pressdesk.word.answers import AnswerChange
    from pressdesk.word.reading import MarkedDocument

Line = tuple[int, str]
"""The number of a line as it was sent, and its words; what is new has the number -1."""


# --- on lines -------------------------------------------------------------------------------------


def edited_lines(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """Return what the lines say after the edits."""
    now: list[Line] = list(enumerate(lines))
    for one in edits:
        place = next(place for place, line in enumerate(now) if line[0] == one.line)
        words = now[place][1]
        match one.kind:
            case "words":
                now[place] = (one.line, words[: one.start] + one.words + words[one.end :])
            case "split":
                now[place : place + 1] = [(one.line, words[: one.start]), (-1, words[one.start :])]
            case "join":
                now[place : place + 2] = [(one.line, words + now[place + 1][1])]
            case "remove":
                del now[place]
            case "add":
                now.insert(place + 1, (-1, one.words))
            case "move":
                line = now.pop(place)
                there = next(place for place, line in enumerate(now) if line[0] == one.after)
                now.insert(there + 1, line)
    return [words for _, words in now if words.strip()]


# --- at random ------------------------------------------------------------------------------------

NEW_LINES = (
    "Dette avsnittet sto ikke der før.",
    "Styret i Nettnord behandler saken 4. desember.",
    "Avtalen gjelder i 12 år.",
)
_ONE_WORD = ("ikke", "Senteret", "kraft", "2031", "17", "aldri", "Bodø", "styret")


def word_edit(words: str, chance: Random) -> tuple[int, int, str, str] | None:
    """Return one change of words as people make them: start, end, new words, and its kind."""
    spans = _word_spans(words)
    start, end = chance.choice(spans)
    word = words[start:end]
    kind = chance.choice(["replace", "delete", "insert", "figure", "ikke", "typo", "sign", "pair"])
    figures = [(a, b) for a, b in spans if words[a:b].isdigit()]
    match kind:
        case "figure" if figures:
            start, end = chance.choice(figures)
            new = str(int(words[start:end]) + chance.randrange(1, 9))
        case "ikke":
            end, new = start, "ikke "
        case "typo" if len(word) > 4:
            new = word[:2] + word[3] + word[2] + word[4:]
        case "sign" if signs := [n for n, sign in enumerate(words) if sign in ".,:–"]:
            start = chance.choice(signs)
            end, new = start + 1, chance.choice(["!", ";", ""])
        case "delete" if len(spans) > 2:
            end += end < len(words) and words[end] == " "
            new = ""
        case "insert":
            start, new = end, f" {chance.choice(_ONE_WORD)}"
        case "pair" if len(spans) > 3:
            number = chance.randrange(len(spans) - 1)
            start, end = spans[number][0], spans[number + 1][1]
            new = chance.choice(_ONE_WORD)
        case _:
            kind, new = "replace", chance.choice(_ONE_WORD)
    return None if words[start:end] == new else (start, end, new, kind)


def _word_spans(words: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = None
    for place, sign in enumerate(f"{words} "):
        if sign.isalnum() and start is None:
            start = place
        elif not sign.isalnum() and start is not None:
            spans.append((start, place))
            start = None
    return spans or [(0, len(words))]


def some_edits(
    lines: Sequence[str], chance: Random, number: int, *, is_tracked: bool | None
) -> list[Edit]:
    """Return edits of lines of their own, so that each can be told; None mixes both kinds."""
    free = [place for place, line in enumerate(lines) if line.strip()]
    chance.shuffle(free)
    found: list[Edit] = []
    while free and len(found) < number:
        line = free.pop()
        tracked = chance.random() < 0.5 if is_tracked is None else is_tracked
        one = _some_edit(lines, line, chance, free)
        if one is None:
            continue
        if one.kind == "words" and chance.random() < 0.4:
            second = _before(lines[line], one.start - 14, chance)
            other = chance.random() < 0.5 if is_tracked is None else is_tracked
            found.append(replace(one, is_tracked=tracked))
            one, tracked = replace(one, **second) if second else one, other
            if not second:
                continue
        found.append(replace(one, is_tracked=tracked))
    return found


def _before(words: str, end: int, chance: Random) -> dict[str, int | str] | None:
    """Return what makes another edit of the same line, well before the first."""
    made = word_edit(words[:end], chance) if end > 20 else None
    if made is None:
        return None
    return {"start": made[0], "end": made[1], "words": made[2], "what": made[3]}


def _some_edit(lines: Sequence[str], line: int, chance: Random, free: list[int]) -> Edit | None:
    words = lines[line]
    spans = _word_spans(words)
    found: Edit | None = None
    match chance.choice(["words"] * 6 + ["split", "join", "remove", "add", "move", "retype"]):
        case "split" if len(spans) > 8:
            start = spans[chance.randrange(3, len(spans) - 3)][0]
            found = Edit("split", line, start, what="split")
        case "join" if line + 1 in free:
            free.remove(line + 1)
            found = Edit("join", line, what="join")
        case "remove":
            found = Edit("remove", line, what="remove")
        case "add":
            found = Edit("add", line, words=chance.choice(NEW_LINES), what="add")
        case "move" if len(words) > 60 and free and free[-1] != line - 1:
            found = Edit("move", line, after=free.pop(), what="move")
        case "retype":
            new = " ".join(one if chance.random() < 0.7 else "nytt" for one in words.split())
            if new != words:
                found = Edit("words", line, 0, len(words), new, what="retype")
        case _:
            made = word_edit(words, chance)
            if made is not None:
                found = Edit("words", line, made[0], made[1], made[2], what=made[3])
    return found


def pending_edits(content: Content, chance: Random) -> Content:
    """Return a release after some work of ours that its readers have not seen."""
    blocks = list(content.blocks)
    for number in range(chance.randrange(4)):
        place = chance.randrange(len(blocks) - 1)
        block = blocks[place]
        match chance.choice(["words", "words", "words", "remove", "add", "move"]):
            case "remove":
                del blocks[place]
            case "add":
                words = f"Vi har lagt til et helt nytt avsnitt nummer {number} om saken."
                blocks.insert(place, Paragraph(id=BlockId(f"n{number}"), text=Text.of(words)))
            case "move":
                blocks.insert(chance.randrange(len(blocks)), blocks.pop(place))
            case _ if isinstance(block, Paragraph):
                words = block.text.plain
                made = word_edit(words, chance)
                if made is not None:
                    text = Text.of(words[: made[0]] + made[2] + words[made[1] :])
                    blocks[place] = replace(block, text=text)
            case _ if isinstance(block, BulletList):
                items = list(block.items)
                items.pop(chance.randrange(len(items)))
                new = Text.of("Nytt punkt i lista vår.")
                blocks[place] = replace(block, items=(new, *items))
    return replace(content, blocks=tuple(blocks))


# --- what came of it ------------------------------------------------------------------------------

COVER_STYLES = (
    "Review Heading",
    "Review Note",
    "Review Code",
    "Answer Label",
    "Answer Box",
    "Answer End",
)


def said(document: MarkedDocument) -> list[str]:
    """Return the lines of the page with all accepted, without the cover and the boxes."""
    return [
        one.paragraph.text.plain
        for one in document.seen(ACCEPTED)
        if one.paragraph.text and one.paragraph.style not in COVER_STYLES
    ]


def applied(known: Places, changes: Iterable[AnswerChange]) -> list[str]:
    """Return the lines of what was sent after the changes, each done to the letter."""
    page = [(place, words) for place, words in known.texts.items()]
    changes = tuple(changes)
    for change in reversed(changes):
        if change.kind is AnswerKind.WORDS:
            place = _index(page, change.place)
            words = page[place][1]
            assert words[change.start : change.end] == change.old
            new = words[: change.start] + change.new + words[change.end :]
            page[place] = (change.place, new)
    for change in changes:
        if change.kind is AnswerKind.MOVED:
            moved = page.pop(_index(page, change.place))
            page.insert(0 if change.after is None else _index(page, change.after) + 1, moved)
    removed = {change.place for change in changes if change.kind is AnswerKind.REMOVED}
    lines: list[str] = []
    for place, words in page:
        if place not in removed and place.kind is not PlaceKind.COVER:
            lines.extend(words.split("\n"))
        lines.extend(
            change.new
            for change in changes
            if change.kind is AnswerKind.ADDED and change.place == place
        )
    return [line for line in lines if line.strip()]


def _index(page: Sequence[tuple[Place, str]], place: Place) -> int:
    return next(number for number, (other, _) in enumerate(page) if other == place)
