"""gettext catalogues: one for everything that speaks, whatever its room."""

from __future__ import annotations

import gettext
import locale
import os
from functools import cache
from typing import TYPE_CHECKING

from pressdesk import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

Catalogue = gettext.NullTranslations
"""Has ``gettext`` and ``ngettext``; English is the source language and needs no file."""

DOMAIN = "pressdesk"
LANGUAGES = ("nb", "nn", "en")
_WHOLE_SYSTEM = {"no": "nb", "nb": "nb", "nn": "nn"}


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of ``nb``, ``nn`` or ``en``.

    Labels inside a release come from ``catalogue(release.language)``, whatever language the
    interface speaks.

    Raises:
        FileNotFoundError: the catalogue was not compiled, so the installation is incomplete.
    """
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, paths.resource("i18n"), languages=[language])


def interface_language(environment: Mapping[str, str] | None = None) -> str:
    """Return the language of the system as ``nb``, ``nn`` or ``en``.

    Source: the environment variables that gettext itself reads, in its order; where none is
    set (Windows), the locale of the system.
    """
    variables = os.environ if environment is None else environment
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((variables[name] for name in names if variables.get(name)), None)
    if chosen is None:
        chosen = locale.getlocale()[0] or "en"
        if chosen.startswith("Norwegian"):
            chosen = "nn" if "Nynorsk" in chosen else "nb"
    first = chosen.split(":")[0].split("_")[0].split(".")[0].lower()
    return _WHOLE_SYSTEM.get(first, "en")
