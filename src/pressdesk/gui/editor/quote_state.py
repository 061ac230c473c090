"""What the inspector shows of a quote, and what it asks about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Content, QuoteBlock, QuoteDash, Spokesperson
from pressdesk.domain.recognised import Question, QuestionKind
from pressdesk.gui.editor.figures import slot_of
from pressdesk.gui.widgets.badge import Badge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.saying import Saying

NOBODY_KEY, NEW_KEY = "", "+"
CONFIRM, SPEAKER, ORGANISATION = "confirm:", "speaker:", "organisation:"
_OFFERED = 3
_NO_OWNER_SLOT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """An open question with the answers that one press gives."""

    words: str
    answers: tuple[tuple[str, str], ...] = ()
    scope: str = ""
    """For what else the answer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteState:
    """A quote as the inspector shows it; choices are pairs of key and words."""

    block: BlockId
    words: int
    badge: Badge | None
    speaker: str
    people: tuple[tuple[str, str], ...]
    name: str
    title: str
    organisation: str
    owner: str
    partners: tuple[tuple[str, str], ...]
    is_indirect: bool
    dash: str
    is_dash_missing: bool
    scope: str
    ask: Ask | None


def quote_at(content: Content, block: BlockId) -> QuoteBlock | None:
    """Return the quote with that id, None where another kind of text stands."""
    return next((one for one in content.quotes() if one.id == block), None)


def quote_state(
    saying: Saying, content: Content, quote: QuoteBlock, questions: Sequence[Question]
) -> QuoteState:
    """Return what to show of ``quote``."""
    _ = saying.gettext
    person = content.person(quote.speaker)
    people = [(one.id, one.name) for one in content.spokespersons]
    dashes = {
        QuoteDash.PRESENT: _("The quote dash is in place."),
        QuoteDash.MISSING: _("The quote dash is missing."),
        QuoteDash.NONE: _("No quote dash is needed here."),
    }
    words = sum(len(text.plain.strip("–— \u00a0").split()) for text in quote.paragraphs)
    return QuoteState(
        block=quote.id,
        words=words,
        badge=_badge(content, quote, person),
        speaker=person.id if person else NOBODY_KEY,
        people=((NOBODY_KEY, _("Not chosen yet")), *people, (NEW_KEY, _("New person …"))),
        name=person.name if person else "",
        title=(person.title or "") if person else "",
        organisation=(person.organisation or "") if person else "",
        owner=quote.owner or "",
        partners=(("", _("Nobody yet")), *((one.id, one.name) for one in content.partners)),
        is_indirect=quote.is_indirect,
        dash=dashes[quote.dash],
        is_dash_missing=quote.dash is QuoteDash.MISSING,
        scope=_scope(saying, content, person),
        ask=ask_about(saying, content, quote, questions),
    )


def ask_about(
    saying: Saying, content: Content, quote: QuoteBlock, questions: Sequence[Question]
) -> Ask | None:
    """Return what is open about ``quote``; None where all is clear."""
    person = content.person(quote.speaker)
    if person is None:
        return _ask_speaker(saying, content, quote, questions)
    if not quote.is_speaker_confirmed:
        return Ask(
            words=saying.gettext("Is it {name} who says this?").format(name=person.name),
            answers=((CONFIRM, saying.gettext("Yes, {name}").format(name=person.name)),),
        )
    if person.organisation is None:
        return _ask_organisation(saying, content, person, questions)
    return None


def _ask_speaker(
    saying: Saying, content: Content, quote: QuoteBlock, questions: Sequence[Question]
) -> Ask:
    suggested = [
        one.suggestion
        for one in questions
        if one.kind is QuestionKind.SPEAKER and one.block == quote.id and one.suggestion
    ]
    names = [one.name for one in content.spokespersons]
    known = [name for name in suggested if name in names]
    offered = [*known, *(name for name in names if name not in known)][:_OFFERED]
    by_name = {one.name: one.id for one in content.spokespersons}
    answers = [(f"{SPEAKER}{by_name[name]}", name) for name in offered]
    if not answers:
        answers.append((f"{SPEAKER}{NEW_KEY}", saying.gettext("New person …")))
    return Ask(words=saying.gettext("Who says this?"), answers=tuple(answers))


def _ask_organisation(
    saying: Saying, content: Content, person: Spokesperson, questions: Sequence[Question]
) -> Ask:
    spoken = {quote.id for quote in content.quotes() if quote.speaker == person.id}
    suggested = next(
        (
            one.suggestion
            for one in questions
            if one.kind is QuestionKind.ORGANISATION and one.block in spoken and one.suggestion
        ),
        None,
    )
    shorts = [one.short for one in content.partners]
    answers: list[tuple[str, str]] = []
    if suggested:
        yes = saying.gettext("Yes, {name}").format(name=suggested)
        answers.append((f"{ORGANISATION}{suggested}", yes))
        ask = saying.gettext("Does {name} speak for {organisation}?")
        words = ask.format(name=person.name, organisation=suggested)
    else:
        words = saying.gettext("For whom does {name} speak?").format(name=person.name)
    named = content.partner_called(suggested)
    answers += [
        (f"{ORGANISATION}{short}", short)
        for short in shorts
        if named is None or short != named.short
    ][: _OFFERED - len(answers)]
    return Ask(words=words, answers=tuple(answers), scope=_scope(saying, content, person))


def _scope(saying: Saying, content: Content, person: Spokesperson | None) -> str:
    """Return for how many quotes it holds what is said about a person."""
    if person is None:
        return ""
    count = sum(quote.speaker == person.id for quote in content.quotes())
    words = saying.ngettext(
        "Holds for the one quote by {name}.", "Holds for all {count} quotes by {name}.", count
    )
    return words.format(count=count, name=person.surname)


def _badge(content: Content, quote: QuoteBlock, person: Spokesperson | None) -> Badge | None:
    if person is None or not person.name.split():
        return None
    names = person.name.split()
    initials = names[0][0] + (names[-1][0] if len(names) > 1 else "")
    slot = slot_of(content, quote.owner)
    return Badge(initials.upper(), _NO_OWNER_SLOT if slot is None else slot, person.name)
