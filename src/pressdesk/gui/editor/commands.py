"""What the keys and menus of the editor do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.gui.editor.place import EditorPlace


def commands_of(place: EditorPlace) -> dict[str, Callable[[], object]]:
    """Return what each action does, by its name."""
    sheet = place.sheet
    return {
        "undo": sheet.undo,
        "redo": sheet.redo,
        "cut": sheet.cut,
        "copy": sheet.copy,
        "paste": sheet.paste,
        "find": lambda: place.finding.begin(has_replacement=False),
        "replace": lambda: place.finding.begin(has_replacement=True),
        "find_next": place.finding.on_next,
        "find_previous": place.finding.on_previous,
        "next_finding": place.findings.go_on,
        "previous_finding": lambda: place.findings.go_on(is_backwards=True),
        "quick_fix": place.findings.show_quick_fix,
        "next_placeholder": place.go_to_placeholder,
        "previous_placeholder": lambda: place.go_to_placeholder(is_backwards=True),
        "comment": place.start_comment,
        "preflight": place.preflight_wanted.emit,
        "review": place.review_wanted.emit,
        "export": place.exports.presenter.on_export_wanted,
        "next_pane": lambda: place.go_to_pane(by=1),
        "previous_pane": lambda: place.go_to_pane(by=-1),
        "to_outline": lambda: place.go_to_pane(number=0),
        "to_sheet": lambda: place.go_to_pane(number=1),
        "to_inspector": lambda: place.go_to_pane(number=2),
    }
