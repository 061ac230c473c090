"""Decides what happens to a quote that the inspector shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.ids import BlockId, PartnerId, PersonId
from pressdesk.gui.editor.quote_state import (
    CONFIRM,
    NEW_KEY,
    ORGANISATION,
    SPEAKER,
    QuoteState,
    quote_at,
    quote_state,
)
from pressdesk.gui.editor.saying import sentence
from pressdesk.services import parties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content, Spokesperson
    from pressdesk.domain.recognised import Question
    from pressdesk.gui.editor.saying import Pages, Saying


class QuoteView(Protocol):
    """Shows one quote."""

    def show_quote(self, state: QuoteState) -> None:
        """Show a quote."""

    def show_no_quote(self, *, can_make: bool) -> None:
        """Show that the cursor is in no quote."""

    def show_new_person(self, title: str, organisation: str) -> None:
        """Show what is known of the person without a name yet, and go to the name."""

    def show_problem(self, words: str) -> None:
        """Show what is wrong with the name; "" for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unnamed:
    """What is said of somebody who has no name yet."""

    title: str = ""
    organisation: str = ""


class QuotePresenter:
    """Keeps the tab in step with the quote at the cursor; every change is one undo step."""

    def __init__(
        self,
        view: QuoteView,
        saying: Saying,
        pages: Pages,
        new_id: Callable[[], str],
    ) -> None:
        self._view = view
        self._saying = saying
        self._pages = pages
        self._new_id = new_id
        self._questions: Sequence[Question] = ()
        self._content: Content | None = None
        self._block = BlockId("")
        self._is_new_person = False
        self._unnamed: dict[BlockId, _Unnamed] = {}

    @property
    def block(self) -> BlockId:
        """The piece that is shown, a quote or not."""
        return self._block

    def begin(self, questions: Sequence[Question]) -> None:
        """Start with another release."""
        self._questions = questions
        self._is_new_person = False
        self._unnamed.clear()

    def show(self, content: Content, block: BlockId, *, can_make: bool = False) -> None:
        """Show the piece at the cursor as ``content`` has it."""
        if block != self._block:
            self._is_new_person = False
            self._view.show_problem("")
        self._content, self._block = content, block
        quote = quote_at(content, block)
        if quote is None:
            self._view.show_no_quote(can_make=can_make)
        elif not self._is_new_person:
            state = quote_state(self._saying, content, quote, self._questions)
            if content.person(quote.speaker) is None:
                known = self._known
                state = replace(state, title=known.title, organisation=known.organisation)
            self._view.show_quote(state)

    def ask_speaker(self) -> None:
        """Show the question who speaks; the keyboard stays in the text."""
        self._is_new_person = False
        if self._content is not None:
            self.show(self._content, self._block)

    def on_speaker_chosen(self, key: str) -> None:
        """Let another person speak, nobody, or one who is not known yet."""
        self._is_new_person = key == NEW_KEY
        self._view.show_problem("")
        if self._is_new_person:
            self._view.show_new_person(self._known.title, self._known.organisation)
            return
        person = PersonId(key) if key else None
        self._change(lambda content: parties.with_speaker(content, self._block, person))

    def on_name_given(self, name: str) -> None:
        """Take the name of a new person, or another name of the one who speaks."""
        if self._is_unnamed():
            if name.strip():
                self._change(lambda content: self._with_named(content, name))
        else:
            self._change_person(lambda person: replace(person, name=" ".join(name.split())))

    def on_title_given(self, title: str) -> None:
        """Take the title of the one who speaks, or will once there is a name."""
        words = " ".join(title.split())
        if self._is_unnamed():
            self._unnamed[self._block] = replace(self._known, title=words)
        else:
            self._change_person(lambda person: replace(person, title=words or None))

    def on_organisation_given(self, organisation: str) -> None:
        """Take the organisation of the one who speaks; its partner then owns their quotes."""
        words = " ".join(organisation.split())
        if self._is_unnamed():
            self._unnamed[self._block] = replace(self._known, organisation=words)
        else:
            self._change_person(lambda person: replace(person, organisation=words or None))

    def on_owner_chosen(self, key: str) -> None:
        """Let another partner answer for the words."""
        owner = PartnerId(key) if key else None
        self._change(lambda content: parties.with_owner(content, self._block, owner))

    def on_indirect_chosen(self, is_indirect: bool) -> None:
        """Take the quote as reported speech, or as direct."""
        self._change(
            lambda content: parties.with_indirect(content, self._block, is_indirect=is_indirect)
        )

    def on_dash_wanted(self) -> None:
        """Put the quote dash in."""
        self._pages.apply(parties.with_dash(self._pages.content(), self._block))

    def on_answered(self, answer: str) -> None:
        """Take the answer to the open question."""
        if answer == CONFIRM:
            self._change(self._confirmed)
        elif answer.startswith(SPEAKER):
            self.on_speaker_chosen(answer.removeprefix(SPEAKER))
        elif answer.startswith(ORGANISATION):
            self.on_organisation_given(answer.removeprefix(ORGANISATION))

    def on_organisation_answered(self, block: str, organisation: str) -> None:
        """Take for whom the one speaks who is quoted in ``block``, wherever the cursor is."""

        def changed(content: Content) -> Content:
            quote = quote_at(content, BlockId(block))
            person = content.person(quote.speaker) if quote else None
            if person is None:
                return content
            return parties.with_person(content, replace(person, organisation=organisation))

        self._change(changed)

    @property
    def _known(self) -> _Unnamed:
        return self._unnamed.get(self._block, _Unnamed())

    def _is_unnamed(self) -> bool:
        return self._is_new_person or self._speaker(self._pages.content()) is None

    def _with_named(self, content: Content, name: str) -> Content:
        """Let a new person speak, with all that was said of them before their name."""
        content = parties.with_new_speaker(content, self._block, name, self._new_id)
        known = self._unnamed.pop(self._block, _Unnamed())
        self._is_new_person = False
        person = self._speaker(content)
        if person is None:
            return content
        title, organisation = known.title or None, known.organisation or None
        return parties.with_person(content, replace(person, title=title, organisation=organisation))

    def _confirmed(self, content: Content) -> Content:
        quote = quote_at(content, self._block)
        if quote is None:
            return content
        return content.with_block(replace(quote, is_speaker_confirmed=True))

    def _change_person(self, change: Callable[[Spokesperson], Spokesperson]) -> None:
        def changed(content: Content) -> Content:
            person = self._speaker(content)
            return content if person is None else parties.with_person(content, change(person))

        self._change(changed)

    def _speaker(self, content: Content) -> Spokesperson | None:
        quote = quote_at(content, self._block)
        return content.person(quote.speaker) if quote else None

    def _change(self, change: Callable[[Content], Content]) -> None:
        before = self._pages.content()
        try:
            after = change(before)
        except PressDeskError as error:
            self._view.show_problem(sentence(self._saying, error))
            return
        self._view.show_problem("")
        if after != before:
            self._pages.update_facts(after)
