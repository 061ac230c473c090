"""The organisations behind a release: found by evidence, with full name and short form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressdesk.drafting.acronyms import short_forms
from pressdesk.drafting.evidence import (
    ABOUT,
    BODY,
    ENOUGH,
    SENDER,
    SPEAKERS,
    Evidence,
    EvidenceReader,
)
from pressdesk.drafting.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_ACRONYM = re.compile(
    r"(?P<name>[A-ZÆØÅ][\w&.-]*(?:[ \u00a0](?:[A-ZÆØÅ&][\w&.-]*|for|of|og|and|i|in|av|the|på)){1,8}(?:[ \u00a0][a-zæøå]+)?)[ \u00a0]\((?P<short>[A-ZÆØÅ][\wÆØÅæøå&-]{1,11})\)"
)
_LOCATIVE = frozenset(
    [
        "i",
        "på",
        "ved",
        "til",
        "fra",
        "frå",
        "in",
        "at",
        "to",
        "from",
        "near",
        "utenfor",
        "utanfor",
        "around",
        "rundt",
    ]
)
_PUBLIC = frozenset(
    {"kommune", "fylkeskommune", "universitet", "universitetssykehus", "politidistrikt", "lufthavn"}
)
_NO_CUT = _PUBLIC | {"og", "for", "i", "of", "&", "and"}
_AND = frozenset({"og", "and"})
_BETWEEN = frozenset({"mellom", "between"})
_SECOND_PLACE = 2
_MOST_PARTNERS = 12
_FEWEST = 2


@dataclass(slots=True)
class Candidate:
    """One organisation under all the names the text gives it.

    ``official`` are those that sender, title, lead or an "Om …" give.
    """

    names: list[str] = field(default_factory=list)
    official: list[str] = field(default_factory=list)
    acronym: str | None = None
    weight: int = 0
    place: int = 1_000_000
    is_sender: bool = False
    sender_place: int = 1_000_000
    stands_on_top: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A partner. ``forms`` are all the names the text uses for it."""

    name: str
    short: str
    forms: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class PartnerReader(EvidenceReader):
    """Weighs what a text says about organisations.

    Where the partners are ``named`` one by one, it only looks for their short forms.
    """

    named: Sequence[str] = ()
    is_doubtful: bool = False
    _candidates: list[Candidate] = field(default_factory=list)

    def read(self) -> list[Found]:
        """Return the partners in the order of the sender line, else of the lead, else of the title."""
        self._know_acronyms()
        for sign in self.evidence():
            self._add(sign)
        if self.named:
            return [self._called(name) for name in self.named]
        chosen = [one for one in self._candidates if one.weight >= ENOUGH]
        if len(chosen) < _FEWEST:
            chosen = [one for one in self._candidates if one.weight >= ENOUGH or one.stands_on_top]
            self.is_doubtful = True
        senders = [one for one in chosen if one.is_sender]
        if len(senders) > 1:
            chosen = sorted(senders, key=lambda one: one.sender_place)
        else:
            chosen.sort(key=lambda one: one.place)
        return [self._found(one) for one in chosen[:_MOST_PARTNERS]]

    def _called(self, name: str) -> Found:
        candidate = next((one for one in self._candidates if _is_same(one, name)), None)
        candidate = candidate or Candidate()
        forms = tuple(dict.fromkeys([name, *candidate.names]))
        return Found(name=name, short=self._short(name, candidate), forms=forms)

    def names(self) -> Iterator[str]:
        """Yield every organisation that there is any sign of."""
        self._know_acronyms()
        for one in self._candidates:
            yield from one.names
        for sign in self.evidence():
            yield sign.name

    def _know_acronyms(self) -> None:
        texts = "\n".join([*self.senders, *self.abouts, self.running])
        for name, short in dict.fromkeys(short_forms(texts, self.known)):
            self._candidates.append(Candidate(names=[_without_article(name), short], acronym=short))
        for found in _ACRONYM.finditer(texts):
            name, short = _without_article(found["name"]), found["short"]
            if _is_acronym(short, name):
                fitting = _fitting_tail(name, short)
                if any(one.acronym == short for one in self._candidates):
                    continue
                self._candidates.append(Candidate(names=[fitting, short], acronym=short))

    # grouping

    def _add(self, sign: Evidence) -> None:
        name = sign.name.strip()
        candidate = next((one for one in self._candidates if _is_same(one, name)), None)
        if candidate is None:
            candidate = Candidate()
            self._candidates.append(candidate)
        if name not in candidate.names:
            candidate.names.append(name)
        is_official = sign.place < SPEAKERS or sign.weight == ABOUT
        if is_official and name not in candidate.official:
            candidate.official.append(name)
        candidate.weight += sign.weight
        is_top = sign.is_listed and sign.place < BODY
        candidate.stands_on_top = candidate.stands_on_top or is_top
        if sign.weight == SENDER:
            candidate.is_sender = True
            candidate.sender_place = min(candidate.sender_place, sign.place)
        candidate.place = min(candidate.place, sign.place)

    def _found(self, candidate: Candidate) -> Found:
        names = [_nominative(name, candidate.names) for name in candidate.names]
        official = [_nominative(name, candidate.names) for name in candidate.official]
        defined = names if candidate.acronym is not None else []
        name = max(defined or official or names, key=len)
        return Found(
            name=name, short=self._short(name, candidate), forms=tuple(dict.fromkeys(names))
        )

    def _short(self, name: str, candidate: Candidate) -> str:
        """Return the form that the running text uses, short of the full name."""
        if candidate.acronym is not None and candidate.acronym != name:
            return candidate.acronym
        shorter = [
            one
            for one in dict.fromkeys([*candidate.names, *self._beginnings(name)])
            if len(one) < len(name) and name.startswith(one) and self._may_stand_for(one, name)
        ]
        used = [(self._uses(one, name), len(one), one) for one in shorter]
        used = [one for one in used if one[0] > 0]
        if used:
            return max(used)[2]
        head, dash, _ = name.partition(" – ")
        return head if dash else name

    def _beginnings(self, name: str) -> Iterator[str]:
        """Yield the first words of a name that may stand for all of it."""
        head, dash, _ = name.partition(" – ")
        if dash:
            yield head
        words = head.split()
        organisations = self.known.lexicon.organisations
        for count in range(1, len(words)):
            first = " ".join(words[:count])
            is_legal = words[count].lower() in organisations.legal and count == len(words) - 1
            is_plain = (
                first not in self.known.lexicon.places
                and not self.known.is_person(first)
                and words[count - 1].lower()
                not in ("for", "of", "i", "og", "&", "av", "the", "and")
            )
            goes_on = words[count].lower() in _NO_CUT
            if is_legal or (
                is_plain and words[0].lower() not in organisations.openers and not goes_on
            ):
                yield first

    def _may_stand_for(self, form: str, name: str) -> bool:
        """Return whether a beginning is no mere place: "Narvik" is not Narvik kommune."""
        following = name[len(form) :].split()[:1]
        is_public = bool(following) and following[0].lower() in _PUBLIC
        return form not in self.known.lexicon.places and not is_public and not self._is_common(form)

    def _is_common(self, form: str) -> bool:
        """Return whether one word is a kind of organisation, no name: "Sykehuset"."""
        names = self.known.lexicon.organisations
        word = form.lower()
        is_definite = word.endswith(("et", "en", "a")) and any(
            word.removesuffix(ending) in names.nouns for ending in ("et", "en", "a", "t", "n")
        )
        is_kind = word in names.nouns or word in names.generic or word in names.openers
        return " " not in form and (is_definite or is_kind)

    def _uses(self, form: str, name: str) -> int:
        """Count where ``form`` stands alone for ``name``: not inside it, not as a place."""
        count = 0
        for found in re.finditer(
            rf"(?<![\w-])(?P<form>{re.escape(form)})(?P<end>'?s)?(?![\w-])", self.running
        ):
            after = self.running[found.end() : found.end() + 40]
            if self.running.startswith(name, found.start()) or self._goes_on(after):
                continue
            count += not self._is_locative(found.start())
        return count

    def _goes_on(self, after: str) -> bool:
        """Return whether a form is but the beginning of some other name: "Fjordby kommune"."""
        if re.match(r" (?:[A-ZÆØÅ]|– [A-ZÆØÅ])", after):
            return True
        word = re.match(r" ([a-zæøå]+)", after)
        return word is not None and word.group(1) in self.known.lexicon.organisations.nouns

    def _is_locative(self, at: int) -> bool:
        before = self.running[max(0, at - 40) : at].split("\n")[-1].split()
        if not before:
            return False
        is_second = before[-1].lower() in _AND and len(before) > _SECOND_PLACE
        is_between = is_second and before[-_SECOND_PLACE - 1].lower() in _BETWEEN
        return before[-1].lower() in _LOCATIVE or is_between


