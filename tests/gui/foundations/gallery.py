"""Every reusable widget on one page, as the places use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.widgets.approval_bar import ApprovalBar
from pressdesk.gui.widgets.badge import Badge, BadgeRow, PartnerChip, PersonBadge
from pressdesk.gui.widgets.banner import Banner, UndoToast
from pressdesk.gui.widgets.buttons import Button, ButtonKind, IconButton
from pressdesk.gui.widgets.card import Card
from pressdesk.gui.widgets.elided_label import ElidedLabel
from pressdesk.gui.widgets.empty_state import Choice, EmptyState
from pressdesk.gui.widgets.field_row import FieldRow
from pressdesk.gui.widgets.labels import SectionHeader, make_label
from pressdesk.gui.widgets.length_meter import LengthMeter, LengthUnit
from pressdesk.gui.widgets.painting import Tone, add_look
from pressdesk.gui.widgets.pill import Pill
from pressdesk.gui.widgets.search_field import SearchField
from pressdesk.gui.widgets.sidebar_list import SidebarItem, SidebarList
from pressdesk.gui.widgets.spin_boxes import inset_letters
from pressdesk.gui.widgets.stage_line import StageLine, Step, StepState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from pressdesk.gui.speech import Speech
    from pressdesk.gui.theme_look import Look

ACT, SKIFT = Badge("A", 0, "ACT Cluster"), Badge("S", 1, "Skift – Næringslivets Klimaledere")
OTHERS = tuple(Badge(letter, slot, f"Partner {letter}") for slot, letter in enumerate("NFEZPR", 2))
OUTLINE = (
    SidebarItem(key="h1", text="Innhold", is_heading=True),
    SidebarItem(key="title", text="Tittel"),
    SidebarItem(key="lead", text="Ingress"),
    SidebarItem(key="body", text="Brødtekst · 3 avsnitt"),
    SidebarItem(
        key="q1", text="Sitat · Paulsen", mark="✓", mark_tone=Tone.OK, mark_spoken="godkjent"
    ),
    SidebarItem(
        key="q2",
        text="Sitat · Paulsen",
        mark="!",
        mark_tone=Tone.WARN,
        mark_spoken="må godkjennes på nytt",
    ),
    SidebarItem(key="q3", text="Sitat · Haugland", mark="…", mark_spoken="venter"),
    SidebarItem(key="box", text="Faktaboks"),
    SidebarItem(key="h2", text="Partnere", is_heading=True),
    SidebarItem(key="act", text="ACT Cluster", badge=ACT, mark="fører pennen"),
    SidebarItem(key="skift", text="Skift", badge=SKIFT, mark="3 sitater"),
    SidebarItem(key="h3", text="Bibliotek", is_heading=True),
    SidebarItem(key="templates", text="Maler", mark="12"),
)
STEPS = (
    Step("Utkast", StepState.DONE),
    Step("Runde 1", StepState.DONE),
    Step("Runde 2 · venter på Paulsen", StepState.NOW),
    Step("Sluttsjekk", StepState.AHEAD),
    Step("Låst", StepState.AHEAD),
)


class Gallery(QWidget):
    """Top bar, sidebar, a middle of everything, an inspector."""

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self.setObjectName("gallery")
        self._look, self._speech = look, speech
        add_look(self, "ground")
        column = stacked(QVBoxLayout(self), 0)
        column.addWidget(self._top_bar())
        row = stacked(QHBoxLayout(), 0)
        column.addLayout(row, 1)
        row.addWidget(self._sidebar())
        row.addWidget(self._middle(), 1)
        row.addWidget(self._inspector())
        self.toast = UndoToast(look, speech, self, visible_ms=600_000)

    def _top_bar(self) -> QWidget:
        bar, row = self._panel("bar", QHBoxLayout(), (18, 9, 18, 9), 14)
        row.addWidget(make_label("title", "Skift inngår samarbeid med ACT"))
        row.addWidget(make_label("faint", "● lagret"))
        self.stages = StageLine(self._look, self._speech)
        self.stages.show_steps(STEPS)
        row.addWidget(self.stages, 1)
        for kind, words in (
            (ButtonKind.PLAIN, "Forhåndsvis"),
            (ButtonKind.PRIMARY, "Send til gjennomgang"),
        ):
            button = Button(self._look, kind, parent=bar)
            button.setText(words)
            row.addWidget(button)
        return bar

    def _sidebar(self) -> QWidget:
        side, column = self._panel("side", QVBoxLayout(), (10, 14, 10, 14), 0)
        side.setFixedWidth(self._look.icon_size(232))
        self.sidebar = SidebarList(self._look, side)
        self.sidebar.setAccessibleName("Innhold")
        self.sidebar.show_items(OUTLINE, "q1")
        column.addWidget(self.sidebar)
        return side

    def _middle(self) -> QWidget:
        middle, column = self._panel("ground", QVBoxLayout(), (28, 22, 28, 22), 10)
        head = QHBoxLayout()
        head.addWidget(make_label("heading", "Pressemeldinger"), 1)
        search = SearchField(self._look, self._speech)
        search.show_hint("Søk", "Søk i alle meldinger …", "Ctrl K")
        search.setMinimumWidth(self._look.icon_size(270))
        head.addWidget(search)
        column.addLayout(head)
        column.addWidget(make_label("muted", "2 svar er kommet inn siden sist.", wraps=True))
        for tone, text, actions in (
            (
                Tone.WARN,
                "LanguageTool svarer ikke. Innebygd retting virker.",
                [("t", "Prøv igjen")],
            ),
            (Tone.DANGER, "Filen kunne ikke lagres. Teksten er trygg her.", [("s", "Lagre som …")]),
            (Tone.OK, "Word-filen er skrevet og lest på nytt.", []),
            (Tone.ACCENT, "Vi fjernet 12 tomme linjer.", [("a", "Angre"), ("v", "Vis")]),
        ):
            banner = Banner(self._look, self._speech, middle)
            banner.show_message(text, tone, actions)
            column.addWidget(banner)
        column.addLayout(self._signs())
        column.addLayout(self._buttons())
        column.addLayout(self._stock_fields())
        self.empty = EmptyState(self._look, middle)
        self.empty.show_choices(
            "Ingen pressemeldinger ennå",
            "Start med en mal, en Word-fil eller eksemplet.",
            (
                Choice(
                    key="template",
                    icon="template",
                    title="Fra en mal",
                    explanation="Samarbeid, nytt medlem, tildeling eller pilot.",
                ),
                Choice(
                    key="word",
                    icon="import",
                    title="Fra en Word-fil",
                    explanation="Teksten blir ryddet, og du ser hva som ble fjernet.",
                ),
                Choice(
                    key="sample",
                    icon="eye",
                    title="Se eksemplet",
                    explanation="En ferdig melding å prøve seg på.",
                ),
            ),
        )
        column.addWidget(self.empty, 1)
        return middle

    def _signs(self) -> QLayout:
        column = QVBoxLayout()
        first, second = QHBoxLayout(), QHBoxLayout()
        for text, tone in (
            ("Utkast", Tone.NEUTRAL),
            ("Runde 2 · 2 av 3 svar", Tone.WARN),
            ("Godkjent", Tone.OK),
            ("1 sitat må godkjennes på nytt", Tone.DANGER),
            ("åpen", Tone.ACCENT),
        ):
            first.addWidget(Pill(self._look, text, tone))
        first.addStretch()
        badges = BadgeRow(self._look)
        badges.show_badges((ACT, SKIFT, *OTHERS[:4]))
        every = BadgeRow(self._look)
        every.show_badges((ACT, SKIFT, *OTHERS), most=8)
        first.addWidget(badges)
        for approved, total, tone in ((4, 6, Tone.OK), (0, 3, Tone.OK), (5, 7, Tone.WARN)):
            bar = ApprovalBar(self._look, self._speech)
            bar.show_approvals(approved, total, tone)
            second.addWidget(bar)
        second.addStretch()
        second.addWidget(every)
        third = QHBoxLayout()
        for count, limit, label in ((30, 70, "Tittel"), (186, 200, "Ingress"), (75, 70, "Tittel")):
            meter = LengthMeter(self._look, self._speech)
            meter.show_length(count, limit, label)
            third.addWidget(meter)
        third.addStretch()
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(third)
        return column

    def _buttons(self) -> QLayout:
        row = QHBoxLayout()
        for kind, words, icon, is_enabled in (
            (ButtonKind.PRIMARY, "Lag utkastet", "new", True),
            (ButtonKind.PRIMARY, "Lås teksten", "", False),
            (ButtonKind.PLAIN, "Åpne svar …", "open", True),
            (ButtonKind.PLAIN, "Eksporter", "", False),
            (ButtonKind.SOFT, "Godta", "check", True),
            (ButtonKind.SOFT_DANGER, "Avvis", "", True),
            (ButtonKind.QUIET, "Ignorer", "", True),
        ):
            button = Button(self._look, kind, icon)
            button.setText(words)
            button.setEnabled(is_enabled)
            row.addWidget(button)
        for icon, name in (
            ("undo", "Angre"),
            ("redo", "Gjør om"),
            ("quote", "Sitat"),
            ("more", "Mer"),
        ):
            button = IconButton(self._look, icon)
            button.show_name(name)
            row.addWidget(button)
        row.addStretch()
        return row

    def _stock_fields(self) -> QLayout:
        row = QHBoxLayout()
        combo, spin = QComboBox(), QSpinBox()
        combo.addItems(["Bokmål", "Nynorsk", "English"])
        combo.setAccessibleName("Språk")
        spin.setRange(100, 200)
        spin.setSuffix(" %")
        spin.setAccessibleName("Tekststørrelse")
        inset_letters(spin)
        check, radio = QCheckBox("Følg systemet"), QRadioButton("Mørk")
        check.setChecked(True)
        radio.setChecked(True)
        line = QLineEdit("bare tekst")
        line.setAccessibleName("Tekst")
        for widget in (combo, spin, check, radio, QRadioButton("Lys"), line):
            row.addWidget(widget)
        row.addStretch()
        return row

    def _inspector(self) -> QWidget:
        panel, column = self._panel("inspector", QVBoxLayout(), (16, 0, 16, 12), 9)
        panel.setFixedWidth(self._look.icon_size(340))
        tabs = QTabWidget()
        tabs.setAccessibleName("Verktøy")
        tabs.tabBar().setAccessibleName("Verktøy")
        page = QWidget()
        inner = stacked(QVBoxLayout(page), 9)
        inner.setContentsMargins(0, 12, 0, 0)
        for title, text, fix in (
            ("Mangler komma før «sier»", "Sett komma mellom sitat og verb.", "Skift, sier"),
            ("Tall over 9999 skrives med mellomrom", "«10000» → «10 000»", "10 000"),
        ):
            inner.addWidget(self._finding(title, text, fix))
        inner.addWidget(self._finding("Sitat 2 må godkjennes på nytt", "Ett ord.", "Vis", "danger"))
        inner.addWidget(self._finding("Ingress", "I. Lund (Skift), Word", "Godta", "partner:1"))
        inner.addStretch()
        tabs.addTab(page, "Retting 4")
        tabs.addTab(QWidget(), "Sitat")
        tabs.addTab(QWidget(), "Sluttsjekk")
        column.addWidget(tabs)
        header = SectionHeader(self._look, "Om avtalen")
        column.addWidget(header)
        chip = PartnerChip(self._look, SKIFT, "3 sitater")
        column.addWidget(chip)
        speaker = QHBoxLayout()
        speaker.addWidget(PersonBadge(self._look, Badge("MP", 0, "Monica Paulsen"), 20))
        long_name = ElidedLabel("Monica Paulsen, klyngeleder i ACT Cluster og styreleder i nord")
        speaker.addWidget(long_name, 1)
        column.addLayout(speaker)
        for row in self._field_rows():
            column.addWidget(row)
        column.addStretch()
        return panel

    def _field_rows(self) -> list[FieldRow]:
        answer = QLineEdit("få fart på grønn omstilling i nord")
        answer.setObjectName("answer")
        first = FieldRow(self._look, self._speech, answer)
        first.show_label("Hva skal dere gjøre sammen?")
        first.show_length(34, 60)
        first.show_guidance("Start med et verb.")
        empty = QLineEdit()
        empty.setObjectName("signers")
        empty.setPlaceholderText("Skriv navn og sted")
        second = FieldRow(self._look, self._speech, empty)
        second.show_label("Hvem undertegner, og hvor?", is_required=True)
        second.show_problem("Trengs før meldingen kan sendes ut")
        words = QPlainTextEdit("– Vi er glade for avtalen, sier hun.")
        words.setObjectName("words")
        words.setFixedHeight(self._look.icon_size(40))
        third = FieldRow(self._look, self._speech, words, unit=LengthUnit.WORDS)
        third.show_label("Sitatet")
        third.show_length(52, 45)
        third.show_problem("Sitatet er for langt", Tone.DANGER)
        return [first, second, third]

    def _finding(self, title: str, text: str, fix: str, edge: str = "") -> Card:
        card = Card(self._look, edge)
        card.content.addWidget(make_label("strong", title, wraps=True))
        card.content.addWidget(make_label("muted", text, wraps=True))
        card.content.addSpacing(self._look.length(4))
        row = QHBoxLayout()
        for kind, words in ((ButtonKind.SOFT, fix), (ButtonKind.QUIET, "Ignorer")):
            button = Button(self._look, kind)
            button.setText(words)
            row.addWidget(button)
        row.addStretch()
        card.content.addLayout(row)
        return card

    def _panel(
        self, words: str, layout: QBoxLayout, margins: tuple[int, int, int, int], spacing: int
    ) -> tuple[QWidget, QBoxLayout]:
        panel = QWidget(self)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add_look(panel, words)
        panel.setLayout(layout)
        layout.setContentsMargins(*map(self._look.length, margins))
        layout.setSpacing(self._look.length(spacing))
        return panel, layout


def stacked(layout: QBoxLayout, spacing: int) -> QBoxLayout:
    """Return ``layout`` without margins."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
