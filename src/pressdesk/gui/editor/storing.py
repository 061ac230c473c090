"""Ties saving to the store lane, the word beside the title and the banner above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.gui.editor import notices
from pressdesk.gui.editor.saving import Autosave, SaveState
from pressdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Content, Language
    from pressdesk.domain.draft import Draft
    from pressdesk.domain.ledger import Event
    from pressdesk.gui.editor.saving import Contents, Done, Failed
    from pressdesk.gui.editor.view import EditorView
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.releases import Place
    from pressdesk.services.stored import StoredRelease


class Storing(QObject):
    """Keeps one release on the desk in step with the text.

    ``content`` gives the text as it is, ``reopen`` shows a release anew.
    """

    saved = Signal(object)
    """The draft that was stored."""
    state_changed = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        view: EditorView,
        desk: DeskWork,
        *,
        content: Callable[[], Content],
        reopen: Callable[[StoredRelease], None],
    ) -> None:
        super().__init__(view)
        self.setObjectName("storing")
        self._around = around
        self._view = view
        self._desk = desk
        self._content = content
        self._reopen = reopen
        self._release: StoredRelease | None = None
        self._draft: Draft | None = None
        self._opened = 0
        self._leaving: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self.autosave = Autosave(self, self._timer, contents=self._contents, store=self._store)
        self._timer.timeout.connect(self.autosave.on_due)

    def begin(self, release: StoredRelease) -> None:
        """Start with another release."""
        self._opened += 1
        self._leaving = None
        self._release, self._draft = release, release.draft
        self.autosave.begin(release.draft)

    @property
    def events(self) -> tuple[Event, ...]:
        """The ledger of the release, as it was last read."""
        return self._release.events if self._release is not None else ()

    @property
    def contents(self) -> Contents:
        """The text in hand, and the texts in other languages as they are stored."""
        return self._contents()

    @property
    def others(self) -> Contents:
        """The texts in other languages, as they are stored."""
        return self._draft.contents[1:] if self._draft else ()

    def take_ledger(self, release: StoredRelease) -> None:
        """Go by a ledger in which something was recorded since."""
        self._release = release

    @property
    def is_open(self) -> bool:
        """Whether there is a release."""
        return self._release is not None

    def holds(self, release: StoredRelease) -> bool:
        """Return whether ``release`` is the one that is open, and nobody else has saved it."""
        return (
            self._release is not None
            and self._draft is not None
            and self._release.id == release.id
            and self._draft.version == release.draft.version
            and self.autosave.is_clean
        )

    def where(self) -> tuple[Place, Language]:
        """Return the place of the release, and the language that is written."""
        if self._release is None or self._draft is None:
            raise RuntimeError("no release is open")
        return self._desk.at(self._release.id), self._draft.contents[0].language

    def leave(self, then: Callable[[], None]) -> None:
        """Store what is unsaved, then call ``then``; where that fails, the user decides."""
        if self._release is None:
            then()
            return
        self._leaving = then
        self.autosave.flush(then, self._on_stuck)

    def retranslate(self) -> None:
        """Say how saving goes in the language of the window."""
        self.show_save_state(self.autosave.state, None)

    # --- what autosave says

    def show_save_state(self, state: SaveState, error: BaseException | None) -> None:
        """Show how saving goes."""
        speech = self._around.speech
        words = notices.saved_words(speech, state, error)
        is_wrong = state in (SaveState.FAILED, SaveState.MOVED)
        self._view.top.show_saved(words, is_wrong=is_wrong)
        notices.show_saving(self._view, speech, state, error)
        self.state_changed.emit(words)

    def on_saved(self, draft: Draft) -> None:
        """Take the draft that was stored."""
        self._draft = draft
        self.saved.emit(draft)

    # --- what the user says

    def on_choice(self, key: str) -> None:
        """Do what the button of the banner about saving says."""
        match key:
            case notices.RETRY:
                self.autosave.flush()
            case notices.RELOAD:
                place = self.where()[0]
                self._run(place.read, self._reopen)
            case notices.KEEP:
                place, contents = self.where()[0], self._contents()
                self._run(
                    lambda: self._desk.drafting.save_over(place, contents),
                    self.autosave.keep_mine,
                )
            case notices.LEAVE:
                self.autosave.give_up()
                if self._leaving is not None:
                    self._leaving()

    # --- the work

    def _contents(self) -> Contents:
        return (self._content(), *self.others)

    def _store(self, contents: Contents, version: int, done: Done, failed: Failed) -> None:
        place, opened = self.where()[0], self._opened

        def current_only(tell: Callable[..., None]) -> Callable[..., None]:
            return lambda value: tell(value) if opened == self._opened else None

        self._around.tasks.run(
            lambda _cancelled: self._desk.drafting.save(place, contents, read_version=version),
            owner=self,
            done=current_only(done),
            failed=current_only(failed),
            lane=Lane.STORE,
        )

    def _run(self, job: Callable[[], object], done: Callable[..., None]) -> None:
        self._around.tasks.run(
            lambda _cancelled: job(),
            owner=self,
            done=done,
            failed=self._on_stuck,
            lane=Lane.STORE,
        )

    def _on_stuck(self, error: BaseException) -> None:
        notices.show_stuck(self._view, self._around.speech, error)
