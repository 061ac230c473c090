"""Names of organisations: short forms that nobody explained, variants, order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.domain.manuscript import Role
from pressdesk.proofing.house.reading import is_working, of_roles, passage_of
from pressdesk.proofing.rules.model import TextHit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.domain.manuscript import Manuscript, Passage

_SEEN = frozenset({Role.TITLE, Role.LEAD, Role.SUBHEADING, Role.BODY, Role.QUOTE, Role.LIST})
_EXPLAINING = _SEEN | {Role.FACT, Role.ABOUT, Role.CAPTION, Role.FURNITURE}
_CAPITAL = "A-ZÆØÅÄÖ"
_ACRONYM = re.compile(rf"(?<![\w-])[{_CAPITAL}]{{2,6}}(?![\w-])")
_EVERYBODY_KNOWS = (
    "NRK NTB NHO LO KS EU EØS EFTA FN NATO USA UK UN EEA AS ASA SA BA DA KI AI IT IKT TV PC HR"
    " OL VM EM NM BNP GDP CEO CFO PR VG E6 E18 NAV SSB NTNU UIO UIB UIT SINTEF DNB NVE KLP OBOS"
    " NSB SAS OECD OSSE WHO UNICEF UNESCO WWF BBC CNN HMS PST NOK EUR USD MW GW KW TWH GWH KWH"
    " CO PDF SMS GPS USB LED PHD MBA NORCE NINA NILU FFI SNL NGU NIVA"
)
_KNOWN_ACRONYMS = frozenset(_EVERYBODY_KNOWS.split())
_CAPITALS_OF_A_TITLE = 0.6
_BESIDE = 200
"""Characters around an acronym in which its words may stand."""
_MOST_NAMES = 50
_NAME_WORD = rf"[{_CAPITAL}][\w-]*"
_SUFFIX = re.compile(
    r"\s+(?:AS|ASA|SA|BA|DA|ANS|KF|IKS|Group|Gruppen|Norge|Norway|Holding|Ltd|Inc|AB)\.?$"
)
_DASHED = re.compile(
    rf"(?<![\w-])(?P<short>{_NAME_WORD})[ \u00a0][–-][ \u00a0](?P<rest>{_NAME_WORD}(?: {_NAME_WORD}){{0,4}})"
)
_LONGER = re.compile(rf"(?<![\w-])(?P<short>[{_CAPITAL}]{{2,6}})[ \u00a0](?P<rest>{_NAME_WORD})")


_DASH_FIRST = re.compile(r"[ \u00a0]*[-–—]")


class Variant(NamedTuple):
    """Two names of one organisation. ``short`` begins ``full``, or stands for it."""

    short: str
    full: str


def unexplained_acronym(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield acronyms of the title whose full name is never given."""
    title = passage_of(manuscript, Role.TITLE)
    if title is None or _is_in_capitals(title.text):
        return
    seen: set[str] = set()
    for found in _ACRONYM.finditer(title.text):
        acronym = found.group()
        if acronym in seen or acronym in _KNOWN_ACRONYMS:
            continue
        seen.add(acronym)
        if not any(_explains(text, acronym) for text in _explaining(manuscript)):
            fields = {"forkortelse": acronym}
            yield TextHit(place=title.place, start=found.start(), end=found.end(), fields=fields)


