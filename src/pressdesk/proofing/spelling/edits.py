"""What fingers and ears do to words, and how likely each of it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROWS = ("qwertyuiopå", "asdfghjkløæ", "zxcvbnm")
_NORWEGIAN = "abcdefghijklmnopqrstuvwxyzæøåéèêòôóüäö"
_ENGLISH = "abcdefghijklmnopqrstuvwxyz'"

FAR_LETTER = 1.0
NEAR_LETTER = 0.75
ALIKE_LETTER = 0.55
TRANSPOSED = 0.6
DOUBLING = 0.4
MISSING = 0.8
SUPERFLUOUS = 0.85
SOUND = 0.55
FIRST_LETTER = 0.35

# Letters that are heard alike, each pair in both directions.
_ALIKE = {
    "no": "åo øo eæ dt gk bp ei uo yu øy iy vw sc ck éè ée èe êe òo ôo óo æa äæ öø üy zs fv",
    "en": "ei ea ao ou iy sc ck sz dt vf",
}
# Written → meant, where more than one letter is at stake.
_SOUNDS = {
    "no": (
        "kj>skj skj>kj sj>skj skj>sj kj>tj tj>kj sj>rs aa>å ae>æ oe>ø ei>eg eg>ei ei>ai ai>ei øy>oy"
        " oi>øy øi>øy au>øv ou>au v>hv hv>v j>gj gj>j j>hj hj>j nn>nd nd>nn ll>ld ld>ll n>nd l>ld"
        " i>ig ig>i li>lig e>et r>rd sion>sjon tion>sjon sjonn>sjon tsjon>sjon x>ks ck>kk qu>kv"
        " kv>qu ph>f th>t ch>sj sh>sj ng>nk nk>ng ngn>gn gn>ngn mt>mpt mpt>mt tts>ts ie>i i>ie"
        " cc>ks ks>x o>au u>eu eu>ev ev>eu y>u"
    ),
    "en": (
        "ie>ei ei>ie f>ph ph>f k>c c>k s>c c>s ance>ence ence>ance ant>ent ent>ant able>ible"
        " ible>able sion>tion tion>sion or>our er>re ize>ise yze>yse n>kn r>wr gh>f f>gh ough>uff"
        " k>ck k>ch sh>ti w>wh y>ey ey>y"
    ),
}


@dataclass(frozen=True)
class Edits:
    """The mistakes of one language and their costs; lower is likelier."""

    alphabet: str
    alike: str
    sounds: str

    @cached_property
    def letter_costs(self) -> Mapping[tuple[str, str], float]:
        """The cost of (written, meant) where it is not that of any other letter."""
        costs = {}
        for row, letters in enumerate(_ROWS):
            for column, letter in enumerate(letters):
                for other_row in _ROWS[max(row - 1, 0) : row + 2]:
                    for neighbour in other_row[max(column - 1, 0) : column + 2]:
                        costs[letter, neighbour] = NEAR_LETTER
        for pair in self.alike.split():
            costs[pair[0], pair[1]] = costs[pair[1], pair[0]] = ALIKE_LETTER
        return costs

    @cached_property
    def sounds_by_letter(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """(written, meant) by the first letter written."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for pair in self.sounds.split():
            written, meant = pair.split(">")
            found[written[0]] = (*found.get(written[0], ()), (written, meant))
        return found

    def letter_cost(self, written: str, meant: str) -> float:
        """Return the cost of having written one letter for another."""
        return self.letter_costs.get((written, meant), FAR_LETTER)

    def neighbours(self, word: str) -> Iterator[str]:
        """Yield all strings that are one letter, or one exchange, away from ``word``."""
        for place in range(len(word) + 1):
            start, rest = word[:place], word[place:]
            if rest:
                yield start + rest[1:]
            if len(rest) > 1 and rest[0] != rest[1]:
                yield start + rest[1] + rest[0] + rest[2:]
            for letter in self.alphabet:
                yield start + letter + rest
                if rest and rest[0] != letter:
                    yield start + letter + rest[1:]


def edits_of(language: Language) -> Edits:
    """Return the mistakes that are made in ``language``."""
    if language is Language.EN:
        return Edits(_ENGLISH, _ALIKE["en"], _SOUNDS["en"])
    return Edits(_NORWEGIAN, _ALIKE["no"], _SOUNDS["no"])
