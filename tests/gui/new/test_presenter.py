"""What the place does, without a window."""

# ruff: noqa: D102  # the protocol says what each method of a view does

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from pressdesk import paths
from pressdesk.domain.content import Content, Profile
from pressdesk.gui.new.presenter import NewReleasePresenter
from pressdesk.gui.new.showing import FieldState, NoticeKind
from pressdesk.services.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressdesk.gui.new.form import Form, PartnerEntry
    from pressdesk.services.templates import TemplateText


@dataclass
class Screen:
    """Remembers what it was told to show."""

    templates: list[tuple[str, str, bool]] = field(default_factory=list)
    current: str = ""
    languages: tuple[list[str], str] = field(default_factory=lambda: ([], ""))
    labels: str = ""
    words: str = ""
    values: dict[str, str] = field(default_factory=dict)
    states: dict[str, FieldState] = field(default_factory=dict)
    partners: list[PartnerEntry] = field(default_factory=list)
    can_remove: bool = False
    partner_problem: str = ""
    progress: tuple[int, int] = (0, 0)
    title: str = ""
    lines: tuple[str, str] = ("", "")
    notice: NoticeKind | None = None
    notice_words: str = ""
    went_to: list[object] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)

    def show_templates(self, templates: Sequence[tuple[str, str, bool]], current: str) -> None:
        self.templates = list(templates)
        self.current = current

    def show_languages(self, languages: Sequence[str], current: str) -> None:
        self.languages = (list(languages), current)

    def show_template(self, labels: TemplateText, words: TemplateText, form: Form) -> None:
        self.labels, self.words = labels.language.value, words.language.value
        self.values = dict(form.values)

    def show_value(self, name: str, value: str) -> None:
        self.values[name] = value

    def show_field(self, name: str, state: FieldState) -> None:
        self.states[name] = state

    def show_partners(self, partners: Sequence[PartnerEntry], *, can_remove: bool) -> None:
        self.partners, self.can_remove = list(partners), can_remove

    def show_partner_problem(self, words: str) -> None:
        self.partner_problem = words

    def show_progress(self, filled: int, total: int) -> None:
        self.progress = (filled, total)

    def show_preview(self, content: Content, sender: str, release: str) -> None:
        self.title, self.lines = content.title.plain, (sender, release)

    def show_in_draft(self, words: Sequence[str]) -> None:
        self.traces = list(words)

    def show_notice(self, kind: NoticeKind, words: str = "") -> None:
        self.notice, self.notice_words = kind, words

    def hide_notice(self) -> None:
        self.notice = None

    def go_to_field(self, name: str) -> None:
        self.went_to.append(name)

    def go_to_partner(self, key: int) -> None:
        self.went_to.append(key)

    def go_to_start(self) -> None:
        self.went_to.append("start")


@dataclass
class Voice:
    """A language of the interface."""

    language: str = "en"


