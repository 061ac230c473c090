"""What the parts of the editor tell each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pressdesk.domain.ids import BlockId
from pressdesk.gui.editor.inspector import Tab
from pressdesk.gui.editor.view import Pane
from pressdesk.gui.sheet import Part

if TYPE_CHECKING:
    from pressdesk.gui.editor.fields import FactLine
    from pressdesk.gui.editor.place import EditorPlace


def connect(place: EditorPlace) -> None:
    """Connect what the views say with who decides."""
    _connect_text(place)
    _connect_quote(place)
    _connect_facts(place)
    _connect_findings(place)
    view, exports = place.view, place.exports.presenter
    view.top.back_wanted.connect(lambda: place.leave(place.closed.emit))
    view.top.export_wanted.connect(exports.on_export_wanted)
    view.top.preflight_wanted.connect(place.preflight_wanted)
    view.top.review_wanted.connect(place.review_wanted)
    place.review.changed.connect(place.on_ledger)
    place.review.told.connect(place.on_told)
    view.save_banner.action_requested.connect(place.storing.on_choice)
    place.storing.saved.connect(place.saved)
    place.storing.state_changed.connect(place.save_state_changed)
    view.note_banner.action_requested.connect(place.on_note_choice)
    view.note_banner.closed.connect(view.fit_notes)
    view.status.next_wanted.connect(place.go_to_placeholder)
    view.status.previous_wanted.connect(lambda: place.go_to_placeholder(is_backwards=True))
    view.status.outline_wanted.connect(lambda: view.toggle_pane(Pane.OUTLINE))
    view.status.inspector_wanted.connect(lambda: view.toggle_pane(Pane.INSPECTOR))
    bar, finding = view.find_bar, place.finding
    bar.words_changed.connect(finding.on_words_changed)
    bar.next_wanted.connect(finding.on_next)
    bar.previous_wanted.connect(finding.on_previous)
    bar.replace_wanted.connect(finding.on_replace)
    bar.replace_all_wanted.connect(finding.on_replace_all)
    bar.undo_wanted.connect(finding.on_undo)
    bar.redo_wanted.connect(finding.on_redo)
    bar.closed.connect(finding.on_closed)


def _connect_text(place: EditorPlace) -> None:
    sheet, view = place.sheet, place.view
    sheet.text_edited.connect(place.on_text_edited)
    sheet.structure_changed.connect(place.refresh)
    sheet.block_entered.connect(place.on_block_entered)
    sheet.speaker_asked.connect(place.on_speaker_asked)
    sheet.pill_clicked.connect(place.on_pill_clicked)
    sheet.pasted.connect(place.imports.on_pasted)
    sheet.file_dropped.connect(place.file_dropped)
    view.outline.chosen.connect(place.on_outline_chosen)
    view.outline.activated.connect(lambda _index: sheet.setFocus(Qt.FocusReason.OtherFocusReason))


def _connect_quote(place: EditorPlace) -> None:
    panel, quotes = place.view.inspector.quote, place.quotes
    panel.speaker_chosen.connect(quotes.on_speaker_chosen)
    panel.name_given.connect(quotes.on_name_given)
    panel.title_given.connect(quotes.on_title_given)
    panel.organisation_given.connect(quotes.on_organisation_given)
    panel.owner_chosen.connect(quotes.on_owner_chosen)
    panel.indirect_chosen.connect(quotes.on_indirect_chosen)
    panel.dash_wanted.connect(quotes.on_dash_wanted)
    panel.answered.connect(quotes.on_answered)
    panel.quote_wanted.connect(lambda: place.sheet.commands.convert(Part.QUOTE))
    for line in panel.lines():
        _hand_undo_on(place, line)
    imports = place.view.inspector.imports
    imports.put_back_wanted.connect(place.imports.on_put_back_wanted)
    imports.question_chosen.connect(lambda block: place.sheet.go_to(BlockId(block)))
    imports.question_chosen.connect(place.on_question_chosen)
    imports.organisation_answered.connect(quotes.on_organisation_answered)
    imports.partners_wanted.connect(lambda: _go_to_partners(place))
    for page in (panel, imports):
        page.sheet_wanted.connect(lambda: place.sheet.setFocus(Qt.FocusReason.OtherFocusReason))


def _connect_facts(place: EditorPlace) -> None:
    panel, facts = place.view.inspector.facts, place.facts
    panel.place_given.connect(facts.on_place_given)
    panel.day_given.connect(facts.on_day_given)
    panel.mode_chosen.connect(facts.on_mode_chosen)
    panel.embargo_given.connect(facts.on_embargo_given)
    panel.language_chosen.connect(facts.on_language_chosen)
    panel.profile_chosen.connect(facts.on_profile_chosen)
    panel.confidential_chosen.connect(facts.on_confidential_chosen)
    panel.listed_chosen.connect(facts.on_listed_chosen)
    form = panel.partners
    form.changed.connect(facts.on_partner_changed)
    form.added.connect(facts.on_partner_added)
    form.removed.connect(facts.on_partner_removed)
    form.moved.connect(facts.on_partner_moved)
    form.contact_changed.connect(facts.on_contact_changed)
    form.contact_added.connect(facts.on_contact_added)
    form.contact_removed.connect(facts.on_contact_removed)
    form.about_wanted.connect(facts.on_about_wanted)
    form.undo_wanted.connect(place.sheet.undo)
    form.line_added.connect(lambda line: _hand_undo_on(place, line))
    for line in panel.lines():
        _hand_undo_on(place, line)


def _connect_findings(place: EditorPlace) -> None:
    findings, panel = place.findings, place.view.inspector.findings
    findings.card_wanted.connect(place.on_findings_card_wanted)
    findings.readers_changed.connect(place.on_readers_changed)
    findings.layer_chosen.connect(place.layer_chosen)
    findings.grammar.allowed.connect(place.server_allowed)
    place.view.status.offer_taken.connect(findings.take_offer)
    findings.goal_wanted.connect(place.on_goal_wanted)
    panel.sheet_wanted.connect(lambda: place.sheet.setFocus(Qt.FocusReason.OtherFocusReason))


def _go_to_partners(place: EditorPlace) -> None:
    place.view.inspector.show_tab(Tab.FACTS)
    place.view.inspector.facts.focus_partners()


def _hand_undo_on(place: EditorPlace, line: FactLine) -> None:
    line.undo_requested.connect(place.sheet.undo)
    line.redo_requested.connect(place.sheet.redo)
