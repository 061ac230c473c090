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
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
"""Per cent."""


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
    key_file: str | None = None
    """A key file to sign with, where there is no safe keyring."""

    def __post_init__(self) -> None:
        languages = (self.interface_language, self.document_language)
        if not all(one is None or one in LANGUAGES for one in languages):
            raise ValueError("languages are nb, nn and en")
        if self.theme not in THEMES or self.profile not in PROFILES:
            raise ValueError("no such theme or profile")
        if not SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT:
            raise ValueError("letters are 100 to 200 per cent")


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
        if type(value) is not (int if name == "text_percent" else str):
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
        if value == field.default:
            document.pop(field.name, None)
        elif document.get(field.name) != value:
            document[field.name] = value
    write_whole(path, tomlkit.dumps(document).encode("utf-8"))
