"""Release templates: loaded, checked, filled.

A template is a folder ``<id>`` with ``nb.toml``, ``nn.toml`` and ``en.toml``; what is in them is
in ARCHITECTURE.md, "Templates".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    TemplateFaulty,
    TemplateLanguageMissing,
    TemplateNotToml,
    TemplateUnknown,
)
from pressdesk.drafting.template_checks import FieldProblem, ProblemKind, check_fields
from pressdesk.drafting.template_filling import NewId, example_fields, fill, template_example
from pressdesk.drafting.template_input import parse_assignments, read_fields_file
from pressdesk.drafting.template_model import (
    CATALOGUE,
    FieldType,
    FilledContact,
    FilledFields,
    FilledPartner,
    FilledSpokesperson,
    Template,
    TemplateField,
    TemplateText,
)
from pressdesk.drafting.template_reading import LARGEST_FILE, ReadText, check_alike, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = [
    "FieldProblem",
    "FieldType",
    "FilledContact",
    "FilledFields",
    "FilledPartner",
    "FilledSpokesperson",
    "LoadedTemplates",
    "NewId",
    "ProblemKind",
    "Template",
    "TemplateField",
    "TemplateText",
    "check_fields",
    "example_fields",
    "fill",
    "load_templates",
    "parse_assignments",
    "read_fields_file",
    "template_example",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTemplates:
    """The templates that can be used, and what is wrong with those that cannot.

    A template that lacks a language is among both: it can be used in the others.
    """

    templates: tuple[Template, ...]
    problems: tuple[TemplateFaulty, ...] = ()

    def template(self, name: str) -> Template:
        """Return the template of that id.

        Raises:
            TemplateFaulty: it is there, but has a fault.
            TemplateUnknown: it is not there.
        """
        for template in self.templates:
            if template.id == name:
                return template
        for problem in self.problems:
            if problem.name.partition("/")[0] == name:
                raise problem
        raise TemplateUnknown(template=name)


def load_templates(folders: Sequence[Path]) -> LoadedTemplates:
    """Return the templates in ``folders``; those in later folders take the place of earlier.

    A faulty template is left out, so that an earlier one of its id stays, and is reported.
    Folders that do not exist hold nothing.

    Shape: those of the catalogue first, in its order, then the others by id. What comes from
    other folders than the first is marked as the user's own.
    """
    templates: dict[str, Template] = {}
    problems: list[TemplateFaulty] = []
    for number, folder in enumerate(folders):
        for place in _template_folders(folder):
            template, faults = _load(place, is_own=number > 0)
            problems += faults
            if template is not None:
                templates[template.id] = template
    order = dict(zip(CATALOGUE, count(), strict=False))
    listed = sorted(templates.values(), key=lambda one: (order.get(one.id, len(order)), one.id))
    return LoadedTemplates(templates=tuple(listed), problems=tuple(problems))


def _template_folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for place in sorted(folder.iterdir()):
            if place.is_dir() and not place.name.startswith((".", "_")):
                yield place


def _load(place: Path, *, is_own: bool) -> tuple[Template | None, list[TemplateFaulty]]:
    read: list[ReadText] = []
    missing: list[TemplateFaulty] = []
    faults: list[TemplateFaulty] = []
    for language in Language:
        path = place / f"{language.value}.toml"
        name = f"{place.name}/{path.name}"
        if not path.exists():
            missing.append(TemplateLanguageMissing(name=name, line=1, language=language.value))
            continue
        try:
            text = read_text(
                _content_of(path, name), name=name, template=place.name, language=language
            )
            if read:
                check_alike(read[0], text)
            read.append(text)
        except TemplateFaulty as fault:
            faults.append(fault)
    if faults or not read:
        return None, faults or missing
    texts = tuple(one.text for one in read)
    return Template(id=place.name, texts=texts, is_own=is_own), missing


def _content_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise TemplateNotToml(name=name, line=1) from error
