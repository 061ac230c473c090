"""Tells of answers that came just now: from whom, what is in them, and what was odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.gui.round.words import short_name
from pressdesk.gui.widgets.painting import Tone
from pressdesk.i18n.answers import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pressdesk.domain.errors import PressDeskError
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.rounds import Received


def received_words(
    speech: Saying, received: Sequence[Received], explain: Callable[[PressDeskError], str]
) -> tuple[str, Tone]:
    """Return sentences about answers, and how much they matter."""
    said = " ".join(words for one in received for words in _each(speech, one, explain))
    if any(one.refusal is not None for one in received):
        return said, Tone.WARN
    is_odd = any(one.problems for one in received)
    return said, Tone.WARN if is_odd else Tone.OK


def _each(speech: Saying, one: Received, explain: Callable[[PressDeskError], str]) -> Iterator[str]:
    if one.refusal is not None:
        yield explain(one.refusal)
        return
    response = one.response
    if response is None:
        return
    known = [code for code in one.problems if code]
    if not one.is_duplicate:
        count = len(response.proposals)
        words = speech.ngettext(
            "Answer from {name}: {count} proposal.", "Answer from {name}: {count} proposals.", count
        )
        if not count:
            words = speech.gettext("Answer from {name}, without proposals.")
        yield words.format(name=_name(speech, response.person), count=count)
        silent = sum(not proposal.is_marked for proposal in response.proposals)
        if silent:
            found = speech.ngettext(
                "{count} of them was made without tracking.",
                "{count} of them were made without tracking.",
                silent,
            )
            yield found.format(count=silent)
    for code in known:
        yield problem_sentence(code, speech.language)


def _name(speech: Saying, person: str) -> str:
    return short_name(person) if person.strip("? ") else speech.gettext("an unknown person")


def round_of(received: Sequence[Received]) -> str:
    """Return the round that the last answer belongs to."""
    return next((one.response.round for one in reversed(received) if one.response), "")