def partner_of(organisation: str | None, partners: Sequence[Found]) -> int | None:
    """Return which partner an organisation is, by equal or containing name; None for others."""
    if organisation is None:
        return None
    wanted = _key(organisation)
    for number, partner in enumerate(partners):
        if any(wanted == _key(form) for form in (partner.name, partner.short, *partner.forms)):
            return number
    for number, partner in enumerate(partners):
        if _is_within(wanted, _key(partner.name)) or any(
            _is_within(_key(form), wanted) and not _is_mere_place(form, organisation, partner)
            for form in (partner.name, partner.short, *partner.forms)
        ):
            return number
    return None


def shares_name(organisation: str, partners: Iterable[Found]) -> bool:
    """Return whether an organisation's name begins as a partner's does, and goes on otherwise."""
    words = _key(organisation).split()
    return any(_key(one.name).split()[:1] == words[:1] for one in partners) and len(words) > 1


def _is_mere_place(form: str, organisation: str, partner: Found) -> bool:
    """Return whether ``form`` only tells where: "Fjellvik" in "Fjellvik barneskule".

    The organisation's name goes on in small letters, and the partner's own otherwise.
    """
    rest = organisation[len(form) :].split() if organisation.startswith(form) else []
    if not rest or " " in form:
        return False
    is_place = form in lexicon().places or rest[0][0].islower()
    return is_place and _key(partner.name).startswith(f"{_key(form)} ")


