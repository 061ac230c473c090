"""Titles and the organisations that stand with them: "daglig leder i Bedrift AS"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.drafting.organisations import is_named_here, organisation_end, without_genitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.drafting.known import KnownNames
    from pressdesk.drafting.lexicon import Lexicon
    from pressdesk.drafting.words import Token

_AT = frozenset({"i", "ved", "hos", "fra", "frå", "at", "in", "from", "with", "på"})
_OF = frozenset({"for", "av", "of"})
_ARTICLES = frozenset(
    {"en", "ein", "ei", "den", "det", "the", "a", "an", "vår", "deres", "our", "its", "begge"}
)
_AND = frozenset({"og", "and", "&"})
_RELATIVE = (("som", "er"), ("who", "is"), ("som", "var"), ("som", "leder"))
_DEFINITE_ENDINGS = ("en", "et", "sentralen", "skolen", "skulen", "a")
_LONGEST_TITLE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A title with the organisation that stands with it."""

    title: str
    organisation: str | None
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobReader:
    """Reads the titles of one paragraph."""

    text: str
    tokens: Sequence[Token]
    known: KnownNames
    language: Language

    @property
    def lexicon(self) -> Lexicon:
        """The words."""
        return self.known.lexicon

    def job_at(self, at: int) -> Job | None:
        """Return the title that begins at or soon after ``at``, before any name."""
        head = self._head(at)
        if head is None:
            return None
        first = self._title_start(at, head)
        end, organisation = self._title_end(head)
        title = self._title_words(first, end)
        if organisation is None:
            organisation = self._compound_owner(self.tokens[head].text)
        after = self._organisation_after(end)
        if after is not None:
            title = self._title_words(first, after[1])
            end = after[2]
            organisation = after[0] if self._is_employer(after[0], title) else organisation
        elif self._is_unnamed_employer(end):
            end += 2
        return Job(title=title, organisation=organisation, end=end)

    def _is_unnamed_employer(self, at: int) -> bool:
        """Return whether "ved sentralen" follows: an employer the text names by its kind only."""
        if at + 1 >= len(self.tokens) or self.tokens[at].lower not in _AT:
            return False
        word = self.tokens[at + 1]
        is_definite = (
            word.is_word and not word.is_capital and word.lower.endswith(_DEFINITE_ENDINGS)
        )
        return is_definite and not self._is_field(at + 1, self.tokens[at].lower)

    def _head(self, at: int) -> int | None:
        titles = self.lexicon.titles
        for index in range(at, min(at + _LONGEST_TITLE, len(self.tokens))):
            token = self.tokens[index]
            if (
                token.text == "."
                and index > at
                and self.tokens[index - 1].lower in titles.modifiers | titles.exact
            ):
                continue
            if not token.is_word:
                return None
            if titles.is_head(token.text) and not self._is_rather_a_name(index):
                return index
            is_plain = (
                not token.is_capital and token.lower not in self.lexicon.organisations.stops - _AND
            )
            if not is_plain and token.lower not in titles.modifiers:
                return None
            if self.lexicon.speech.is_verb(token.lower):
                return None
        return None

    def _is_rather_a_name(self, index: int) -> bool:
        """Return whether a capitalised title word is a surname: "sier Kari Prest"."""
        return self.known.is_person(self.tokens[index].text)

    def _title_start(self, at: int, head: int) -> int:
        titles = self.lexicon.titles
        first = head
        while first > at:
            before = self.tokens[first - 1]
            if before.lower in titles.modifiers or before.text == ".":
                first -= 1
            elif (
                before.lower in _AND
                and first - 2 >= at
                and (
                    self.tokens[first - 2].text.endswith("-")
                    or titles.is_head(self.tokens[first - 2].text)
                )
            ):
                first -= 2
            elif before.text.endswith("-") and before.is_word:
                first -= 1
            else:
                break
        return first

    def _title_end(self, head: int) -> tuple[int, None]:
        """Return where the title ends that has its head at ``head``: "leder for bærekraft og miljø"."""
        end = head + 1
        last = min(head + _LONGEST_TITLE, len(self.tokens))
        end = self._skip_point(end)
        while end < last:
            token = self.tokens[end]
            follower = self.tokens[end + 1] if end + 1 < len(self.tokens) else None
            if follower is None or not token.is_word or not follower.is_word:
                if (
                    token.is_word
                    and self.lexicon.titles.is_head(token.text)
                    and end == head + 1
                    and not self._is_rather_a_name(end)
                ):
                    end += 1
                break
            if token.lower in _AND and self._joins_title(end):
                end = self._skip_point(end + 2)
            elif token.lower in _OF | _AT and self._is_field(end + 1, token.lower):
                end += 2
                while end < last and self._continues_field(end):
                    end += 1
            elif (
                self.lexicon.titles.is_part(token.text)
                and not self._is_rather_a_name(end)
                and not is_named_here(self.tokens, end, self.lexicon)
            ):
                end = self._skip_point(end + 1)
            else:
                break
        return end, None

    def _skip_point(self, end: int) -> int:
        """Return the index after the full stop of an abbreviated title."""
        is_point = end < len(self.tokens) and self.tokens[end].text == "."
        is_short = self.tokens[end - 1].lower in ("dir", "adm.dir", "prof", "komm.dir", "adm")
        has_more = end + 1 < len(self.tokens)
        return end + 1 if is_point and is_short and has_more else end

    def _joins_title(self, at: int) -> bool:
        """Return whether "og" at ``at`` goes on to a second title, or part of one."""
        word = self.tokens[at + 1]
        if self.lexicon.speech.is_verb(word.lower) or self._is_rather_a_name(at + 1):
            return False
        return self.lexicon.titles.is_part(word.text)

    def _is_field(self, at: int, preposition: str) -> bool:
        """Return whether what a title is "for" or "of" names a subject, not an organisation."""
        token = self.tokens[at]
        if token.is_capital:
            return self.language is Language.EN and token.lower in self.lexicon.titles.fields
        names = self.lexicon.organisations
        is_place = preposition in _AT and token.lower.endswith(_DEFINITE_ENDINGS)
        is_kind = token.lower.endswith(names.appositions) or token.lower in names.generic
        is_employer = is_kind or (is_place and self.language is not Language.EN)
        return (
            not is_employer
            and token.lower not in _ARTICLES
            and not self.lexicon.speech.is_verb(token.lower)
        )

    def _continues_field(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.is_word or self.lexicon.speech.is_verb(token.lower):
            return False
        if token.lower in _AND:
            following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            return (
                following is not None
                and following.is_word
                and not self.lexicon.speech.is_verb(following.lower)
                and (not following.is_capital or following.lower in self.lexicon.titles.fields)
            )
        if token.is_capital:
            return (
                self.language is Language.EN
                and token.lower in self.lexicon.titles.fields | self.lexicon.titles.modifiers
            )
        return token.lower not in self.lexicon.organisations.stops

    def _title_words(self, first: int, end: int) -> str:
        """Return the title, small-lettered where only its place in the sentence made it capital."""
        title = self._words(first, end)
        word = self.tokens[first].text
        is_sentence_case = word[1:].islower() and title[len(word) :].lower() == title[len(word) :]
        if self.language is not Language.EN and is_sentence_case:
            return title[0].lower() + title[1:]
        return title

    def _compound_owner(self, head: str) -> str | None:
        """Return the organisation in "NHO-direktør"."""
        owner, dash, _ = head.rpartition("-")
        is_owner = (
            dash
            and owner[:1].isupper()
            and owner.lower() not in self.lexicon.titles.no_organisations
        )
        return owner if is_owner and len(owner) > 1 else None

    def _organisation_after(self, at: int) -> tuple[str, int, int] | None:
        """Return the organisation after a preposition, where that stands, and where it ends.

        What a title is "for" gives way to where it is held: "leder for X i Y" works in Y.
        """
        if at + 1 >= len(self.tokens) or self.tokens[at].lower not in _AT | _OF:
            return None
        start = self._skip_apposition(at + 1)
        end = self.organisation_end(start)
        if end is None:
            return None
        further = self._organisation_after(end) if self.tokens[at].lower in _OF else None
        if further is not None:
            return further
        return without_genitive(self._words(start, end)), at, self._skip_acronym(end)

    def organisation_end(self, start: int) -> int | None:
        """Return where the organisation at ``start`` ends; a name with a dash must be known."""
        if start < len(self.tokens):
            for name in self.known.organisations:
                if " – " in name and self.text.startswith(name, self.tokens[start].start):
                    stop = self.tokens[start].start + len(name)
                    return next(
                        (i for i, t in enumerate(self.tokens) if t.start >= stop), len(self.tokens)
                    )
        return organisation_end(self.tokens, start, self.lexicon)

    def _skip_acronym(self, end: int) -> int:
        """Return the index after "(NSN)"."""
        inside = self.tokens[end : end + 3]
        if (
            len(inside) == len("(X)")
            and inside[0].text == "("
            and inside[2].text == ")"
            and inside[1].text.isupper()
        ):
            return end + 3
        return end

    def _skip_apposition(self, at: int) -> int:
        """Return the index after words such as "the", "det nye teknologiselskapet"."""
        index = at
        while index < min(at + 4, len(self.tokens)) and not self.tokens[index].is_capital:
            if self.tokens[index].lower.endswith(self.lexicon.organisations.appositions):
                return index + 1
            if (
                self.tokens[index].lower not in _ARTICLES
                and index == at
                and self.tokens[index].lower in self.lexicon.organisations.stops
            ):
                return at
            index += 1
        is_article = self.tokens[at].lower in ("the", "det", "den")
        return (
            at + 1
            if is_article and at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
            else at
        )

    def _skip_article(self, at: int) -> int:
        return at + 1 if self.tokens[at].lower in _ARTICLES and at + 1 < len(self.tokens) else at

    def _is_employer(self, organisation: str, title: str | None) -> bool:
        """Return whether "Kari Nes i Bodø" names where she works: a mayor, not just anybody."""
        if organisation.lower() in self.lexicon.organisations.generic:
            return False
        is_office = title is not None and title.lower().endswith(self.lexicon.titles.offices)
        return organisation not in self.lexicon.places or is_office

    def _late_job(self, at: int) -> Job | None:
        """Read the title after a name: ", administrerende direktør i Skift"."""
        words = tuple(token.lower for token in self.tokens[at : at + 2])
        at = at + 2 if words in _RELATIVE else at
        if at >= len(self.tokens) or self.tokens[at].lower in _AND:
            return None
        at = self._skip_article(at)
        owner_end = self._owner_end(at)
        job = self.job_at(owner_end if owner_end is not None else at)
        if job is None:
            return None
        if owner_end is not None and job.organisation is None:
            return replace(job, organisation=self._owner(at, owner_end))
        is_comma = job.end < len(self.tokens) and self.tokens[job.end].text == ","
        if job.organisation is None and is_comma:
            end = self.organisation_end(job.end + 1)
            if (
                end is not None
                and self._closes(end)
                and not is_named_here(self.tokens, job.end + 1, self.lexicon)
            ):
                return replace(job, organisation=self._words(job.end + 1, end), end=end)
        return job

    def _owner_end(self, at: int) -> int | None:
        """Return where the owner in "Tidewell's CEO" ends, None where there is none."""
        if not self.tokens[at].is_capital or self.lexicon.titles.is_part(self.tokens[at].text):
            return None
        end = organisation_end(self.tokens, at, self.lexicon)
        for stop in range(at + 1, (end or at) + 1):
            if stop < len(self.tokens) and self.lexicon.titles.is_part(self.tokens[stop].text):
                return stop
        return None

    def _owner(self, at: int, end: int) -> str:
        owner = self._words(at, end)
        plain = without_genitive(owner)
        is_norwegian = plain == owner and owner.endswith("s") and not self.tokens[end].is_capital
        return owner[:-1] if is_norwegian else plain

    def _closes(self, at: int) -> bool:
        return at >= len(self.tokens) or not self.tokens[at].is_word

    def _words(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]
