"""What the dialog offers, as plain values; words are marked here and said where they stand."""

from __future__ import annotations

from pressdesk.domain.actor import Actor
from pressdesk.domain.errors import ActorRefused
from pressdesk.i18n.marking import N_

OWN_LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Languages are called by their own names in every language, so they are not translated."""
INTERFACE_LANGUAGES = (("", N_("As the system")), *OWN_LANGUAGE_NAMES.items())
DOCUMENT_LANGUAGES = (("", N_("As the window")), *OWN_LANGUAGE_NAMES.items())
THEMES = (
    ("system", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)
PROFILES = (
    ("sprakradet", N_("Language Council of Norway")),
    ("ntb", N_("NTB news agency")),
    ("house", N_("Your own house style")),
)
GRAMMAR_ENGINES = (
    ("off", N_("Off")),
    ("local", N_("LanguageTool on this machine")),
    ("remote", N_("LanguageTool on a server")),
)


def actor_words(name: str, mail: str, organisation: str) -> str | None:
    """Return who somebody is in the form that settings keep, None where nothing is said.

    Raises:
        ActorRefused: no name, or something that is no name or address.
    """
    parts = [" ".join(words.split()) for words in (name, mail, organisation)]
    if not any(parts):
        return None
    actor = Actor(name=parts[0], mail=parts[1] or None, organisation=parts[2] or None)
    words = str(actor)
    if Actor.parse(words) != actor:
        raise ActorRefused(words=words)
    return words


def actor_parts(words: str | None) -> tuple[str, str, str]:
    """Return name, address and organisation; empty strings for what is not said."""
    try:
        actor = Actor.parse(words) if words else None
    except ActorRefused:
        return words or "", "", ""
    return (actor.name, actor.mail or "", actor.organisation or "") if actor else ("", "", "")
