"""Who speaks in each quote: surnames, pronouns and neighbouring quotes traced to full names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.drafting.clauses import opens_with_dash
from pressdesk.drafting.parts import Part, PartKind
from pressdesk.drafting.phrases import Phrase, PhraseKind
from pressdesk.drafting.words import MARKS, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pressdesk.drafting.known import KnownNames
    from pressdesk.drafting.people import Facts


_WE = frozenset({"vi", "oss", "vår", "vårt", "våre", "we", "us", "our"})
_I = frozenset({"jeg", "eg", "meg", "min", "mitt", "mine", "my"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks in one part. ``suggestion`` is the likeliest name while ``name`` is open."""

    name: str | None
    is_confirmed: bool = True
    is_asked: bool = False
    suggestion: str | None = None


UNKNOWN = Speaker(name=None, is_asked=True)


def _proposed(name: str) -> Speaker:
    return Speaker(name=name, is_confirmed=False, is_asked=True, suggestion=name)


@dataclass(slots=True)
class SpeakerReader:
    """Goes through the parts in reading order."""

    parts: Sequence[Part]
    known: KnownNames
    facts: Mapping[str, Facts]
    mentions: Mapping[int, Sequence[tuple[int, str]]]
    _spoken: list[str] = field(default_factory=list)
    _found: dict[int, Speaker] = field(default_factory=dict)

    def read(self) -> dict[int, Speaker]:
        """Return the speaker of every quote, by the index of its part."""
        for index, part in enumerate(self.parts):
            if part.kind is PartKind.QUOTE and part.speech is not None:
                if part.speech.phrase is not None:
                    self._take(index, self._named(index, part.speech.phrase))
                elif part.speech.is_elsewhere:
                    self._found[index] = UNKNOWN
        self._fill_in(self._speakers_after())
        return self._found

    def _take(self, index: int, speaker: Speaker) -> None:
        self._found[index] = speaker
        if speaker.name is not None:
            self._spoken.append(speaker.name)

    # named by the paragraph

    def _named(self, index: int, phrase: Phrase) -> Speaker:
        if phrase.kind is PhraseKind.PRONOUN:
            return self._pronoun(index, phrase)
        if phrase.kind is PhraseKind.ROLE:
            return self._role(phrase)
        name = phrase.name or ""
        full = self.known.called(name)
        if len(full) == 1:
            return self._sure(full[0], phrase)
        if not full:
            return self._sure(name, phrase)
        spoken = [one for one in reversed(self._spoken) if one in full]
        titled = [one for one in full if phrase.title and self._has_title(one, phrase.title)]
        likely = titled or spoken
        if len(set(likely)) == 1:
            return self._sure(likely[0], phrase)
        return Speaker(name=None, is_asked=True, suggestion=likely[0] if likely else full[0])

    def _sure(self, name: str, phrase: Phrase) -> Speaker:
        return Speaker(
            name=name,
            is_confirmed=not phrase.is_joint,
            is_asked=phrase.is_joint,
            suggestion=name if phrase.is_joint else None,
        )

    def _role(self, phrase: Phrase) -> Speaker:
        """Return whom "klyngelederen" stands for."""
        title = phrase.title or ""
        holders = [name for name in self.facts if self._has_title(name, title)]
        if phrase.organisation is not None:
            own = [n for n in holders if self.facts[n].organisation == phrase.organisation]
            holders = own or holders
        spoken = [name for name in reversed(self._spoken) if name in holders]
        if len(holders) == 1:
            return Speaker(name=holders[0])
        if spoken and len(set(spoken)) == 1:
            return Speaker(name=spoken[0])
        last = self._spoken[-1] if self._spoken else None
        return Speaker(name=None, is_asked=True, suggestion=next(iter([*spoken, *holders]), last))

    def _has_title(self, name: str, title: str) -> bool:
        held = (self.facts[name].title or "").lower() if name in self.facts else ""
        is_minister = title == "statsråd" and "minister" in held
        return (
            is_minister
            or any(word.endswith(title.lower()) for word in held.split())
            or held == title.lower()
        )

    def _pronoun(self, index: int, phrase: Phrase) -> Speaker:
        """Return whom a pronoun stands for: the one person it fits, asked where two would."""
        here = self._fitting(self._mentioned_before(index, phrase), phrase)
        if here:
            return self._as(here[-1], phrase)
        since = [
            name for name in self._fitting(self._mentioned_since(index), phrase)
            if self.known.gender(name) is phrase.gender
        ]  # fmt: skip
        speakers = self._fitting(reversed(self._spoken), phrase)
        last = self._spoken[-1] if self._spoken else None
        if not speakers:
            return self._one_of(
                since or self._fitting(self._mentioned_since(index), phrase), phrase
            )
        first = speakers[0]
        others = [name for name in since if name != first]
        if others:
            return Speaker(
                name=None, is_asked=True, suggestion=first if first == last else others[-1]
            )
        if first == last and self.known.gender(first) is None:
            rivals = {n for n in speakers if n != first and self.known.gender(n) is phrase.gender}
            if rivals:
                return Speaker(name=None, is_asked=True, suggestion=first)
        return self._as(first, phrase)

    def _one_of(self, names: Sequence[str], phrase: Phrase) -> Speaker:
        if len(set(names)) == 1:
            return self._as(names[0], phrase)
        return Speaker(name=None, is_asked=True, suggestion=names[-1] if names else None)

    def _as(self, name: str, phrase: Phrase) -> Speaker:
        if phrase.gender is not None and self.known.gender(name) is None:
            self.known.genders[name] = phrase.gender
        return Speaker(name=name)

    def _fitting(self, names: Iterator[str] | Sequence[str], phrase: Phrase) -> list[str]:
        """Return the names that the pronoun may stand for, each once, in the order given."""
        fitting = (
            name
            for name in names
            if phrase.gender == "either" or self.known.gender(name) in (None, phrase.gender)
        )
        return list(dict.fromkeys(fitting))

    def _mentioned_before(self, index: int, phrase: Phrase) -> list[str]:
        """Return the people whom the reporting words of a paragraph name before a pronoun."""
        part = self.parts[index]
        words = part.texts[0].plain
        if words[0] in MARKS or opens_with_dash(words):
            return []
        return [name for at, name in self.mentions.get(part.number, ()) if at < phrase.start]

    def _mentioned_since(self, index: int) -> list[str]:
        """Return the people named in plain paragraphs since somebody last spoke."""
        names: list[str] = []
        for part in reversed(self.parts[:index]):
            if part.kind is PartKind.QUOTE:
                break
            if part.kind is PartKind.PARAGRAPH:
                names = [*self._names(part), *names]
        return names

    def _names(self, part: Part) -> list[str]:
        return [name for _, name in self.mentions.get(part.number, ())]

    # named by a neighbour

    def _speakers_after(self) -> dict[int, tuple[int, str]]:
        """Return, for direct speech, the next speaker named in the same run of speech."""
        after: dict[int, tuple[int, str]] = {}
        following: tuple[int, str] | None = None
        for index in range(len(self.parts) - 1, -1, -1):
            part = self.parts[index]
            if part.kind is PartKind.IMAGE:
                continue
            if part.kind is not PartKind.QUOTE or not part.is_direct:
                following = self._pointed(index)
                continue
            if following is not None:
                after[index] = following
            if index in self._found:
                name = self._found[index].name
                following = (index, name) if name is not None else None
            if not self._opens_as_speech(part):
                following = None
        return after

    def _pointed(self, index: int) -> tuple[int, str] | None:
        """Return the speaker whom a "Det sier Nes" gives to the quote before it."""
        if not self._points_back(index) or index not in self._found:
            return None
        name = self._found[index].name
        return (index, name) if name is not None else None

    def _points_back(self, index: int) -> bool:
        speech = self.parts[index].speech
        return (
            self.parts[index].kind is PartKind.QUOTE and speech is not None and speech.points_back
        )

    def _opens_as_speech(self, part: Part) -> bool:
        """Return whether a paragraph begins with the words spoken, not with who speaks them."""
        words = part.texts[0].plain
        is_unmarked = part.speech is not None and not part.speech.is_marked
        return words[0] in MARKS or opens_with_dash(words) or is_unmarked

    def _fill_in(self, after: Mapping[int, tuple[int, str]]) -> None:
        """Find the speakers of the quotes that name none themselves, in reading order."""
        named: set[str] = set()
        last: str | None = None
        before: str | None = None
        for index, part in enumerate(self.parts):
            if part.kind is PartKind.IMAGE:
                continue
            if part.kind is not PartKind.QUOTE:
                before = None
                continue
            if index not in self._found:
                self._found[index] = self._beside(index, before, after.get(index), last, named)
            before = self._found[index].name
            last = before or last
            if before is not None:
                named.add(before)

    def _beside(
        self,
        index: int,
        before: str | None,
        after: tuple[int, str] | None,
        last: str | None,
        named: set[str],
    ) -> Speaker:
        """Return who speaks where the paragraph does not say."""
        if after is None:
            if before is None:
                return self._announced(index, last)
            return _proposed(before) if self._is_parted(index - 1, index) else Speaker(name=before)
        if before is None and last not in (None, after[1]) and not self._is_led_to(index, after):
            return _proposed(after[1])
        if self._is_parted(index, after[0]):
            return _proposed(after[1])
        if before is None or before == after[1] or index + 1 == after[0] == self._pointer(index):
            return Speaker(name=after[1])
        phrase = self._phrase(after[0])
        opens = phrase is not None and phrase.kind is PhraseKind.NAME and phrase.title is not None
        name = after[1] if opens or after[1] not in named else before
        return _proposed(name)

    def _is_parted(self, first: int, last: int) -> bool:
        """Return whether a picture stands between two parts of speech."""
        return any(part.kind is PartKind.IMAGE for part in self.parts[max(first, 0) : last])

    def _is_led_to(self, index: int, after: tuple[int, str]) -> bool:
        """Return whether speech after a break is surely the next speaker's, not the last one's.

        It is where the paragraph before names that speaker or the tag after takes the speaker for
        known ("sier Nes"), or where no empty line parts the two in a text that has empty lines.
        """
        before = self.parts[index - 1] if index else None
        if before is not None and before.kind is PartKind.PARAGRAPH:
            phrase = self._phrase(after[0])
            is_known = phrase is not None and phrase.kind is PhraseKind.NAME and not phrase.title
            is_known = is_known and self._speak_alike(index, after[0])
            if set(self._names(before)) == {after[1]} or is_known:
                return True
        has_gaps = any(part.lines[0].follows_gap for part in self.parts)
        between = self.parts[index + 1 : after[0] + 1]
        return has_gaps and not any(part.lines[0].follows_gap for part in between)

    def _speak_alike(self, one: int, other: int) -> bool:
        """Return whether not one of two parts speaks of "vi" only, the other of "jeg" only."""
        spoken = (tokens_of(self.parts[index].texts[0].plain) for index in (one, other))
        first, second = ({token.lower for token in tokens} for tokens in spoken)
        changes = (first & _WE and second & _I) or (first & _I and second & _WE)
        return not changes or bool(first & _WE and second & _WE) or bool(first & _I and second & _I)

    def _pointer(self, index: int) -> int | None:
        """Return the index right after a quote, where a "Det sier Nes" stands there."""
        is_pointer = index + 1 < len(self.parts) and self._points_back(index + 1)
        return index + 1 if is_pointer else None

    def _phrase(self, index: int) -> Phrase | None:
        speech = self.parts[index].speech
        return speech.phrase if speech is not None else None

    def _announced(self, index: int, last: str | None) -> Speaker:
        """Return whom the paragraph right before introduces, else the last speaker; ask."""
        before = self.parts[index - 1] if index else None
        if before is not None and before.kind is PartKind.PARAGRAPH:
            here = list(dict.fromkeys(self._names(before)))
            if len(here) == 1:
                is_sure = before.texts[0].plain.endswith(":")
                return Speaker(
                    name=here[0], is_confirmed=is_sure, is_asked=not is_sure, suggestion=here[0]
                )
        return _proposed(last) if last is not None else UNKNOWN
