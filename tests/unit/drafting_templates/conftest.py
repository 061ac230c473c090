"""The templates that come along, loaded once, and ids that can be foreseen."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressdesk.drafting.templates import FilledPartner, LoadedTemplates, Template, load_templates

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


@pytest.fixture(scope="session")
def loaded() -> LoadedTemplates:
    """Return what loading the shipped templates gives."""
    return load_templates([TEMPLATES])


@pytest.fixture(scope="session")
def agreement(loaded: LoadedTemplates) -> Template:
    """Return the template for partnership agreements."""
    return loaded.template("samarbeidsavtale")


@pytest.fixture(scope="session")
def membership(loaded: LoadedTemplates) -> Template:
    """Return the template for new members."""
    return loaded.template("nytt-medlem")


@pytest.fixture(scope="session")
def grant(loaded: LoadedTemplates) -> Template:
    """Return the template for grants."""
    return loaded.template("tildeling")


@pytest.fixture(scope="session")
def new_id() -> Callable[[], str]:
    """Return a maker of ids that never repeat."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture(scope="session")
def three_partners() -> tuple[FilledPartner, ...]:
    """Return three partners, one of them with a short form of its own."""
    return (
        FilledPartner(name="Arctic Cluster Team", short="ACT"),
        FilledPartner(name="Skift – Næringslivets Klimaledere", short="Skift"),
        FilledPartner(name="Havlyft", short="Havlyft"),
    )
