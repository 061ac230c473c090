"""What the place looks like: templates, questions and draft side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pressdesk.gui.new.editors import ChoiceEditor
from pressdesk.gui.new.fields import FieldsForm
from pressdesk.gui.new.partners import PartnerList
from pressdesk.gui.new.preview import Preview
from pressdesk.gui.new.showing import NoticeKind
from pressdesk.gui.widgets.banner import Banner
from pressdesk.gui.widgets.buttons import Button, ButtonKind
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from pressdesk.domain.content import Content
    from pressdesk.gui.new.form import Form, PartnerEntry
    from pressdesk.gui.new.showing import FieldState
    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look
    from pressdesk.services.templates import TemplateText

_LIST_PX, _FORM_PX = 270, 430
_SIDE_SHARE, _LEAST_SHARE = 0.34, 0.2
"""Of the window, at most and at least, where the draft is not beside the form."""
_ROOM_PX = 24
"""What is seen of the form above and below the card that the keyboard is in."""
_LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Languages are called by their own names in every language."""


class TemplateList(SidebarList):
    """The templates; Home and End go to the first and the last, headings or not."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to one of the ends, else wherever Qt goes."""
        keys = [item.key for item in self.items() if not item.is_heading]
        ends = {Qt.Key.Key_Home: keys[:1], Qt.Key.Key_End: keys[-1:]}
        for key in ends.get(Qt.Key(event.key()), ()):
            rows = [item.key for item in self.items()]
            self.setCurrentIndex(self.model().index(rows.index(key), 0))
            return
        super().keyPressEvent(event)


