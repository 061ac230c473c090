"""Where a release is on its way, as the line of stages shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.freezing import is_frozen
from pressdesk.domain.rounds import rounds
from pressdesk.gui.widgets.stage_line import Step, StepState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ledger import Event
    from pressdesk.domain.rounds import ReviewRound
    from pressdesk.gui.editor.saying import Saying

_MOST_ROUNDS = 3
"""Rounds that are shown one by one; the earlier ones are left out."""


def stage_steps(
    saying: Saying,
    events: Sequence[Event],
    contents: Sequence[Content],
    *,
    is_checking: bool = False,
) -> tuple[Step, ...]:
    """Return the stages of a release; ``is_checking`` where the user stands at the preflight."""
    _ = saying.gettext
    held = [one for one in rounds(events) if not one.is_request][-_MOST_ROUNDS:]
    is_final = is_frozen(events, contents)
    is_waiting = bool(held) and held[-1].is_open
    steps = [(_("Draft"), bool(held) or is_final or is_checking)]
    steps += [(_round_words(saying, one), not one.is_open) for one in held]
    now = 0
    if not held:
        steps += [] if is_final or is_checking else [(_("Round"), False)]
    elif is_waiting:
        now = len(steps) - 1
    else:
        now = len(steps)
    steps.append((_("Preflight"), is_final))
    steps.append((_("Frozen"), False))
    if is_checking:
        now = len(steps) - 2
    if is_final:
        now = len(steps) - 1
    return tuple(
        Step(words, _state(number, now, is_done=is_done))
        for number, (words, is_done) in enumerate(steps)
    )


def _state(number: int, now: int, *, is_done: bool) -> StepState:
    if number == now:
        return StepState.NOW
    return StepState.DONE if is_done and number < now else StepState.AHEAD


def _round_words(saying: Saying, one: ReviewRound) -> str:
    _ = saying.gettext
    name = _("Round {number}").format(number=one.opened.number)
    if not one.is_open:
        return name
    missing = [reader for reader in one.opened.readers if not one.responses_of(reader)]
    if len(missing) == 1:
        surname = missing[0].name.split()[-1]
        return _("{round} · waiting for {name}").format(round=name, name=surname)
    total = len(one.opened.readers)
    answered = total - len(missing)
    words = _("{round} · {count} of {total} answers")
    return words.format(round=name, count=answered, total=total)
