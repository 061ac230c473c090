"""What the user has chosen, kept as TOML in the user's settings folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from pressdesk.domain.errors import FolderReadOnly, SettingsFileDamaged

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "settings.toml"
LANGUAGES = ("nb", "nn", "en")
THEMES = ("system", "light", "dark", "contrast")
PROFILES = ("sprakradet", "ntb", "house")
GRAMMAR_ENGINES = ("off", "local", "remote")
FINDING_KINDS = (
    "spelling",
    "grammar",
    "punctuation",
    "typography",
    "style",
    "house",
    "structure",
)
WORD_LAYERS = ("release", "organisation", "personal")
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
"""Per cent."""
_LISTS = frozenset({"findings_hidden", "grammar_servers_allowed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices that outlast a session."""

    actor: str | None = None
    """Who you are: ``Name <mail>; Organisation``."""
    interface_language: str | None = None
    """``nb``, ``nn`` or ``en``; else the system's language."""
    theme: str = "system"
    """``light``, ``dark`` or ``contrast``; else as the system wishes."""
    text_percent: int = SMALLEST_TEXT
    """Size of letters in the window: 100 to 200."""
    document_language: str | None = None
    """The language new releases are written in: ``nb``, ``nn`` or ``en``; else the interface's."""
    profile: str = "sprakradet"
    """Whose rules of typography new releases follow: ``sprakradet``, ``ntb`` or ``house``."""
    findings_hidden: tuple[str, ...] = ()
    """Kinds of findings that the window does not show: ``style``, ``structure`` …"""
    word_layer: str = "release"
    """The list that words go to unless said otherwise; ``organisation`` or ``personal``, too."""
    organisation_words: str | None = None
    """The organisation's word list, on a drive that all share; else a file in the data folder."""
    grammar_engine: str = "off"
    """LanguageTool: ``local`` on this machine, which takes Java, or ``remote``; else ``off``."""
    grammar_folder: str | None = None
    """The folder that holds LanguageTool; else that of ``LTP_PATH``, else its usual one."""
    grammar_server: str | None = None
    """Address of a LanguageTool server, which is shown the text while it is unpublished."""
    grammar_user: str | None = None
    """User name at that server; its key lies in the keyring."""
    grammar_servers_allowed: tuple[str, ...] = ()
    """Addresses that text may be sent to: the user was asked, and said yes."""
    key_file: str | None = None
    """A key file to sign with, where there is no safe keyring."""

    @property
    def proofing(self) -> tuple[object, ...]:
        """All that proofreading goes by."""
        names = ("findings_hidden", "word_layer", "organisation_words", "profile")
        grammar = (field.name for field in fields(self) if field.name.startswith("grammar_"))
        return tuple(getattr(self, name) for name in (*names, *grammar))

    def __post_init__(self) -> None:
        languages = (self.interface_language, self.document_language)
        if not all(one is None or one in LANGUAGES for one in languages):
            raise ValueError("languages are nb, nn and en")
        if self.theme not in THEMES or self.profile not in PROFILES:
            raise ValueError("no such theme or profile")
        if not SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT:
            raise ValueError("letters are 100 to 200 per cent")
        if self.grammar_engine not in GRAMMAR_ENGINES or self.word_layer not in WORD_LAYERS:
            raise ValueError("no such grammar engine or word list")
        if not set(self.findings_hidden) <= set(FINDING_KINDS):
            raise ValueError("no such kind of findings")


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings, and the keys of the file that this PressDesk does not know."""

    settings: Settings
    unknown: tuple[str, ...] = ()


def read_settings(folder: Path) -> ReadSettings:
    """Return the settings kept in ``folder``; the defaults where there is no file.

    Raises:
        SettingsFileDamaged: not TOML, or a value that a setting cannot take.
    """
    path = folder / FILE_NAME
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ReadSettings(Settings())
    except (OSError, ValueError) as error:
        raise SettingsFileDamaged(name=str(path)) from error
    known = {field.name for field in fields(Settings)}
    chosen = {name: value for name, value in values.items() if name in known}
    for name, value in chosen.items():
        if name in _LISTS and isinstance(value, list) and all(type(one) is str for one in value):
            chosen[name] = tuple(value)
        elif name in _LISTS or type(value) is not (int if name == "text_percent" else str):
            raise SettingsFileDamaged(name=str(path))
    try:
        settings = Settings(**chosen)
    except ValueError as error:
        raise SettingsFileDamaged(name=str(path)) from error
    return ReadSettings(settings, tuple(sorted(values.keys() - known)))


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep ``settings`` in ``folder``; defaults are left out, unknown keys and comments stay.

    Raises:
        SettingsFileDamaged: the file there is not TOML; it was left as it is.
        FolderReadOnly, DiskFull: nothing was written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from pressdesk.files import write_whole

    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderReadOnly(name=str(folder)) from error
    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    except (OSError, ValueError, TOMLKitError) as error:
        raise SettingsFileDamaged(name=str(path)) from error
    for field in fields(Settings):
        value = getattr(settings, field.name)
        kept = list(value) if field.name in _LISTS else value
        if value == field.default:
            document.pop(field.name, None)
        elif document.get(field.name) != kept:
            document[field.name] = kept
    write_whole(path, tomlkit.dumps(document).encode("utf-8"))
