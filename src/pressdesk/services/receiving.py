"""Returned files, taken in one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressdesk.domain.canonical import sha256
from pressdesk.domain.deciding import default_decisions
from pressdesk.domain.errors import (
    AnswerKindUnknown,
    AnswerRefused,
    AnswerTicketAltered,
    PressDeskError,
    SourceEmpty,
    SourceMissing,
    SourceTooLarge,
    WordFileError,
)
from pressdesk.domain.ledger import EventKind
from pressdesk.domain.records import to_json
from pressdesk.domain.rounds import ResponseReceived, ReviewRound, rounds
from pressdesk.services.answer_source import AnswerSource
from pressdesk.services.answers import taken
from pressdesk.services.packages import content_of
from pressdesk.services.reading import read_bytes
from pressdesk.services.sorting import Sorting
from pressdesk.word.reading import read_marked_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from pressdesk.services.releases import Place, Recorder
    from pressdesk.word.reading import MarkedDocument

SUFFIX = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one returned file.

    ``response`` is None where the file was refused; ``refusal`` says why. ``round_number`` is 0
    for an answer to a request outside the rounds. ``problems`` are stable codes of what was odd,
    ``i18n.answers`` has their sentences; with ``duplicate`` among them nothing was recorded.
    """

    file_name: str
    response: ResponseReceived | None
    round_number: int | None = None
    comments: int = 0
    problems: tuple[str, ...] = ()
    refusal: PressDeskError | None = None

    @property
    def is_taken(self) -> bool:
        """Whether what the file says is in the release now."""
        return self.response is not None

    @property
    def is_duplicate(self) -> bool:
        """Whether it was there before."""
        return "duplicate" in self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiving:
    """Take in what came back, each file in a transaction of its own."""

    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    language: str

    def received(self, place: Place, path: Path) -> Received:
        """Return what became of one file; raises what opening and signing the release raise."""
        try:
            if path.suffix.lower() != SUFFIX:
                raise AnswerKindUnknown(name=path.name)
            data = read_bytes(path).data
            returned = read_marked_bytes(path.name, data)
        except (AnswerRefused, SourceMissing, SourceEmpty, SourceTooLarge, WordFileError) as error:
            return _refused(path.name, error)
        try:
            return self._taken(place, path.name, data, returned)
        except AnswerRefused as error:
            return _refused(path.name, error)

    def _taken(self, place: Place, name: str, data: bytes, returned: MarkedDocument) -> Received:
        digest = sha256(data)
        with place.recording() as recorder:
            for asked in rounds(recorder.events):
                for response in asked.responses:
                    if response.received.file == digest:
                        return _again(asked, response.received, name)
            found = Sorting(recorder.release).sort(name, returned)
            opened = found.round.opened
            content = content_of(recorder.release, opened.revision, opened.language)
            if content is None:
                raise AnswerTicketAltered(name=name)
            source = AnswerSource(
                events=recorder.events,
                content=content,
                sorted=found,
                file_name=name,
                response_id=self.new_id(),
                new_id=self.new_id,
                language=self.language,
            )
            answer = taken(source, digest)
            if not answer.is_new:
                return _again(found.round, answer.response, name)
            recorder.attach(data)
            recorder.record(EventKind.RESPONSE_RECEIVED, to_json(answer.response))
            for given in answer.approvals:
                recorder.record(EventKind.APPROVAL_GIVEN, to_json(given))
            for comment in answer.comments:
                recorder.record(EventKind.COMMENT_ADDED, to_json(comment))
            self._decide(recorder, default_decisions(answer.response.proposals))
        return Received(
            file_name=name,
            response=answer.response,
            round_number=opened.number,
            comments=len(answer.comments),
            problems=answer.response.problems,
        )

    def _decide(self, recorder: Recorder, decided: dict[str, bool]) -> None:
        if decided:
            draft = recorder.draft
            recorder.save_draft(
                replace(
                    draft,
                    decisions={**draft.decisions, **decided},
                    version=draft.version + 1,
                    saved_at=self.clock(),
                )
            )


def _refused(name: str, error: PressDeskError) -> Received:
    return Received(file_name=name, response=None, problems=(error.code,), refusal=error)


def _again(asked: ReviewRound, response: ResponseReceived, name: str) -> Received:
    return Received(
        file_name=name,
        response=response,
        round_number=asked.opened.number,
        problems=("duplicate",),
    )
