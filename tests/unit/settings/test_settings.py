"""What the user has chosen outlasts the session, and nothing else in the file is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import FolderReadOnly, SettingsFileDamaged
from pressdesk.settings import FILE_NAME, Settings, read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(
    actor="Kari Nes <kari@nordlys.example>; Nordlys «Bodø»",
    interface_language="nn",
    theme="contrast",
    text_percent=150,
    document_language="en",
    profile="ntb",
    key_file="nøkkel.key",
    grammar_engine="remote",
    grammar_folder="språk/LanguageTool-6.6",
    grammar_server="https://lt.nordlys.example/",
    grammar_user="kari",
    grammar_servers_allowed=("https://lt.nordlys.example/", "https://andre.example/"),
)


def test_what_was_chosen_is_read_again(tmp_path: Path) -> None:
    """Every setting, in a folder that was not there."""
    folder = tmp_path / "a" / "b"

    write_settings(folder, CHOSEN)

    assert read_settings(folder).settings == CHOSEN
    assert read_settings(folder).unknown == ()
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    """And writing the defaults leaves nothing in it."""
    assert read_settings(tmp_path).settings == Settings()

    write_settings(tmp_path, Settings())

    assert (tmp_path / FILE_NAME).read_text("utf-8") == ""


def test_unknown_keys_and_comments_stay(tmp_path: Path) -> None:
    """A newer PressDesk may have put them there, or a person."""
    path = tmp_path / FILE_NAME
    path.write_text(
        '# mine\ntheme = "dark" # at night\nshiny = 3\nactor = "Ola"\n\n[later]\nx = 1\n', "utf-8"
    )

    write_settings(tmp_path, Settings(theme="light", text_percent=120))

    words = path.read_text("utf-8")
    assert "# mine" in words
    assert 'theme = "light" # at night' in words
    assert "shiny = 3" in words
    assert "[later]\nx = 1" in words
    assert "actor" not in words
    assert read_settings(tmp_path).settings == Settings(theme="light", text_percent=120)
    assert read_settings(tmp_path).unknown == ("later", "shiny")


@pytest.mark.parametrize(
    "words",
    [
        'theme = "pink"',
        "text_percent = 90",
        "text_percent = 201",
        "text_percent = true",
        'text_percent = "150"',
        "actor = 3",
        'interface_language = "sv"',
        'document_language = ""',
        'profile = "own"',
        'grammar_engine = "always"',
        'grammar_servers_allowed = "https://lt.nordlys.example/"',
        "grammar_servers_allowed = [1]",
        'grammar_server = ["https://lt.nordlys.example/"]',
        "theme =",
    ],
)
def test_a_file_that_cannot_be_understood_is_not_used(tmp_path: Path, words: str) -> None:
    """It is said, not guessed around."""
    (tmp_path / FILE_NAME).write_text(words, "utf-8")

    with pytest.raises(SettingsFileDamaged):
        read_settings(tmp_path)


def test_a_file_that_is_no_toml_is_left_as_it_is(tmp_path: Path) -> None:
    """Whatever is in it belongs to somebody."""
    (tmp_path / FILE_NAME).write_text("theme = = 3", "utf-8")

    with pytest.raises(SettingsFileDamaged):
        write_settings(tmp_path, CHOSEN)

    assert (tmp_path / FILE_NAME).read_text("utf-8") == "theme = = 3"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """Nothing is written."""
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(FolderReadOnly):
        write_settings(tmp_path / "file" / "config", CHOSEN)


@pytest.mark.parametrize("wrong", [{"theme": ""}, {"text_percent": 0}, {"profile": "x"}])
def test_settings_are_what_they_can_be(wrong: dict[str, object]) -> None:
    """A value that no setting can take is a bug of ours."""
    with pytest.raises(ValueError):
        Settings(**wrong)  # type: ignore[arg-type]