@dataclass
class Desk:
    """A presenter with all it talks to; what is scheduled is done by ``settle``."""

    screen: Screen
    voice: Voice
    presenter: NewReleasePresenter
    created: list[Content]
    left: list[str]
    waiting: list[str]

    def settle(self) -> None:
        """Do what is scheduled, once."""
        if self.waiting:
            self.waiting.clear()
            self.presenter.refresh()

    def type(self, **values: str) -> None:
        """Type answers."""
        for name, value in values.items():
            self.presenter.on_value_edited(name, value)
        self.settle()

    def name(self, key: int, **words: Any) -> None:
        """Type about a partner."""
        (entry,) = [one for one in self.presenter.form.partners if one.key == key]
        self.presenter.on_partner_edited(replace(entry, **words))
        self.settle()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a presenter with a fresh bokmål form of the first template."""
    numbers = count()
    templates = Templates(
        shipped_folder=paths.templates(),
        own_folder=tmp_path / "templates",
        clock=lambda: datetime(2026, 11, 24, 12, tzinfo=UTC),
        new_id=lambda: f"id-{next(numbers)}",
    )
    screen, voice = Screen(), Voice()
    created: list[Content] = []
    left: list[str] = []
    waiting: list[str] = []
    presenter = NewReleasePresenter(
        screen,
        templates,
        voice,
        schedule=lambda: waiting.append("refresh"),
        created=created.append,
        cancelled=lambda: left.append("left"),
    )
    presenter.start("nb", "Nordlys", "ntb")
    presenter.on_loaded(templates.load())
    return Desk(screen, voice, presenter, created, left, waiting)


def test_a_fresh_form_asks_for_the_first_template(desk: Desk) -> None:
    """Labels in the language of the window, words in that of the release; nothing is amber."""
    screen = desk.screen

    assert [name for name, _, _ in screen.templates][:2] == ["samarbeidsavtale", "nytt-medlem"]
    assert screen.languages == (["nb", "nn", "en"], "nb")
    assert (screen.labels, screen.words) == ("en", "nb")
    assert [one.name for one in screen.partners] == ["Nordlys", ""]
    assert not screen.can_remove
    assert screen.progress[0] == 1
    assert not any(state.problem for state in screen.states.values())
    assert screen.went_to == ["start"]
    assert "Nordlys" in screen.title


def test_typing_reaches_the_draft_and_the_progress(desk: Desk) -> None:
    """Once for many keys, with dates written out and lengths counted."""
    filled = desk.screen.progress[0]

    for end in range(1, 7):
        desk.presenter.on_value_edited("purpose", "bygge"[:end])
    assert len(desk.waiting) == 6
    desk.type(date="26.11", embargo="26.11 kl 8")

    screen = desk.screen
    assert "skal bygge" in screen.title
    assert screen.lines[1] == "Sperrefrist: torsdag 26. november 2026 kl. 08.00"
    assert screen.progress[0] == filled + 3
    assert screen.states["date"].written == "torsdag 26. november 2026"
    assert (screen.states["purpose"].length, screen.states["purpose"].limit) == (5, 40)


def test_an_embargo_chooses_how_it_is_published(desk: Desk) -> None:
    """And the field goes when the release is for immediate publication."""
    desk.type(embargo="26.11 kl 8")
    assert desk.screen.values["release_mode"] == "embargo"

    desk.type(release_mode="immediate")

    assert not desk.screen.states["embargo"].is_shown
    assert desk.screen.lines[1] == "Til umiddelbar publisering"


def test_what_is_wrong_is_said_once_the_field_was_left(desk: Desk) -> None:
    """Nobody is nagged while typing."""
    desk.type(date="fredag 26.11")
    assert desk.screen.states["date"].problem == ""

    desk.presenter.on_field_left("date")
    desk.presenter.on_field_left("purpose")
    desk.settle()

    assert "weekday" in desk.screen.states["date"].problem
    assert desk.screen.states["date"].is_refused
    assert desk.screen.states["purpose"] == FieldState(
        problem="Needed before the release can be sent out.", limit=40
    )
    assert desk.screen.states["start"].problem == ""


def test_another_template_keeps_what_was_typed(desk: Desk) -> None:
    """What it has no field for waits for the way back, and is not in the draft."""
    desk.type(place="Bodø", purpose="bygge")

    desk.presenter.on_template_chosen("tildeling")
    assert desk.screen.current == "tildeling"
    assert desk.screen.values["place"] == "Bodø"
    desk.presenter.on_create_requested()
    desk.presenter.on_template_chosen("samarbeidsavtale")

    assert desk.screen.values["purpose"] == "bygge"
    assert "skal bygge" in desk.screen.title
    assert [one.template for one in desk.created] == ["tildeling"]


def test_another_language_keeps_what_was_typed(desk: Desk) -> None:
    """The draft is nynorsk at once; labels follow the window, not the release."""
    desk.type(purpose="byggje", duration="tre år")

    desk.presenter.on_language_chosen("nn")
    assert (desk.screen.labels, desk.screen.words) == ("en", "nn")
    desk.voice.language = "nb"
    desk.presenter.on_speech_changed()

    assert (desk.screen.labels, desk.screen.words) == ("nb", "nn")
    assert desk.screen.templates[0][1] == "Samarbeidsavtale"
    assert "byggje" in desk.screen.title


def test_partners_are_added_moved_and_removed(desk: Desk) -> None:
    """The keyboard goes along; removing one with words in it can be undone."""
    desk.name(2, name="Skift", speaker="Ola Li")
    desk.presenter.on_partner_added()
    desk.name(3, name="Havlyft")
    desk.presenter.on_partner_moved(3, -2)
    assert [one.name for one in desk.screen.partners] == ["Havlyft", "Nordlys", "Skift"]
    assert desk.screen.can_remove

    desk.presenter.on_partner_removed(2)
    assert (desk.screen.notice, desk.screen.notice_words) == (NoticeKind.PARTNER_REMOVED, "Skift")
    assert [one.name for one in desk.screen.partners] == ["Havlyft", "Nordlys"]
    desk.type(place="Bodø")
    desk.presenter.on_notice_answered("undo")

    assert [one.name for one in desk.screen.partners] == ["Havlyft", "Nordlys", "Skift"]
    assert desk.presenter.form.values["place"] == "Bodø"
    assert desk.screen.went_to == ["start", 3, 3, 1]


def test_an_empty_partner_goes_without_a_word(desk: Desk) -> None:
    """There is nothing to bring back."""
    desk.presenter.on_partner_added()

    desk.presenter.on_partner_removed(3)

    assert desk.screen.notice is None
    desk.presenter.on_partner_removed(2)
    assert len(desk.screen.partners) == 2


def test_a_draft_is_made_with_placeholders_for_the_rest(desk: Desk) -> None:
    """By the rules of the settings; the first partner comes first."""
    desk.name(2, name="Skift", speaker="Ola Li", speaker_title="leder")
    desk.type(purpose="bygge")

    desk.presenter.on_create_requested()

    (content,) = desk.created
    assert content.profile is Profile.NTB
    assert [one.name for one in content.partners] == ["Nordlys", "Skift"]
    assert [one.name for one in content.spokespersons] == ["Ola Li"]
    assert "[" in content.lead[0].plain
    assert not any(block.id.startswith("preview") for block in content.blocks)


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("date", "snart", "26.11"),
        ("date", "fredag 26.11", "torsdag 26.11"),
        ("embargo", "28.3.2027 02.30", "28.3.2027 03.30"),
        ("embargo", "26.11", "26.11 kl 8"),
    ],
)
def test_what_would_be_lost_is_asked_about(desk: Desk, name: str, wrong: str, right: str) -> None:
    """No draft; the keyboard goes to the field, which says what is wrong until it is corrected."""
    desk.type(**{name: wrong})

    desk.presenter.on_create_requested()

    assert desk.created == []
    assert desk.screen.notice is NoticeKind.REFUSED
    assert desk.screen.went_to[-1] == name
    assert desk.screen.states[name].is_refused
    desk.type(**{name: right})
    assert desk.screen.notice is None
    assert not desk.screen.states[name].problem
    desk.presenter.on_create_requested()
    assert len(desk.created) == 1


def test_the_same_partner_twice_is_asked_about(desk: Desk) -> None:
    """At the partners, and the keyboard goes to the second."""
    desk.name(2, name="Nordlys")
    assert "twice" in desk.screen.partner_problem

    desk.presenter.on_create_requested()

    assert desk.created == []
    assert desk.screen.went_to[-1] == 2


def test_leaving_an_untouched_form_asks_nothing(desk: Desk) -> None:
    """Choosing a template and a language is not writing."""
    desk.presenter.on_template_chosen("tildeling")
    desk.presenter.on_language_chosen("nn")

    desk.presenter.on_cancel_requested()

    assert desk.left == ["left"]
    assert desk.screen.notice is None


def test_leaving_what_was_written_asks_and_can_be_undone(desk: Desk) -> None:
    """Asked twice, it stays; discarded, it can be brought back next time."""
    desk.type(place="Bodø")
    desk.presenter.on_cancel_requested()
    assert desk.screen.notice is NoticeKind.DISCARD
    desk.presenter.on_cancel_requested()
    assert (desk.screen.notice, desk.left) == (None, [])

    desk.presenter.on_cancel_requested()
    desk.presenter.on_notice_answered("discard")
    assert desk.left == ["left"]
    desk.presenter.start("nb", "", "sprakradet")
    assert desk.screen.values == {}
    assert desk.screen.notice is NoticeKind.DISCARDED
    desk.presenter.on_notice_answered("restore")

    assert desk.screen.values["place"] == "Bodø"
    assert desk.screen.partners[0].name == "Nordlys"


def test_a_template_that_is_gone_gives_way_to_the_first(desk: Desk) -> None:
    """Own templates are files: somebody may have moved one while the form was open."""
    desk.type(place="Bodø")
    loaded = desk.presenter._loaded
    assert loaded is not None
    desk.presenter.on_template_chosen("pilotprosjekt")

    desk.presenter.on_loaded(replace(loaded, templates=loaded.templates[:2]))

    assert desk.screen.current == "samarbeidsavtale"
    assert desk.screen.values["place"] == "Bodø"


def test_typing_takes_the_question_away(desk: Desk) -> None:
    """Whoever goes on writing has answered."""
    desk.type(place="Bodø")
    desk.presenter.on_cancel_requested()

    desk.type(place="Bodøs")

    assert desk.screen.notice is None


@pytest.mark.parametrize(
    ("name", "value", "traces"),
    [
        ("purpose", "", ["[hva partene skal gjøre sammen]"]),
        ("start", "1.1", ["fredag 1. januar 2027", "1. januar 2027", "1.1", "[startdato]"]),
        ("why", "Først.\nSå.", ["Først.", "[hvilket problem avtalen skal løse, og for hvem]"]),
        (
            "exclusivity",
            "open",
            ["Avtalen er åpen for flere partnere.", "open", "[om avtalen er åpen for andre]"],
        ),
    ],
)
def test_the_draft_is_told_what_a_field_is_about(
    desk: Desk, name: str, value: str, traces: list[str]
) -> None:
    """The answer as it is written, else the placeholder."""
    desk.type(**{name: value})

    desk.presenter.on_field_entered(name)

    assert desk.screen.traces == traces
