"""Asking one speaker about one quote, outside the rounds: who, until when, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from pressdesk.domain.errors import PressDeskError
from pressdesk.domain.oslo import oslo_instant, oslo_time
from pressdesk.gui.editor.days import day_in_field, typed_day, typed_time
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.widgets.ask_form import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.services.rounds import OpenedRound

REQUEST = "request"
_HOUR = 12
_WORKING_DAYS, _FRIDAY = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Who is asked about which quote, until when, and where the file goes."""

    block: BlockId
    name: str
    mail: str | None
    deadline: datetime
    folder: Path


class RequestView(Protocol):
    """Asks, and says how it went."""

    def ask(
        self, name: str, title: str, note: str, questions: Sequence[Question], done_words: str
    ) -> None:
        """Ask for what is needed."""

    def end_form(self) -> None:
        """Ask nothing any more."""

    def show_form_problem(self, words: str, key: str = "") -> None:
        """Show what is wrong with an answer."""

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no second answer while the first is worked on."""


class RequestPresenter:
    """Takes a request from the wish to the file.

    ``ask_folder`` lets the user choose where the file goes, ``send`` makes it, and ``told`` hears
    in words where it is.
    """

    def __init__(
        self,
        saying: Saying,
        *,
        now: Callable[[], datetime],
        ask_folder: Callable[[Callable[[Path], None]], None],
        send: Callable[
            [Wish, Callable[[OpenedRound], None], Callable[[BaseException], None]], None
        ],
        told: Callable[[str], None],
    ) -> None:
        self._saying = saying
        self._now = now
        self._ask_folder = ask_folder
        self._send = send
        self._told = told
        self._view: RequestView | None = None
        self._block: BlockId | None = None

    def begin(self, view: RequestView, content: Content, block: BlockId) -> None:
        """Ask in ``view`` whom to send the quote to, and until when."""
        quote = next((one for one in content.quotes() if one.id == block), None)
        person = content.person(quote.speaker) if quote else None
        if quote is None or person is None:
            return
        self._view, self._block = view, block
        mail = next((one.email for one in content.contacts if one.name == person.name), None)
        _ = self._saying.gettext
        view.ask(
            REQUEST,
            _("Ask {name} for approval").format(name=person.name),
            _(
                "PressDesk makes a Word file with this quote only, and what has changed since the "
                "last approval. You send it, and open the answer when it comes."
            ),
            (
                Question(key="by", label=_("To"), value=person.name, is_required=True),
                Question(key="mail", label=_("E-mail"), value=mail or ""),
                Question(
                    key="day",
                    label=_("Answer wanted by (day)"),
                    value=day_in_field(self._first_deadline()),
                    is_required=True,
                ),
                Question(key="time", label=_("Time"), value=f"{_HOUR}.00", is_required=True),
            ),
            _("Make the Word file …"),
        )

    def on_answered(self, answers: Mapping[str, str]) -> None:
        """Ask for the folder, then make the file."""
        view, block = self._view, self._block
        if view is None or block is None:
            return
        deadline = self._deadline(view, answers)
        if deadline is None:
            return
        name, mail = answers["by"].strip(), answers["mail"].strip() or None

        def chosen(folder: Path) -> None:
            view.set_busy(is_busy=True)
            wish = Wish(block=block, name=name, mail=mail, deadline=deadline, folder=folder)
            self._send(wish, lambda opened: self._on_sent(view, opened), self._failed(view))

        self._ask_folder(chosen)

    def _deadline(self, view: RequestView, answers: Mapping[str, str]) -> datetime | None:
        _ = self._saying.gettext
        day, clock = typed_day(answers["day"]), typed_time(answers["time"])
        if day is None:
            view.show_form_problem(_("Write the day as 26.11.2026."), "day")
            return None
        if clock is None:
            view.show_form_problem(_("Write the time as 12.00."), "time")
            return None
        try:
            deadline = oslo_instant(datetime(day.year, day.month, day.day, *clock))  # noqa: DTZ001
        except PressDeskError as error:
            view.show_form_problem(sentence(self._saying, error), "time")
            return None
        if deadline <= self._now():
            view.show_form_problem(_("This time is past."), "day")
            return None
        return deadline

    def _first_deadline(self) -> date:
        """Return the second working day from now."""
        day, left = oslo_time(self._now()).date(), _WORKING_DAYS
        while left:
            day += timedelta(days=1)
            left -= day.weekday() <= _FRIDAY
        return day

    def _on_sent(self, view: RequestView, opened: OpenedRound) -> None:
        view.set_busy(is_busy=False)
        view.end_form()
        reader = opened.opened.readers[0]
        path = opened.paths[0]
        words = self._saying.gettext("{file} lies in {folder}. Send it to {name}.")
        self._told(
            words.format(file=path.name, folder=path.parent, name=reader.mail or reader.name)
        )

    def _failed(self, view: RequestView) -> Callable[[BaseException], None]:
        def failed(error: BaseException) -> None:
            view.set_busy(is_busy=False)
            view.show_form_problem(sentence(self._saying, error))

        return failed
