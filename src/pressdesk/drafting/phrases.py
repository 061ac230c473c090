"""The phrases that name a speaker: "klyngeleder Monica Paulsen i ACT", "hun", "direktøren"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.drafting.jobs import Job, JobReader
from pressdesk.drafting.known import MOST_PARTICLES, PARTICLES
from pressdesk.drafting.organisations import is_named_here, organisation_end, without_genitive

if TYPE_CHECKING:
    from pressdesk.drafting.lexicon import Gender
    from pressdesk.drafting.words import Token

_AND = frozenset({"og", "and", "&"})
_LONGEST_NAME = 5


class PhraseKind(StrEnum):
    """How somebody is named."""

    PRONOUN = "pronoun"
    NAME = "name"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Somebody, as one place in the text names them.

    Shape: ``start`` and ``end`` are indices of tokens, half open.
    """

    kind: PhraseKind
    start: int
    end: int
    name: str | None = None
    gender: Gender | None = None
    title: str | None = None
    organisation: str | None = None
    is_joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseReader(JobReader):
    """Reads the phrases of one paragraph."""

    def person_at(self, start: int) -> Phrase | None:
        """Return the person whom the text names at ``start``, None if it names nobody there.

        A single capitalised word counts only when the text gives the full name elsewhere; see
        ``stranger_at`` for the others.
        """
        if start >= len(self.tokens):
            return None
        gender = self.lexicon.speech.pronouns.get(self.tokens[start].lower)
        if gender is not None:
            return Phrase(kind=PhraseKind.PRONOUN, start=start, end=start + 1, gender=gender)
        at = self._skip_courtesy(self._skip_article(start))
        return (
            self._of_organisation(start, at)
            or self._titled(start, at)
            or self._named(start, at)
            or self._role(start, at)
        )

    def stranger_at(self, start: int) -> Phrase | None:
        """Return a name that nothing proves to be a person's, None if an organisation's."""
        at = self._skip_courtesy(start)
        end = self._name_end(at)
        if end is None or self._is_organisation(at, end):
            return None
        return self._with_tail(start, self._words(at, end), end, None)

    def _is_courtesy(self, token: Token) -> bool:
        return token.lower in self.lexicon.titles.courtesies and not token.text.isupper()

    def is_full_name_at(self, at: int) -> bool:
        """Return whether two words or more with capitals, no organisation's, stand at ``at``."""
        end = self._name_end(at)
        return end is not None and end - at > 1 and not self._is_organisation(at, end)

    def _skip_courtesy(self, at: int) -> int:
        """Return the index after "Dr", "Ms." where a name follows it."""
        index = at
        while index < len(self.tokens) and self._is_courtesy(self.tokens[index]):
            index += 1
            if index < len(self.tokens) and self.tokens[index].text == ".":
                index += 1
        return index if self._is_name_word_at(index) else at

    def _named(self, start: int, at: int) -> Phrase | None:
        end = self._name_end(at)
        if end is None:
            return None
        name = self._words(at, end)
        if end - at == 1:
            is_person = self.known.is_person(name)
        else:
            is_person = self.lexicon.is_given_name(self.tokens[at].text) or bool(
                self.known.called(name)
            )
            is_person = is_person or self._has_late_job(end)
        if not is_person or self._has_marker(at, end):
            return None
        return self._with_tail(start, name, end, None)

    def _has_late_job(self, end: int) -> bool:
        """Return whether ", founder and CEO" after an unknown name shows that it is a person's."""
        is_comma = end < len(self.tokens) and self.tokens[end].text == ","
        return is_comma and end + 1 < len(self.tokens) and self._late_job(end + 1) is not None

    def _name_end(self, at: int) -> int | None:
        end = self._surname_start(at)
        particles = end - at
        while end < len(self.tokens) and end - at - particles < _LONGEST_NAME:
            token = self.tokens[end]
            if (token.text == "." and self._is_initial(end - 1, at)) or self._is_name_word(token):
                end += 1
                continue
            count = self._particles(end)
            if end == at or not count or (token.lower == "av" and end > at + 1):
                break
            particles += count
            end += count + 1
        return end if end > self._surname_start(at) else None

    def _surname_start(self, at: int) -> int:
        """Return the index after the small words that open the surname of somebody known."""
        count = self._particles(at)
        if not count or self.tokens[at].is_capital:
            return at
        is_known = self.known.is_person(self.tokens[at + count].text)
        return at + count if is_known else at

    def _particles(self, at: int) -> int:
        """Return how many small words of a name stand at ``at``, before its next part."""
        for count in range(1, MOST_PARTICLES + 1):
            small = self.tokens[at : at + count]
            if len(small) < count or small[-1].text not in PARTICLES:
                return 0
            if self._is_name_word_at(at + count):
                return count
        return 0

    def _is_initial(self, index: int, at: int) -> bool:
        return index >= at and len(self.tokens[index].text) == 1

    def _is_name_word_at(self, index: int) -> bool:
        return index < len(self.tokens) and self._is_name_word(self.tokens[index])

    def _is_name_word(self, token: Token) -> bool:
        word = token.text
        if not token.is_capital or not token.is_word or word in self.lexicon.not_names:
            return False
        if any(one.isdigit() for one in word) or "@" in word or "/" in word or "&" in word:
            return False
        return len(word) == 1 or not word.isupper() or self.known.is_person(word)

    def _has_marker(self, start: int, end: int) -> bool:
        markers = self.lexicon.organisations.markers
        return any(token.lower in markers for token in self.tokens[start + 1 : end])

    def _is_organisation(self, start: int, end: int) -> bool:
        words = self._words(start, end)
        return (
            self._has_marker(start, end)
            or self.tokens[start].lower in self.lexicon.organisations.generic
            or self.tokens[start].lower in self.lexicon.organisations.markers
            or words in self.known.organisations
            or without_genitive(words) in self.known.organisations
            or (
                end < len(self.tokens)
                and self.tokens[end].lower.endswith(self.lexicon.organisations.nouns)
                and not self.lexicon.speech.is_verb(self.tokens[end].lower)
            )
        )

    def _of_organisation(self, start: int, at: int) -> Phrase | None:
        """Read "Equinors konsernsjef Kari Nes", "Tidewell Subsea CEO Jane Doherty"."""
        if not self.tokens[at : at + 1] or not self.tokens[at].is_capital:
            return None
        if self.lexicon.titles.is_part(self.tokens[at].text) or is_named_here(
            self.tokens, at, self.lexicon
        ):
            return None
        end = organisation_end(self.tokens, at, self.lexicon)
        for stop in range(at + 1, min((end or at) + 1, len(self.tokens))):
            if not self.lexicon.titles.is_part(self.tokens[stop].text):
                continue
            owner = self._words(at, stop)
            genitive = without_genitive(owner)
            if genitive == owner and owner.endswith("s") and not self.tokens[stop].is_capital:
                genitive = owner[:-1]
            elif (
                genitive == owner
                and not self.tokens[stop].is_capital
                and self.language is not Language.EN
            ):
                return None
            phrase = self._titled(start, stop)
            if phrase is None or phrase.kind is not PhraseKind.NAME:
                return None
            return replace(phrase, organisation=phrase.organisation or genitive)
        return None

    def _titled(self, start: int, at: int) -> Phrase | None:
        job = self.job_at(at)
        if job is None:
            return self._described(start, at)
        name_at = job.end
        if name_at < len(self.tokens) and self.tokens[name_at].text == ",":
            name_at += 1
        is_apart = name_at > job.end
        name_at = self._skip_courtesy(name_at)
        end = self._name_end(name_at)
        if end is None or (
            end - name_at == 1 and is_apart and not self.known.is_person(self._words(name_at, end))
        ):
            return self._bare_role(start, job)
        if is_apart and not (
            is_named_here(self.tokens, name_at, self.lexicon)
            or self.known.called(self._words(name_at, end))
        ):
            return self._bare_role(start, job)
        return self._with_tail(start, self._words(name_at, end), end, job)

    def _described(self, start: int, at: int) -> Phrase | None:
        """Read "en strålende fornøyd Kari Nes": words before a name that are no title."""
        for index in range(at, min(at + 5, len(self.tokens))):
            token = self.tokens[index]
            if index > at and is_named_here(self.tokens, index, self.lexicon):
                return self._named(start, index)
            if (
                not token.is_word
                or token.is_capital
                or token.lower in self.lexicon.organisations.stops
            ):
                return None
        return None

    def _bare_role(self, start: int, job: Job) -> Phrase | None:
        if job.organisation is None:
            return None
        return Phrase(
            kind=PhraseKind.ROLE,
            start=start,
            end=job.end,
            title=job.title,
            organisation=job.organisation,
        )

    def _role(self, start: int, at: int) -> Phrase | None:
        """Read "klyngelederen", "den administrerende direktøren"."""
        while at < len(self.tokens) and self.tokens[at].lower in self.lexicon.titles.modifiers:
            at += 1
        if at >= len(self.tokens):
            return None
        title = self.lexicon.titles.indefinite(self.tokens[at].text)
        if (
            title is None
            and start < at
            and self.tokens[start].lower == "the"
            and self.lexicon.titles.is_head(self.tokens[at].text)
        ):
            title = self.tokens[at].lower
        if title is None:
            return None
        return Phrase(kind=PhraseKind.ROLE, start=start, end=at + 1, title=title)

    def _with_tail(self, start: int, name: str, end: int, job: Job | None) -> Phrase:
        """Return the phrase with what follows the name: party, employer, title."""
        title = job.title if job else None
        organisation = job.organisation if job else None
        end, inside = self._parenthesis(end)
        if inside is not None:
            title, organisation = title or inside[0], organisation or inside[1]
        after = self._organisation_after(end)
        if after is not None and self._is_employer(after[0], title):
            organisation, end = organisation or after[0], after[2]
            end, _ = self._parenthesis(end)
        if end < len(self.tokens) and self.tokens[end].text == ",":
            late = self._late_job(end + 1)
            is_rank = title is not None and title.lower().rstrip(".") in self.lexicon.titles.ranks
            if late is not None and (title is None or late.organisation is not None):
                title = late.title if is_rank else title
                title, organisation = title or late.title, organisation or late.organisation
                end = late.end
        return Phrase(
            kind=PhraseKind.NAME,
            start=start,
            end=end,
            name=name,
            title=title,
            organisation=organisation,
            is_joint=self._is_joint(end),
        )

    def _is_joint(self, end: int) -> bool:
        is_and = end + 1 < len(self.tokens) and self.tokens[end].lower in _AND
        if not is_and:
            return False
        other = self.person_at(end + 1)
        return other is not None and other.kind is PhraseKind.NAME

    def _parenthesis(self, at: int) -> tuple[int, tuple[str | None, str | None] | None]:
        """Return the index after a parenthesis at ``at``, and the title and employer in it."""
        if at >= len(self.tokens) or self.tokens[at].text != "(":
            return at, None
        close = next(
            (i for i in range(at, min(at + 14, len(self.tokens))) if self.tokens[i].text == ")"),
            None,
        )
        if close is None:
            return at, None
        first = self.tokens[at + 1]
        if first.text.isdigit() or first.lower in self.lexicon.titles.parties or close == at + 1:
            return close + 1, (None, None)
        job = self._late_job(at + 1)
        if job is not None:
            return close + 1, (job.title, job.organisation)
        end = self.organisation_end(at + 1)
        organisation = self._words(at + 1, end) if end is not None and end == close else None
        return close + 1, (None, organisation)
