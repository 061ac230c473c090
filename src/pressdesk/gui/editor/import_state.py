"""How the text came in: what was cleaned away, and what is still asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.recognised import CleanUp, CleanUpKind, Question, QuestionKind
from pressdesk.i18n.labels import CLEAN_UPS, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.draft import ImportNotes
    from pressdesk.gui.editor.saying import Saying

_OF_LETTERS = (
    CleanUpKind.REPEATED_LEAD,
    CleanUpKind.WEB_RESIDUE,
    CleanUpKind.HIDDEN,
    CleanUpKind.OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedState:
    """One thing that was taken out."""

    number: int
    """Its place in the list that it came with."""
    kind: str
    where: str
    text: str
    can_put_back: bool
    is_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """One thing that the source left open."""

    kind: str
    where: str
    text: str
    block: str
    suggestion: str = ""
    """An organisation that one press answers with."""
    is_about_partners: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """Everything on the tab."""

    cleaned: tuple[CleanedState, ...]
    pasted: tuple[CleanedState, ...]
    tidied: str
    """In a line, what only changed white space."""
    questions: tuple[QuestionState, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.cleaned or self.pasted or self.tidied or self.questions)


def import_state(
    saying: Saying, content: Content, notes: ImportNotes, pasted: Sequence[CleanUp]
) -> ImportState:
    """Return what to show, as the text is now."""
    there = {text.plain.strip() for block in content.blocks for text in block.texts}
    spaces = sum(one.kind not in _OF_LETTERS for one in notes.cleaned)
    tidied = saying.ngettext(
        "White space was tidied in {count} place.",
        "White space was tidied in {count} places.",
        spaces,
    )
    return ImportState(
        cleaned=_cleaned(saying, notes.cleaned, there),
        pasted=_cleaned(saying, pasted, there),
        tidied=tidied.format(count=spaces) if spaces else "",
        questions=tuple(
            QuestionState(
                kind=_capital(saying.gettext(QUESTIONS[one.kind])),
                where=_where(saying, one.line),
                text=one.text.strip(),
                block=one.block or "",
                suggestion=_organisation(content, one),
                is_about_partners=one.kind is QuestionKind.PARTNER,
            )
            for one in notes.questions
            if is_open(content, one)
        ),
    )


def is_open(content: Content, question: Question) -> bool:
    """Return whether ``question`` still waits for an answer, as far as the text can tell."""
    quote = next((one for one in content.quotes() if one.id == question.block), None)
    match question.kind:
        case QuestionKind.SPEAKER | QuestionKind.ORGANISATION:
            return quote is not None and content.is_uncertain(quote)
        case QuestionKind.DATE:
            return content.date is None and content.embargo is None
        case _:
            return question.block is None or any(
                one.id == question.block for one in (*content.blocks, *content.boilerplates)
            )


def _organisation(content: Content, question: Question) -> str:
    """Return the organisation suggested, where only that is open."""
    quote = next((one for one in content.quotes() if one.id == question.block), None)
    person = content.person(quote.speaker) if quote else None
    if question.kind is not QuestionKind.ORGANISATION or person is None or person.organisation:
        return ""
    return question.suggestion or ""


def _cleaned(
    saying: Saying, cleaned: Sequence[CleanUp], there: set[str]
) -> tuple[CleanedState, ...]:
    return tuple(
        CleanedState(
            number=number,
            kind=_capital(saying.gettext(CLEAN_UPS[one.kind])),
            where=_where(saying, one.line),
            text=one.text.strip(),
            can_put_back=bool(one.text.strip()) and not one.text.startswith("<"),
            is_back=one.text.strip() in there,
        )
        for number, one in enumerate(cleaned)
        if one.kind in _OF_LETTERS
    )


def _where(saying: Saying, line: int) -> str:
    return saying.gettext("line {number}").format(number=line)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