class NewReleaseScreen(QWidget):
    """Shows what the presenter says; tells by signals what the user did."""

    template_chosen = Signal(str)
    language_chosen = Signal(str)
    notice_answered = Signal(str)
    notice_closed = Signal()
    create_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_release")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(self, "ground")
        self._look = look
        self._speech = speech
        self._rows: tuple[tuple[str, str, bool], ...] = ()
        self._current = ""
        self._progress_shown = (0, 0)
        self._notice: tuple[NoticeKind, str] | None = None
        self._left_for_notice: QWidget | None = None
        self.title = make_label("title")
        self.language = ChoiceEditor("new_language")
        self.draft_button = Button(look)
        self.draft_button.setObjectName("new_show_draft")
        self.draft_button.setCheckable(True)
        self.templates = TemplateList(look)
        self.templates.setObjectName("new_templates")
        self.banner = Banner(look, speech)
        self.partners_header = SectionHeader(look)
        self.partners = PartnerList(look, speech)
        self.fields = FieldsForm(look, speech)
        self.preview = Preview(look, speech)
        self.progress = make_label("muted")
        self.cancel_button = Button(look)
        self.cancel_button.setObjectName("new_cancel")
        self.create_button = Button(look, ButtonKind.PRIMARY)
        self.create_button.setObjectName("new_create")
        self._arrange()
        self._connect()
        look.follow(self._restyle)
        speech.follow(self.retranslate)

    # --- what the presenter says

    def show_templates(self, templates: Sequence[tuple[str, str, bool]], current: str) -> None:
        """List the templates: id, title, whether it is the user's own."""
        self._rows, self._current = tuple(templates), current
        _ = self._speech.gettext
        shipped = [row for row in self._rows if not row[2]]
        own = [row for row in self._rows if row[2]]
        items = [SidebarItem(key="", text=_("What is the news?"), is_heading=True)]
        items += [SidebarItem(key=name, text=title) for name, title, _own in shipped]
        if own:
            items.append(SidebarItem(key="", text=_("Your own templates"), is_heading=True))
            items += [SidebarItem(key=name, text=title) for name, title, _own in own]
        self.templates.show_items(items, current)

    def show_languages(self, languages: Sequence[str], current: str) -> None:
        """Offer the languages of the template."""
        self.language.show_choices("", [(one, _LANGUAGES[one]) for one in languages])
        self.language.show_value(current)

    def show_template(self, labels: TemplateText, words: TemplateText, form: Form) -> None:
        """Ask for the fields of a template: in the labels of one language, words of another."""
        self.fields.show_template(labels, words, form)
        self._chain()

    def show_value(self, name: str, value: str) -> None:
        """Put an answer into its field."""
        self.fields.show_value(name, value)

    def show_field(self, name: str, state: FieldState) -> None:
        """Show what is to be said about one answer."""
        self.fields.show_field(name, state)

    def show_partners(self, partners: Sequence[PartnerEntry], *, can_remove: bool) -> None:
        """Show the partners in their order."""
        self.partners.show_partners(partners, can_remove=can_remove)
        self._chain()

    def show_partner_problem(self, words: str) -> None:
        """Show what is wrong with the partners; nothing for an empty string."""
        self.partners.show_problem(words)

    def show_progress(self, filled: int, total: int) -> None:
        """Say how many of the needed answers are there."""
        self._progress_shown = (filled, total)
        words = self._speech.ngettext(
            "{filled} of {total} field filled in", "{filled} of {total} fields filled in", total
        )
        self.progress.setText(words.format(filled=filled, total=total) if total else "")

    def show_preview(self, content: Content, sender: str, release: str) -> None:
        """Show the draft, and the lines above it."""
        self.preview.show_content(content, sender, release)

    def show_in_draft(self, words: Sequence[str]) -> None:
        """Let the draft show the first of ``words`` that stands in it."""
        self.preview.show_words(words)

    def show_notice(self, kind: NoticeKind, words: str = "") -> None:
        """Say something in the place; a question takes the keyboard."""
        self._notice = (kind, words)
        text, tone, actions = self._notice_words(kind, words)
        is_question = kind is NoticeKind.DISCARD
        self.banner.show_message(text, tone, actions, can_close=not is_question)
        if is_question:
            self._left_for_notice = QApplication.focusWidget()
            buttons = self.banner.findChildren(Button, "banner_keep")
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)  # older ones are on their way out

    def hide_notice(self) -> None:
        """Take the message away, and go back to where the keyboard was."""
        self._notice = None
        was_here = self.banner.isAncestorOf(QApplication.focusWidget() or self)
        self.banner.hide()
        if was_here and self._left_for_notice is not None:
            self._left_for_notice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left_for_notice = None

    def go_to_field(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._go_to(self.fields.editor(name))

    def go_to_partner(self, key: int) -> None:
        """Put the keyboard into the name of a partner."""
        self._go_to(self.partners.card(key).name_edit)

    def go_to_start(self) -> None:
        """Put the keyboard into the list of templates, and the form to its top."""
        self.draft_button.setChecked(False)
        self._scroll.verticalScrollBar().setValue(0)
        self.preview.sheet.verticalScrollBar().setValue(0)
        self.templates.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        _ = self._speech.gettext
        self.title.setText(_("New joint press release"))
        self.templates.setAccessibleName(_("What is the news?"))
        self.language.setAccessibleName(_("Language of the release"))
        self.language.setToolTip(_("Language of the release"))
        self.partners_header.show_text(_("Partners"))
        self._scroll.setAccessibleName(_("Partners and questions"))
        self.cancel_button.setText(_("Cancel"))
        self.cancel_button.setToolTip(f"{_('Cancel')} (Esc)")
        self.create_button.setText(_("Make the draft"))
        self.create_button.setToolTip(f"{_('Make the draft')} (Ctrl+Enter)")
        self.draft_button.setText(_("Draft"))
        self.draft_button.setAccessibleName(_("Preview of the draft"))
        self.draft_button.setToolTip(_("Preview of the draft"))
        self.show_progress(*self._progress_shown)
        self.show_templates(self._rows, self._current)
        if self._notice is not None and self.banner.isVisible():
            self.show_notice(*self._notice)

    # --- the inside

    def _notice_words(
        self, kind: NoticeKind, words: str
    ) -> tuple[str, Tone, tuple[tuple[str, str], ...]]:
        _ = self._speech.gettext
        match kind:
            case NoticeKind.DISCARD:
                answers = (("discard", _("Discard")), ("keep", _("Keep writing")))
                return _("Discard what you have written?"), Tone.WARN, answers
            case NoticeKind.DISCARDED:
                text = _("What you wrote last time was discarded.")
                return text, Tone.ACCENT, (("restore", _("Bring it back")),)
            case NoticeKind.PARTNER_REMOVED:
                text = _("{partner} was removed.").format(partner=words or _("The partner"))
                return text, Tone.ACCENT, (("undo", _("Undo")),)
            case NoticeKind.REFUSED:
                return words, Tone.DANGER, ()
            case NoticeKind.FAULTY_TEMPLATES:
                return words, Tone.WARN, ()

    def _arrange(self) -> None:
        self._bar, self._foot = self._strip("bar"), self._strip("status")
        top, foot = self._bar_row, self._foot_row = QHBoxLayout(self._bar), QHBoxLayout(self._foot)
        top.addWidget(self.title, 1)
        add_look(self.language, "bare")
        self.language.setMinimumContentsLength(0)
        self.language.setSizeAdjustPolicy(ChoiceEditor.SizeAdjustPolicy.AdjustToContents)
        self.language.setSizePolicy(self.cancel_button.sizePolicy())
        top.addWidget(self.draft_button)
        top.addWidget(self.language)
        self.draft_button.hide()
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.create_button)
        self._side = self._strip("side")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addWidget(self.templates)
        self._form = QWidget()
        add_look(self._form, "clear")
        self._form_column = QVBoxLayout(self._form)
        self._form_column.addWidget(self.partners_header)
        self._form_column.addWidget(self.partners)
        self._form_column.addWidget(self.fields)
        self._form_column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("new_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._form)
        self._middle = self._strip("inspector")
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._scroll)
        self._notice_row = QVBoxLayout()
        self._notice_row.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(self._notice_row)
        column.addWidget(self._make_panes(), 1)
        column.addWidget(self._foot)
        self.banner.hide()

    def _make_panes(self) -> QWidget:
        panes = QWidget(self)
        panes.setObjectName("new_panes")
        panes.setMinimumWidth(1)  # what does not fit gives way: the window need not grow
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._middle)
        row.addWidget(self.preview, 1)
        return panes

    def _strip(self, look_words: str) -> QWidget:
        strip = QWidget(self)
        strip.setObjectName(f"new_{look_words}")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(strip, look_words)
        return strip

    def _connect(self) -> None:
        self.templates.chosen.connect(self.template_chosen)
        self.language.value_edited.connect(self.language_chosen)
        self.banner.action_requested.connect(self.notice_answered)
        self.banner.closed.connect(self._on_notice_closed)
        self.fields.field_entered.connect(self._on_field_entered)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.create_button.clicked.connect(self.create_requested)
        self.draft_button.toggled.connect(self._fit)
        self._form.installEventFilter(self)

    def _on_notice_closed(self) -> None:
        self._notice = None
        self.notice_closed.emit()

    def _go_to(self, widget: QWidget) -> None:
        self.draft_button.setChecked(False)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_around(widget)

    def _on_field_entered(self, name: str) -> None:
        self._show_around(self.fields.editor(name))

    def _show_around(self, widget: QWidget) -> None:
        """Scroll to the card of ``widget``, once that has found its place and size."""
        card = widget.parentWidget() or widget
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card, 0, _ROOM_PX))

    def _chain(self) -> None:
        """Let Tab go from the templates through the form to the buttons, then to the draft."""
        stops = [
            self.templates,
            *self.partners.stops(),
            *self.fields.editors(),
            self.cancel_button,
            self.create_button,
            self.preview.sheet,
            self.draft_button,
            self.language,
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _restyle(self) -> None:
        look = self._look
        self._bar.setFixedHeight(max(look.length(52), self.language.sizeHint().height() + 16))
        side = look.length(18)
        self._bar_row.setContentsMargins(side, 0, side, 0)
        self._bar_row.setSpacing(look.length(10))
        self._foot_row.setContentsMargins(side, look.length(10), side, look.length(10))
        self._foot_row.setSpacing(look.length(22))
        self._side_column.setContentsMargins(
            look.length(10), look.length(14), look.length(10), look.length(14)
        )
        margin = look.length(22)
        self._form_column.setContentsMargins(margin, look.length(8), margin, look.length(20))
        self._form_column.setSpacing(look.length(4))
        gap = look.length(10) if self.banner.isVisible() else 0
        self._notice_row.setContentsMargins(gap, gap, gap, gap)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the draft come and go with the room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room anew when the form needs more of it, or less."""
        if watched is self._form and event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Show the draft beside the form, or where there is no room for both, one of them."""
        side, form = self._look.length(_LIST_PX), self._look.length(_FORM_PX)
        has_room = self.width() >= side + form + self.preview.least_width
        is_draft = not has_room and self.draft_button.isChecked()
        self.draft_button.setVisible(not has_room)
        if not has_room:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            needed = self._form.minimumSizeHint().width() + bar + 2
            side = min(side, round(self.width() * _SIDE_SHARE), self.width() - needed)
            side = max(side, round(self.width() * _LEAST_SHARE))
            form = max(1, self.width() - side)
        self._side.setFixedWidth(side)
        self._middle.setFixedWidth(form)
        self._side.setVisible(not is_draft)
        self._middle.setVisible(not is_draft)
        self.preview.setVisible(has_room or is_draft)