def unintroduced_short_form(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield names that hold an acronym which elsewhere stands alone, and is never introduced."""
    for variant in _variants(manuscript):
        is_acronym = _ACRONYM.fullmatch(variant.short) is not None
        if is_acronym and not _is_introduced(manuscript, variant):
            yield from _first(manuscript, variant)


def varying_name(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield names that stand in a long and a short form, neither of which is introduced.

    A short form that is the plain beginning of the long one explains itself, and of the partners of
    a working release both forms are on record.
    """
    if is_working(manuscript):
        return
    for variant in _variants(manuscript):
        is_acronym = _ACRONYM.fullmatch(variant.short) is not None
        rest = variant.full.removeprefix(variant.short)
        is_plain = rest != variant.full and not _DASH_FIRST.match(rest)
        if not is_acronym and not is_plain and not _is_introduced(manuscript, variant):
            yield from _first(manuscript, variant)


def order_of_names(manuscript: Manuscript) -> Iterator[TextHit]:
    """Yield a title that names two partners in another order than the lead does."""
    content = manuscript.content
    title, lead = passage_of(manuscript, Role.TITLE), passage_of(manuscript, Role.LEAD)
    if title is None or lead is None:
        return
    shorts = [one.short for one in content.partners] if content else _shared_names(title, lead)
    in_title = _places(title.text, shorts)
    in_lead = _places(lead.text, shorts)
    both = [name for name in shorts if name in in_title and name in in_lead]
    by_title = sorted(both, key=lambda name: in_title[name][0])
    by_lead = sorted(both, key=lambda name: in_lead[name][0])
    if by_title != by_lead:
        start = in_title[by_title[0]][0]
        end = in_title[by_title[-1]][1]
        fields = {"tittel": " – ".join(by_title), "ingress": " – ".join(by_lead)}
        yield TextHit(place=title.place, start=start, end=end, fields=fields)


def _variants(manuscript: Manuscript) -> Iterator[Variant]:
    """Yield the long names of the text whose short form stands there alone, too."""
    found: dict[str, Variant] = {}
    if manuscript.content is not None:
        for partner in manuscript.content.partners:
            if partner.name != partner.short:
                found[partner.name] = Variant(partner.short, partner.name)
    else:
        for passage in of_roles(manuscript, _SEEN):
            for pattern in (_DASHED, _LONGER):
                for one in pattern.finditer(passage.text):
                    found.setdefault(one.group(), Variant(one["short"], one.group()))
    for variant in list(found.values())[:_MOST_NAMES]:
        bare = _SUFFIX.sub("", variant.full)
        if bare != variant.short and _stands_alone(manuscript, variant):
            yield variant


def _stands_alone(manuscript: Manuscript, variant: Variant) -> bool:
    alone = re.compile(rf"(?<![\w-]){re.escape(variant.short)}(?![\w-])")
    return any(
        alone.search(passage.text.replace(variant.full, ""))
        for passage in of_roles(manuscript, _SEEN)
    )


def _is_introduced(manuscript: Manuscript, variant: Variant) -> bool:
    """Return whether the text says that the short form means the long one."""
    inside = re.compile(
        rf"{re.escape(variant.full)},?[ \u00a0]*(?:\((?:heretter |kalt |kalla |the )?|heretter |kalt |kalla )"
        rf"[«“\"]?{re.escape(variant.short)}"
        rf"|{re.escape(variant.short)}[ \u00a0]*\({re.escape(variant.full)}"
    )
    return any(inside.search(text) or _says_so(text, variant) for text in _explaining(manuscript))


def _says_so(text: str, variant: Variant) -> bool:
    is_acronym = _ACRONYM.fullmatch(variant.short) is not None
    return is_acronym and _explains(text, variant.short)


def _first(manuscript: Manuscript, variant: Variant) -> Iterator[TextHit]:
    """Yield where the long name stands first in the running text."""
    for passage in of_roles(manuscript, _SEEN):
        start = passage.text.find(variant.full)
        if start >= 0:
            yield TextHit(
                place=passage.place,
                start=start,
                end=start + len(variant.full),
                fields={"kort": variant.short, "lang": variant.full},
            )
            return


def _explains(text: str, acronym: str) -> bool:
    """Return whether ``text`` gives the words of an acronym, beside it or by their initials."""
    for found in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
        before = text[max(0, found.start() - _BESIDE) : found.start()]
        after = text[found.end() : found.end() + _BESIDE]
        is_inside = before.endswith("(") and after.startswith(")")
        if is_inside and _begins_alike(before, acronym):
            return True
        inside = re.match(r"[ \u00a0]?\((?P<full>[^()]{4,100})\)", after)
        if inside and inside["full"][0].upper() == acronym[0]:
            return True
    initials = r"(?:[ \u00a0-](?:og|for|i|of|and|the|til|av)(?=[ \u00a0]))?[ \u00a0-]".join(
        rf"{letter}[\w]+" for letter in acronym
    )
    return re.search(rf"(?<![\w-]){initials}", text) is not None


def _begins_alike(before: str, acronym: str) -> bool:
    """Return whether one of the last words in front of a parenthesis begins like the acronym."""
    words = re.findall(r"[^\W\d_]+", before)[-2 * len(acronym) :]
    return any(word[0].upper() == acronym[0] and word != acronym for word in words)


def _explaining(manuscript: Manuscript) -> list[str]:
    texts = [passage.text for passage in of_roles(manuscript, _EXPLAINING)]
    if manuscript.content is not None:
        texts += [partner.name for partner in manuscript.content.partners]
    return texts


def _is_in_capitals(title: str) -> bool:
    letters = [letter for letter in title if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _CAPITALS_OF_A_TITLE * len(letters)


def _shared_names(title: Passage, lead: Passage) -> list[str]:
    """Return the capitalised words of a title that the lead has, too."""
    words = re.findall(rf"(?<![\w-]){_NAME_WORD}", title.text)
    return [
        word for word in dict.fromkeys(words) if re.search(rf"\b{re.escape(word)}\b", lead.text)
    ]


def _places(text: str, names: list[str]) -> dict[str, tuple[int, int]]:
    found = {}
    for name in names:
        place = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
        if place:
            found[name] = place.span()
    return found


CHECKS = {
    "unexplained_acronym": unexplained_acronym,
    "unintroduced_short_form": unintroduced_short_form,
    "varying_name": varying_name,
    "order_of_names": order_of_names,
}
