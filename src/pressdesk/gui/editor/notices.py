"""What the two banners above the sheet say, and what their buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import DiskFull, DraftMoved, FolderReadOnly, PressDeskError
from pressdesk.gui.editor.saving import SaveState
from pressdesk.gui.editor.saying import Saying, sentence
from pressdesk.gui.widgets.painting import Tone

if TYPE_CHECKING:
    from pressdesk.gui.editor.view import EditorView

RELOAD, KEEP, RETRY, LEAVE = "reload", "keep", "retry", "leave"
SHOW, UNDO = "show", "undo"


def saved_words(saying: Saying, state: SaveState, error: BaseException | None) -> str:
    """Return the word beside the title."""
    _ = saying.gettext
    if state is SaveState.SAVED:
        return _("saved")
    if state is SaveState.SAVING:
        return _("saving …")
    match error:
        case DraftMoved():
            why = _("changed elsewhere")
        case DiskFull():
            why = _("the disk is full")
        case FolderReadOnly():
            why = _("the folder is read-only")
        case _:
            why = _("trying again")
    return _("not saved: {why}").format(why=why)


def show_saving(
    view: EditorView, saying: Saying, state: SaveState, error: BaseException | None
) -> None:
    """Say in the banner what stands in the way of saving; nothing where nothing does."""
    _ = saying.gettext
    if state is SaveState.MOVED:
        actions = ((RELOAD, _("Load again")), (KEEP, _("Keep my text as a new version")))
        words = _(
            "This draft was saved elsewhere since you opened it. Your text stands here, and is "
            "not stored yet."
        )
        view.save_banner.show_message(words, Tone.WARN, actions, can_close=False)
    elif state is SaveState.FAILED and error is not None:
        words = _("{reason} Your text stands here, and PressDesk keeps trying to save it.")
        reason = _reason(saying, error)
        shown = words.format(reason=reason) if isinstance(error, PressDeskError) else reason
        if view.save_banner.isHidden() or view.save_banner.text() != shown:
            retry = ((RETRY, _("Save now")),)
            view.save_banner.show_message(shown, Tone.DANGER, retry, can_close=False)
    elif state is SaveState.SAVED:
        view.save_banner.hide()
    view.fit_notes()


def show_stuck(view: EditorView, saying: Saying, error: BaseException) -> None:
    """Say that the text would be lost, and let the user decide."""
    _ = saying.gettext
    words = _("{reason} The latest changes to this text are not stored.")
    actions: tuple[tuple[str, str], ...] = (
        (RETRY, _("Save now")),
        (LEAVE, _("Leave without saving")),
    )
    if isinstance(error, DraftMoved):
        actions = (
            (RELOAD, _("Load again")),
            (KEEP, _("Keep my text as a new version")),
            (LEAVE, _("Leave without saving")),
        )
    reason = _reason(saying, error)
    view.save_banner.show_message(
        words.format(reason=reason), Tone.DANGER, actions, can_close=False
    )
    view.fit_notes()


def _reason(saying: Saying, error: BaseException) -> str:
    """Return why the desk took nothing; the usual sentences advise on files one chooses."""
    match error:
        case DiskFull():
            return saying.gettext("There is no room on the disk.")
        case FolderReadOnly():
            words = saying.gettext("The folder {name} cannot be written to.")
            return words.format(name=error.name)
        case DraftMoved():
            return saying.gettext("This draft was saved elsewhere since you opened it.")
        case _:
            return sentence(saying, error)


def show_removed(view: EditorView, saying: Saying, count: int) -> None:
    """Say that a paste was cleaned."""
    words = saying.ngettext(
        "{count} thing was removed from what you pasted.",
        "{count} things were removed from what you pasted.",
        count,
    ).format(count=count)
    actions = ((SHOW, saying.gettext("Show")), (UNDO, saying.gettext("Undo the paste")))
    view.note_banner.show_message(words, Tone.ACCENT, actions)
    view.fit_notes()


def show_refused(view: EditorView, saying: Saying, error: PressDeskError) -> None:
    """Say why nothing was pasted."""
    view.note_banner.show_message(sentence(saying, error), Tone.WARN)
    view.fit_notes()
