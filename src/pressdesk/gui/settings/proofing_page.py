"""The rows of «Retting»: whose rules, what is shown, word lists, LanguageTool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from pressdesk.domain.finding import FindingKind
from pressdesk.gui.editor.proofing.rows import kind_words
from pressdesk.gui.editor.proofing.words import layer_words
from pressdesk.gui.new.editors import ChoiceEditor
from pressdesk.gui.settings.choices import GRAMMAR_ENGINES, PROFILES
from pressdesk.gui.settings.rows import RowsForm
from pressdesk.gui.settings.word_list_box import WordListBox
from pressdesk.gui.widgets.buttons import Button
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.flow import FlowLayout
from pressdesk.gui.widgets.labels import make_label
from pressdesk.gui.widgets.painting import add_look
from pressdesk.i18n.marking import N_
from pressdesk.services.word_lists import Layer

if TYPE_CHECKING:
    from collections.abc import Collection

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look


class ProofingForm(RowsForm):
    """Every setting of proofreading with its name; decides nothing."""

    kinds_chosen = Signal(object)
    """A frozenset of the kinds that are hidden."""

    def __init__(self, look: Look, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__("proofing_form", look, speech, parent)
        self.profile = ChoiceEditor("settings_profile", self)
        self.kinds = {kind: QCheckBox(self) for kind in FindingKind}
        for kind, box in self.kinds.items():
            box.setObjectName(f"settings_kind_{kind.value}")
            box.toggled.connect(lambda _is_on: self.kinds_chosen.emit(self.hidden_kinds()))
        self.layer = ChoiceEditor("settings_word_layer", self)
        self.list_name = ElidedLabel("", self)
        self.list_choose = self._button("settings_list_choose")
        self.list_usual = self._button("settings_list_usual")
        self.words = WordListBox(look, speech, self)
        self.engine = ChoiceEditor("settings_grammar_engine", self)
        self.folder = ElidedLabel("", self)
        self.folder_choose = self._button("settings_grammar_folder")
        self.server = self.line("settings_grammar_server")
        self.user = self.line("settings_grammar_user")
        self.key = self.line("settings_grammar_key")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key_forget = self._button("settings_grammar_key_forget")
        self.withdraw = self._button("settings_grammar_withdraw")
        self.leave_note = self._note()
        self.key_note = self._note()
        self.try_button = self._button("settings_grammar_try")
        self.result = self._note("muted")
        self._arrange()
        self.follow_look_and_speech()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard stops, in order, those that are hidden too."""
        return (
            self.profile,
            *self.kinds.values(),
            self.layer,
            self.list_choose,
            self.list_usual,
            self.words.chooser,
            self.words.view,
            self.words.remove,
            self.engine,
            self.folder_choose,
            self.server,
            self.withdraw,
            self.user,
            self.key,
            self.key_forget,
            self.try_button,
        )

    def hidden_kinds(self) -> frozenset[FindingKind]:
        """Return the kinds that are not ticked."""
        return frozenset(kind for kind, box in self.kinds.items() if not box.isChecked())

    def show_hidden_kinds(self, hidden: Collection[str]) -> None:
        """Tick all kinds but these."""
        for kind, box in self.kinds.items():
            box.blockSignals(True)  # Qt takes it by place only
            box.setChecked(kind.value not in hidden)
            box.blockSignals(False)

    def show_engine(self, engine: str, *, is_allowed: bool) -> None:
        """Show what belongs to one way to have LanguageTool; ``is_allowed``: text may leave."""
        self.engine.show_value(engine)
        is_remote = engine == "remote"
        self.show_row(self.folder, is_shown=engine == "local")
        of_server: tuple[QWidget, ...] = (self.server, self.user, self.key)
        for widget in (*of_server, self.key_note, self.leave_note):
            self.show_row(widget, is_shown=is_remote)
        self.withdraw.setVisible(is_remote and is_allowed)
        for widget in (self._trial, self.result):
            self.show_row(widget, is_shown=engine != "off")

    def show_result(self, words: str, look_words: str = "muted") -> None:
        """Say what a try led to."""
        self.result.setText(words)
        add_look(self.result, look_words)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        super().retranslate()
        _ = self._speech.gettext
        for editor, choices in ((self.profile, PROFILES), (self.engine, GRAMMAR_ENGINES)):
            editor.show_choices("", [(value, _(words)) for value, words in choices])
        for kind, box in self.kinds.items():
            box.setText(kind_words(self._speech, kind))
        self.layer.show_choices("", [(one.value, layer_words(self._speech, one)) for one in Layer])
        lists = (Layer.PERSONAL, Layer.ORGANISATION)
        self.words.show_lists([(one.value, layer_words(self._speech, one)) for one in lists])
        for button, words, name in (
            (self.list_choose, _("Choose …"), _("Choose the file of the organisation's word list")),
            (self.list_usual, _("The usual one"), _("Use the usual file for the organisation")),
            (self.folder_choose, _("Choose …"), _("Choose the folder of LanguageTool")),
            (self.key_forget, _("Forget key"), _("Take the key out of the keyring")),
            (self.withdraw, _("Withdraw"), _("No longer allow text to be sent to this server")),
            (self.try_button, _("Try now"), _("Try LanguageTool now")),
        ):
            button.setText(words)
            button.setAccessibleName(name)
        self.server.setPlaceholderText("https://")
        self.key.setPlaceholderText(_("Kept in the keyring, never shown"))

    def _button(self, name: str) -> Button:
        button = Button(self._look, parent=self)
        button.setObjectName(name)
        return button

    def _note(self, look_words: str = "muted small") -> QLabel:
        label = make_label(look_words, wraps=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _beside(self, *widgets: QWidget) -> QWidget:
        """Return widgets in one row, the first with all the room that is left."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for number, widget in enumerate(widgets):
            row.addWidget(widget, int(number == 0))
        return holder

    def _arrange(self) -> None:
        rules = self.section(N_("Rules and remarks"))
        self.add(rules, N_("Rules of typography"), self.profile)
        kinds = QWidget(self)
        kinds.setObjectName("settings_kinds")
        flow = FlowLayout(kinds)
        for box in self.kinds.values():
            flow.addWidget(box)
        self.add(rules, N_("Remarks that are shown"), kinds)
        lists = self.section(N_("Word lists"))
        self.add(lists, N_("New words go to"), self.layer)
        row = self._beside(self.list_name, self.list_usual)
        self.add(lists, N_("The organisation's list"), row, self.list_choose)
        self.add(lists, N_("Words in"), self.words)
        engine = self.section("LanguageTool")
        self.add(engine, N_("Second proofreader"), self.engine)
        self.add(engine, N_("Folder of LanguageTool"), self.folder, self.folder_choose)
        self.add(engine, N_("Address of the server"), self.server, self.withdraw)
        self.add_plain(engine, self.leave_note)
        self.add(engine, N_("User name"), self.user)
        self.add(engine, N_("Key"), self.key, self.key_forget)
        self.add_plain(engine, self.key_note)
        self._trial = self._beside(QWidget(self), self.try_button)
        self.add_plain(engine, self._trial)
        self.add_plain(engine, self.result)
