"""Signs that an organisation is behind a release: its part in title, lead and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.drafting.dates import find_date
from pressdesk.drafting.headers import read_dateline
from pressdesk.drafting.organisations import is_named_here, organisation_end
from pressdesk.drafting.words import Token, is_sentence_end, sentence_starts, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressdesk.drafting.known import KnownNames

_AND = frozenset({"og", "and", "&", "samt"})
_WITH = frozenset({"med", "with"})
_TOGETHER = frozenset({"sammen", "saman", "together", "i"})
_AUXILIARIES = frozenset({"skal", "vil", "har", "kan", "will", "has"})
_BETWEEN = frozenset({"mellom", "between"})
_ARTICLES = frozenset({"the", "den", "det", "de", "dei", "både", "both"})
ENOUGH = 4
SENDER, ABOUT, _CONTACT, _JOINT, _SPEAKER, _ROLE, _MENTION = 10, 4, 3, 3, 2, 2, 1
_DASHED = re.compile(
    r"(?P<short>[A-ZÆØÅ][\w&]*(?: [A-ZÆØÅ0-9][\w&]*){0,2}) – (?P<tail>[A-ZÆØÅ][^,.;:!?–()]{2,60})"
)
_TAIL_LINKS = frozenset({"for", "av", "i", "of", "in"})
_BEHIND = re.compile(
    r"\bbak (?:\w+ ){0,3}står\b|\bstår bak\b|\bpart(?:nerne|nerane|ene|ane) (?:i \w+ )?er\b|\bbestår av\b|\bpartners are\b",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<=\w\w)\s*/\s*(?=\w\w)")
_SMALL = _AND | {"for", "i", "av", "of", "in", "the", "på", "ved"}
_FEW_PARAGRAPHS = 8
SPEAKERS = 2_000
BODY = 1_000
"""Places of signs from lead and title are below this."""
_LONGEST = 4_000
_LINE = 100
_DATELINE = 80


class Evidence(NamedTuple):
    """One sign that an organisation is behind the release.

    ``place`` orders the signs; ``is_listed`` tells that it stands beside another, "X og Y".
    """

    name: str
    weight: int
    place: int
    is_listed: bool = False


@dataclass(slots=True, kw_only=True)
class EvidenceReader:
    """Collects what a text says about organisations."""

    known: KnownNames
    title: str
    lead: Sequence[str]
    running: str
    body: Sequence[str] = ()
    senders: Sequence[str] = ()
    abouts: Sequence[str] = ()
    contacts: Sequence[str] = ()
    speakers: Sequence[str] = ()

    def evidence(self) -> Iterator[Evidence]:
        """Yield every sign there is."""
        place = 0
        for text in self.senders:
            for name in self.listed(self._recased(_SLASH.sub(", ", text))):
                yield Evidence(name, SENDER, 1000 + place)
                place += 1
        tops = [(text, _LINE * number) for number, text in enumerate(self._leads())]
        for text, base in (*tops, (self.title, 500)):
            yield from self._roles(text, base)
        yield from self._body_roles()
        rest = (
            (self.abouts, ABOUT, 3000),
            (self.contacts, _CONTACT, 4000),
            (self.speakers, _SPEAKER, 2000),
        )
        for names, weight, base in rest:
            for number, name in enumerate(dict.fromkeys(names)):
                yield Evidence(name, weight, base + number)

    def _leads(self) -> Iterator[str]:
        """Yield the lead without its dateline, whose place is no party."""
        for text in self.lead:
            found = find_date(text[:_DATELINE]) if read_dateline(text) is not None else None
            yield text[found.end :] if found is not None else text

    def _recased(self, text: str) -> str:
        """Return a sender line in capitals as the text itself writes its words."""
        if not text.isupper():
            return text
        texts = [self.title, *self.lead, *self.abouts, self.running]
        written: dict[str, str] = {}
        for token in (one for words in texts for one in tokens_of(words)):
            is_better = written.get(token.lower, "X").isupper() and not token.text.isupper()
            if token.is_capital and token.lower not in _SMALL and is_better:
                written[token.lower] = token.text
        words = text
        for token in reversed(tokens_of(text)):
            small = token.lower if token.lower in _SMALL else token.text
            words = words[: token.start] + written.get(token.lower, small) + words[token.end :]
        return words

    def _body_roles(self) -> Iterator[Evidence]:
        """Yield who stands behind the matter, or beside each other, in the first paragraphs."""
        seen: set[tuple[str, int]] = set()
        for number, text in enumerate(self.body[:_FEW_PARAGRAPHS]):
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text):
                weight = ABOUT if _BEHIND.search(sentence) else _MENTION
                signs = [
                    one for one in self._roles(sentence, 5000 + 100 * number) if one.weight >= _ROLE
                ]
                for sign in signs:
                    if (sign.name, weight) not in seen and (len(signs) > 1 or weight == _MENTION):
                        seen.add((sign.name, weight))
                        yield sign._replace(weight=weight)

    def listed(self, text: str) -> list[str]:
        """Return the organisations of a list such as "X, Y og Z"."""
        tokens = tokens_of(text)
        names, at = [], 0
        while at < len(tokens):
            end = self._end(text, tokens, at) if self._may_begin(tokens, at) else None
            if end is None:
                at += 1
                continue
            if is_named_here(tokens, at, self.known.lexicon):
                at = end
                continue
            names.append(_words(text, tokens, at, end))
            at = end
        return names

    def _roles(self, text: str, base: int) -> Iterator[Evidence]:
        """Yield the organisations of a title or lead, by the part they play in its sentences."""
        tokens = tokens_of(text[:_LONGEST])
        starts = set(sentence_starts(tokens))
        is_agreed = self._is_agreement(tokens)
        at, place = 0, base
        chain: list[Evidence] = []
        is_subject = False
        while at < len(tokens):
            if at in starts or is_sentence_end(tokens, at):
                is_subject = at in starts
                yield from self._settled(chain, is_subject=False, is_agreed=is_agreed)
                chain = []
            end = self._end(text, tokens, at) if self._may_begin(tokens, at) else None
            if end is None:
                if chain and not self._joins(tokens, at):
                    is_whole = is_subject and self._is_predicate(tokens, at)
                    yield from self._settled(chain, is_subject=is_whole, is_agreed=is_agreed)
                    chain = []
                    is_subject = False
                elif not chain and not self._is_before_subject(tokens[at]):
                    is_subject = False
                at += 1
                continue
            name = _words(text, tokens, at, end)
            if self._is_name(tokens, at, end, starts):
                weight = (
                    _ROLE
                    if self._is_role(tokens, at, is_agreed=is_agreed)
                    or (chain and chain[0].weight == _ROLE and not is_subject)
                    else _MENTION
                )
                chain.append(Evidence(name, weight, place))
                place += 1
            else:
                is_subject = False
            at = end
        yield from self._settled(chain, is_subject=False, is_agreed=is_agreed)

    def _settled(
        self, chain: Sequence[Evidence], *, is_subject: bool, is_agreed: bool
    ) -> Iterator[Evidence]:
        """Yield a chain of names; those of a subject, or of "X og Y", play a part.

        Where "X og Y" are the subject of an agreement, or what it is between, they are sure.
        """
        is_list = len(chain) > 1
        is_party = is_subject or is_list
        is_sure = is_list and is_agreed and (is_subject or chain[0].weight == _ROLE)
        weight = ENOUGH if is_sure else _JOINT if is_list and is_subject else _ROLE
        for sign in chain:
            yield sign._replace(weight=weight, is_listed=is_list) if is_party else sign

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        is_list = token.lower in _AND or token.text in ",()" or token.lower in _ARTICLES
        return is_list or self._is_apposition(token) or (token.is_word and token.text.isupper())

    def _is_before_subject(self, token: Token) -> bool:
        return token.lower in _ARTICLES or self._is_apposition(token) or not token.is_word

    def _is_apposition(self, token: Token) -> bool:
        return token.lower.endswith(self.known.lexicon.organisations.appositions)

    def _is_predicate(self, tokens: Sequence[Token], at: int) -> bool:
        """Return whether a verb may stand at ``at``: a small-lettered word after the subject."""
        return tokens[at].is_word and not tokens[at].is_capital

    def _is_agreement(self, tokens: Sequence[Token]) -> bool:
        """Return whether words speak of working together."""
        return any(
            token.lower in self.known.lexicon.organisations.agreement
            or token.lower.endswith(
                ("samarbeid", "avtale", "avtalen", "samarbeidet", "partnerskap")
            )
            for token in tokens
        )

    def _is_role(self, tokens: Sequence[Token], at: int, *, is_agreed: bool) -> bool:
        """Return whether "med" or "mellom" before a name makes it a party to something."""
        before = [token.lower for token in tokens[max(0, at - 3) : at]]
        while before and (
            before[-1] in _ARTICLES
            or before[-1].endswith(self.known.lexicon.organisations.appositions)
        ):
            before.pop()
        if not before:
            return False
        if before[-1] in _AUXILIARIES and tokens[0].lower in _TOGETHER:
            return True
        return (before[-1] in _WITH | _BETWEEN) and is_agreed

    def _is_name(self, tokens: Sequence[Token], at: int, end: int, starts: set[int]) -> bool:
        """Return whether capitals at ``at`` name an organisation, not a person or a mere word."""
        first = tokens[at]
        names = self.known.lexicon.organisations
        if first.lower in names.generic and end - at == 1:
            return False
        if first.text in self.known.lexicon.places and end - at == 1:
            return False
        if is_named_here(tokens, at, self.known.lexicon) or (
            self.known.is_person(first.text) and end - at == 1
        ):
            return False
        if at in starts and end - at == 1:
            follower = tokens[end].lower if end < len(tokens) else ""
            is_listed = follower == "," and end + 1 < len(tokens) and tokens[end + 1].is_capital
            is_party = (
                is_listed
                or follower in _AND
                or follower in self.known.lexicon.organisations.agreement
            )
            return is_party or first.text.isupper() or self._is_capital_elsewhere(first.text)
        return first.text not in self.known.lexicon.not_names or end - at > 1

    def _is_capital_elsewhere(self, word: str) -> bool:
        """Return whether the text writes ``word`` with its capital inside sentences, too."""
        inside = rf"(?<=[a-zæøå,] ){re.escape(word)}(?:s|'s)?(?![\w-])"
        return bool(re.search(inside, self.running))

    def _may_begin(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if not token.is_word or not (
            token.is_capital or (token.text[0].isdigit() and any(c.isupper() for c in token.text))
        ):
            return False
        if token.lower in _ARTICLES or token.lower in _WITH | _BETWEEN:
            return False
        is_title = self.known.lexicon.titles.is_part(token.text) and at + 1 < len(tokens)
        if is_title and is_named_here(tokens, at + 1, self.known.lexicon):
            return False
        is_before_name = at + 1 < len(tokens) and tokens[at + 1].is_capital
        if not is_before_name or not self._is_apposition(token):
            return True
        return token.is_capital and self._is_capital_elsewhere(
            f"{token.text} {tokens[at + 1].text}"
        )

    def _end(self, text: str, tokens: Sequence[Token], at: int) -> int | None:
        """Return where the name at ``at`` ends, a spaced dash within it included."""
        dashed = _DASHED.match(text, tokens[at].start)
        if dashed is not None and self._is_whole_dashed(text, dashed):
            stop = dashed.start("tail") + _tail_length(dashed["tail"])
            return next((i for i, token in enumerate(tokens) if token.start >= stop), len(tokens))
        return organisation_end(tokens, at, self.known.lexicon)

    def _is_whole_dashed(self, text: str, dashed: re.Match[str]) -> bool:
        """Return whether a dash belongs to the name: no other closes it, and the head stands alone."""
        after = text[dashed.start("tail") + _tail_length(dashed["tail"]) :]
        return not after.startswith(" –")


def _tail_length(tail: str) -> int:
    """Return how much of what follows a dash belongs to the name."""
    length = 0
    words = re.findall(r"\S+\s*", tail)
    for place, word in enumerate(words):
        bare = word.strip()
        is_link = bare in _TAIL_LINKS and place > 0
        follows_link = place > 0 and words[place - 1].strip() in _TAIL_LINKS
        if not (bare[0].isupper() or is_link or follows_link):
            break
        length += len(word)
    return len(tail[:length].rstrip())


def _words(text: str, tokens: Sequence[Token], start: int, end: int) -> str:
    return text[tokens[start].start : tokens[end - 1].end]