def _is_within(inner: str, outer: str) -> bool:
    return bool(inner) and (
        outer.startswith(f"{inner} ") or outer.endswith(f" {inner}") or f" {inner} " in outer
    )


def _key(name: str) -> str:
    words = [word for word in re.split(r"[\s\u00a0–-]+", name.casefold()) if word]
    legal = ("as", "asa", "sa", "the")
    return " ".join(word for word in words if word not in legal)


def _is_same(candidate: Candidate, name: str) -> bool:
    key = _key(name)
    for other in candidate.names:
        known = _key(other)
        if key == known or key in (f"{known}s", f"{known}'s") or known == f"{key}s":
            return True
        if known.startswith(f"{key} "):
            return True
        if key.startswith(f"{known} ") and not _parts_ways(candidate, known, name):
            return True
    return False


def _parts_ways(candidate: Candidate, known: str, name: str) -> bool:
    """Return whether ``name`` only begins as a longer name does: "Fjellvik barneskule".

    The longer name, "Fjellvik kommune", is among the candidate's, and both go on in small letters.
    """
    if " " in known or not name[len(known) :].strip()[:1].islower():
        return False
    key = _key(name)
    longer = [_key(one) for one in candidate.names if _key(one).startswith(f"{known} ")]
    return bool(longer) and not any(
        one.startswith(f"{key} ") or key.startswith(f"{one} ") or one == key for one in longer
    )


def _nominative(name: str, names: Sequence[str]) -> str:
    """Return ``name`` without the genitive ending, if another form shows that it is one."""
    for ending in ("'s", "’s", "s"):
        if name.endswith(ending) and name.removesuffix(ending) in names:
            return name.removesuffix(ending)
    return name


def _is_acronym(short: str, name: str) -> bool:
    capitals = [one for one in short if one.isupper()]
    initials = [word[0] for word in name.split() if word[0].isupper()]
    return len(capitals) > 1 and (capitals[0] in initials)


def _fitting_tail(name: str, short: str) -> str:
    """Return the end of ``name`` whose first word begins like its acronym."""
    words = name.split()
    first = next((i for i, word in enumerate(words) if word[0] == short[0]), 0)
    return " ".join(words[first:])


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "den", "det") and rest[:1].isupper() else name
