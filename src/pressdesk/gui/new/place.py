"""A new release from a template, in one page with its draft beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.actor import Actor
from pressdesk.domain.errors import ActorRefused
from pressdesk.gui.new.presenter import NewReleasePresenter
from pressdesk.gui.new.view import NewReleaseScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.domain.content import Content
    from pressdesk.gui.surroundings import Surroundings
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.templates import Templates
    from pressdesk.settings import Settings

_SOON_MS = 40
"""How long typing may go on before the draft follows."""


class NewReleasePlace(QWidget):
    """Asks what the release is about and hands its first draft on; stores nothing itself."""

    created = Signal(object)
    """The draft, a domain ``Content``."""
    cancelled = Signal()

    def __init__(
        self,
        around: Surroundings,
        templates: Templates,
        journeys: Journeys,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new_release_place")
        self._around = around
        self._templates = templates
        self._journeys = journeys
        self.view = NewReleaseScreen(around.look, around.speech, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.templates)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self.presenter = NewReleasePresenter(
            self.view,
            templates,
            around.speech,
            schedule=self._timer.start,
            created=self._on_created,
            cancelled=self._on_cancelled,
        )
        self._timer.timeout.connect(self.presenter.refresh)
        self._connect()
        around.speech.changed.connect(self._on_speech_changed)

    def start(self, settings: Settings | None = None) -> None:
        """Begin a fresh form, by ``settings`` if they have changed since the start of the run."""
        chosen = settings or self._journeys.settings
        language = chosen.document_language or self._around.speech.language
        self.presenter.start(language, _organisation(chosen), chosen.profile)
        self._around.tasks.run(
            lambda _cancelled: self._templates.load(),
            owner=self,
            done=self.presenter.on_loaded,
            failed=_raise,
        )

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        view.template_chosen.connect(presenter.on_template_chosen)
        view.language_chosen.connect(presenter.on_language_chosen)
        view.notice_answered.connect(presenter.on_notice_answered)
        view.notice_closed.connect(presenter.on_notice_closed)
        view.create_requested.connect(presenter.on_create_requested)
        view.cancel_requested.connect(presenter.on_cancel_requested)
        view.fields.value_edited.connect(presenter.on_value_edited)
        view.fields.field_entered.connect(presenter.on_field_entered)
        view.fields.field_left.connect(presenter.on_field_left)
        view.partners.edited.connect(presenter.on_partner_edited)
        view.partners.added.connect(presenter.on_partner_added)
        view.partners.moved.connect(presenter.on_partner_moved)
        view.partners.removed.connect(presenter.on_partner_removed)
        for keys, do in (
            ("Ctrl+Return", presenter.on_create_requested),
            ("Ctrl+Enter", presenter.on_create_requested),
            ("Escape", presenter.on_cancel_requested),
            ("Ctrl+Shift+P", presenter.on_partner_added),
        ):
            self._bind(keys, do)

    def _bind(self, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)

    def _on_speech_changed(self) -> None:
        self.presenter.on_speech_changed()

    def _on_created(self, content: Content) -> None:
        self._timer.stop()
        self.created.emit(content)

    def _on_cancelled(self) -> None:
        self._timer.stop()
        self.cancelled.emit()


def _organisation(settings: Settings) -> str:
    """Return the user's own organisation, "" where it is not said."""
    try:
        actor = Actor.parse(settings.actor) if settings.actor else None
    except ActorRefused:
        return ""
    return (actor.organisation or "") if actor else ""


def _raise(error: BaseException) -> None:
    """Hand on what nobody expects: the templates' own faults are values."""
    raise error
