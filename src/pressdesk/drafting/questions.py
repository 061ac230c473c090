"""The questions that recognition asks, in the language of the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.recognised import Question, QuestionKind
from pressdesk.drafting.lexicon import read

if TYPE_CHECKING:
    from pressdesk.domain.content import Language
    from pressdesk.domain.ids import BlockId

_LONGEST = 120


def ask(  # noqa: PLR0913  one argument per fact of a question
    kind: QuestionKind,
    key: str,
    language: Language,
    line: int,
    *,
    block: BlockId | None = None,
    suggestion: str | None = None,
    **words: str,
) -> Question:
    """Return the question that ``key`` names, with ``words`` filled in."""
    shown = {name: value[:_LONGEST] for name, value in words.items()}
    text = read("questions")[language][key].format(**shown)
    return Question(kind=kind, line=line, text=text, block=block, suggestion=suggestion)
