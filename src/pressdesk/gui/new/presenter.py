"""Keeps the place in step with what is typed: state of each field, progress, preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressdesk.gui.new.form import EMBARGO, RELEASE_MODE, Form
from pressdesk.gui.new.showing import FieldState, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.content import Content, Language
    from pressdesk.gui.new.form import PartnerEntry
    from pressdesk.gui.new.showing import NewReleaseView, Speaks
    from pressdesk.services.templates import (
        FieldProblem,
        FilledFields,
        LoadedTemplates,
        Template,
        TemplateField,
        Templates,
        TemplateText,
    )

_TRACE = 60
"""Characters by which a long answer is found in the draft."""
PARTNERS = "partner"
"""The name by which problems call the partners."""


class NewReleasePresenter:
    """Holds the form; views only show it.

    ``schedule`` asks to be called back at ``refresh`` soon, once for many keys.
    """

    def __init__(  # noqa: PLR0913  # all named, given once by the place
        self,
        view: NewReleaseView,
        templates: Templates,
        speech: Speaks,
        *,
        schedule: Callable[[], None],
        created: Callable[[Content], None],
        cancelled: Callable[[], None],
    ) -> None:
        self._view = view
        self._templates = templates
        self._speech = speech
        self._schedule = schedule
        self._created = created
        self._cancelled = cancelled
        self._loaded: LoadedTemplates | None = None
        self._fresh = Form()
        self._before_removal: Form | None = None
        self._discarded: Form | None = None
        self._visited: set[str] = set()
        self._profile = "sprakradet"
        self._notice: NoticeKind | None = None
        self.form = Form()

    # --- beginning

    def start(self, language: str, organisation: str, profile: str) -> None:
        """Begin a fresh form in ``language`` for one of ``organisation``."""
        self._profile = profile
        self._fresh = Form.fresh(language, organisation)
        self.form = self._fresh
        self._visited.clear()
        self._before_removal = None
        self._hide_notice()
        self._show_partners()
        if self._loaded is not None:
            self.on_loaded(self._loaded)
        if self._discarded is not None:
            self._show_notice(NoticeKind.DISCARDED)
        self._view.go_to_start()

    def on_loaded(self, loaded: LoadedTemplates) -> None:
        """List the templates, and ask for the fields of the one chosen."""
        self._loaded = loaded
        self._choose(self.form.template)
        if loaded.problems and self._notice is None:
            from pressdesk.i18n import explain

            words = " ".join(explain(one, self._speech.language) for one in loaded.problems)
            self._show_notice(NoticeKind.FAULTY_TEMPLATES, words)

    def on_speech_changed(self) -> None:
        """Label everything in the language of the interface."""
        if self._loaded is not None and self.form.template:
            self._choose(self.form.template)

    # --- choosing

    def on_template_chosen(self, template: str) -> None:
        """Ask for the fields of another template; what was typed stays."""
        if template != self.form.template:
            self._visited -= {field.name for field in self._words.fields}
            self._choose(template)

    def on_language_chosen(self, language: str) -> None:
        """Write in another language; what was typed stays."""
        if language != self.form.language:
            self.form = replace(self.form, language=language)
            self._show_template()

    # --- typing

    def on_value_edited(self, name: str, value: str) -> None:
        """Take one answer."""
        mode = self.form.values.get(RELEASE_MODE, "")
        self.form = self.form.with_value(name, value)
        if self.form.values.get(RELEASE_MODE, "") != mode and name != RELEASE_MODE:
            self._view.show_value(RELEASE_MODE, self.form.values[RELEASE_MODE])
        self._edited()

    def on_field_entered(self, name: str) -> None:
        """Let the draft show what the field is about."""
        language, field = self._language, self._words.field(name)
        if language is not None and field is not None:
            self._view.show_in_draft(self._traces(field, language))

    def on_field_left(self, name: str) -> None:
        """Say from now on what is wrong with a field that people have been to."""
        if name not in self._visited:
            self._visited.add(name)
            self._schedule()

    def on_partner_edited(self, partner: PartnerEntry) -> None:
        """Take what is typed about a partner."""
        self.form = self.form.with_partner(partner)
        self._edited()

    def on_partner_added(self) -> None:
        """Ask for one partner more."""
        self.form = self.form.with_new_partner()
        self._show_partners()
        self._view.go_to_partner(self.form.partners[-1].key)
        self._edited()

    def on_partner_removed(self, key: int) -> None:
        """Take a partner away, which can be undone."""
        before, place = self.form, [one.key for one in self.form.partners].index(key)
        self.form = self.form.without_partner(key)
        if self.form is before:
            return
        self._show_partners()
        self._view.go_to_partner(self.form.partners[max(0, place - 1)].key)
        self._edited()
        if not before.partners[place].is_empty:
            self._before_removal = before
            self._show_notice(NoticeKind.PARTNER_REMOVED, before.partners[place].name)

    def on_partner_moved(self, key: int, step: int) -> None:
        """Move a partner; the first one holds the pen."""
        self.form = self.form.with_moved_partner(key, step)
        self._show_partners()
        self._view.go_to_partner(key)
        self._edited()

    # --- ending

    def on_create_requested(self) -> None:
        """Make the draft, unless an answer would be lost in it."""
        template, language = self._template, self._language
        if template is None or language is None:
            return
        filled = self._filled
        refused = [
            one for one in self._templates.check(template, language, filled) if one.is_refused
        ]
        if refused:
            self._visited |= {one.field for one in refused}
            self.refresh()
            self._show_notice(NoticeKind.REFUSED, self._sentence(refused[0]))
            self._go_to(refused[0])
            return
        self._discarded = None
        self._created(self._templates.draft(template, language, filled, profile=self._profile))

    def on_cancel_requested(self) -> None:
        """Leave if nothing was typed, else ask; asked again, stay."""
        if self._notice is NoticeKind.DISCARD:
            self._hide_notice()
        elif self.form.says_the_same(self._fresh):
            self._cancelled()
        else:
            self._show_notice(NoticeKind.DISCARD)

    def on_notice_answered(self, answer: str) -> None:
        """Do what a button of the message says."""
        self._hide_notice()
        match answer:
            case "discard":
                self._discarded = self.form
                self._cancelled()
            case "restore" if self._discarded is not None:
                self.form, self._discarded = self._discarded, None
                self._show_partners()
                self._choose(self.form.template)
            case "undo" if self._before_removal is not None:
                partners, self._before_removal = self._before_removal.partners, None
                self.form = replace(self.form, partners=partners)
                self._show_partners()
                self._schedule()

    def on_notice_closed(self) -> None:
        """Forget the message."""
        self._notice = None

    # --- showing

    def refresh(self) -> None:
        """Show what the answers make, and what is to be said about them."""
        from pressdesk.services.templates import progress, top_lines

        template, language = self._template, self._language
        if template is None or language is None:
            return
        filled = self._filled
        problems = self._templates.check(template, language, filled)
        for field in self._words.fields:
            self._view.show_field(field.name, self._state(field, language, problems))
        about_partners = [one for one in problems if one.field == PARTNERS and one.is_refused]
        self._view.show_partner_problem(self._sentence(about_partners[0]) if about_partners else "")
        done = progress(self._words, filled)
        self._view.show_progress(done.filled, done.total)
        content = self._templates.preview(template, language, filled)
        self._view.show_preview(content, *top_lines(content))

    def _state(
        self, field: TemplateField, language: Language, problems: Sequence[FieldProblem]
    ) -> FieldState:
        from pressdesk.services.templates import ProblemKind

        value = self.form.values.get(field.name, "")
        said = [
            one
            for one in problems
            if one.field == field.name
            and one.kind is not ProblemKind.TOO_LONG
            and field.name in self._visited
        ]
        return FieldState(
            problem=self._sentence(said[0]) if said else "",
            is_refused=bool(said) and said[0].is_refused,
            written=self._templates.written(field, value, language),
            length=field.limit.length(value) if field.limit else 0,
            limit=field.limit.good if field.limit else None,
            is_shown=field.name != EMBARGO or self.form.has_embargo,
        )

    def _traces(self, field: TemplateField, language: Language) -> list[str]:
        """Return the words by which an answer is found in the draft, the likeliest first."""
        value = self.form.values.get(field.name, "").strip()
        chosen = [one.text for one in field.choices if one.value == value]
        written = self._templates.written(field, value, language)
        after_weekday = written.partition(" ")[2]
        first_line = value.partition("\n")[0][:_TRACE].strip()
        found = [*chosen, written, after_weekday, first_line, f"[{field.placeholder}]"]
        return [words for words in found if len(words) > 1]

    def _sentence(self, problem: FieldProblem) -> str:
        from pressdesk.services.templates import problem_sentence

        template = self._template
        return problem_sentence(problem, template, self._speech.language) if template else ""

    def _choose(self, name: str) -> None:
        """Ask for the fields of a template; of the first, if that one is no longer there."""
        from pressdesk.services.templates import words_of

        if self._loaded is None or not self._loaded.templates:
            return
        known = [one for one in self._loaded.templates if one.id == name]
        template = known[0] if known else self._loaded.templates[0]
        languages = [one.value for one in template.languages]
        language = self.form.language if self.form.language in languages else languages[0]
        self.form = replace(self.form, template=template.id, language=language)
        speaks = self._speech.language
        rows = [(one.id, words_of(one, speaks).title, one.is_own) for one in self._loaded.templates]
        self._view.show_templates(rows, template.id)
        self._view.show_languages(languages, language)
        self._show_template()

    def _show_template(self) -> None:
        from pressdesk.services.templates import words_of

        template = self._template
        if template is not None:
            labels = words_of(template, self._speech.language)
            self._view.show_template(labels, self._words, self.form)
            self.refresh()

    def _show_partners(self) -> None:
        self._view.show_partners(self.form.partners, can_remove=self.form.can_remove)

    def _edited(self) -> None:
        if self._notice in {NoticeKind.DISCARD, NoticeKind.REFUSED}:
            self._hide_notice()
        self._schedule()

    def _show_notice(self, kind: NoticeKind, words: str = "") -> None:
        self._notice = kind
        self._view.show_notice(kind, words)

    def _hide_notice(self) -> None:
        if self._notice is not None:
            self._notice = None
            self._view.hide_notice()

    def _go_to(self, problem: FieldProblem) -> None:
        if self._words.field(problem.field) is not None:
            self._view.go_to_field(problem.field)
        else:
            named = [
                one.key for one in self.form.partners if problem.value in (one.name, one.short)
            ]
            self._view.go_to_partner(named[-1] if named else self.form.partners[0].key)

    @property
    def _template(self) -> Template | None:
        if self._loaded is None or not self.form.template:
            return None
        return self._loaded.template(self.form.template)

    @property
    def _language(self) -> Language | None:
        template = self._template
        if template is None:
            return None
        return next(one for one in template.languages if one.value == self.form.language)

    @property
    def _words(self) -> TemplateText:
        from pressdesk.services.templates import words_of

        template = self._template
        assert template is not None, "there are words once there is a template"  # noqa: S101
        return words_of(template, self.form.language)

    @property
    def _filled(self) -> FilledFields:
        return self.form.filled(frozenset(field.name for field in self._words.fields))
