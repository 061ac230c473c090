"""Puts the real parts together: clock, ids, random bytes, settings, folders, window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pressdesk.services.identity import Notify
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.wishes import Wishes
    from pressdesk.settings import Settings

    AskPassphrase = Callable[[Path], str | None]


def make_journeys(
    wishes: Wishes,
    notify: Notify,
    language: str,
    ask_passphrase: AskPassphrase | None = None,
    settings: Settings | None = None,
) -> Journeys:
    """Return the journeys of a run, wired to the real world; the terminal is asked by default.

    Raises:
        SettingsFileDamaged: ``settings`` was not given, and the file cannot be understood.
    """
    import os
    import secrets

    from pressdesk import paths
    from pressdesk.services.identity import Identity
    from pressdesk.services.journeys import Journeys
    from pressdesk.settings import read_settings

    config_folder = paths.default_config_folder()
    chosen = settings or read_settings(config_folder).settings
    ask = ask_passphrase or _asked

    def passphrase(key_file: Path) -> str | None:
        return os.environ.get("PRESSDESK_PASSPHRASE") or ask(key_file)

    identity = Identity(
        wishes=wishes,
        settings=chosen,
        ask_passphrase=passphrase,
        clock=clock,
        random_bytes=secrets.token_bytes,
        notify=notify,
    )
    return Journeys(
        identity=identity,
        settings=chosen,
        data_folder=wishes.data_folder or paths.default_data_folder(),
        config_folder=config_folder,
        language=language,
        clock=clock,
        new_id=new_id,
        notify=notify,
    )


def open_window(wishes: Wishes, file: Path | None) -> int:
    """Open the window and return the exit code when it is left.

    Nothing here may be heavy: the first paint waits for it.
    """
    import gc
    import os
    from dataclasses import replace
    from functools import partial
    from pathlib import Path

    gc.disable()  # imports leave no rubbish to speak of; the first paint is the end of it
    from pressdesk import paths
    from pressdesk.app.process_age import process_age_ms
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.gui.window.start import Start, run_window
    from pressdesk.i18n.catalogue import interface_language
    from pressdesk.settings import Settings, read_settings

    config_folder = paths.default_config_folder()
    trouble: PressDeskError | None = None
    settings = Settings()
    try:
        settings = read_settings(config_folder).settings
    except PressDeskError as error:
        trouble = error
    if settings.key_file and not (wishes.key_file or wishes.key_choice):
        wishes = replace(wishes, key_file=Path(settings.key_file))
    return run_window(
        Start(
            data_folder=wishes.data_folder or paths.default_data_folder(),
            config_folder=config_folder,
            settings=settings,
            trouble=trouble,
            language=settings.interface_language or interface_language(),
            system_language=interface_language(),
            make_journeys=partial(make_journeys, wishes),
            clock=clock,
            file=file,
            report=frozenset(filter(None, os.environ.get("PRESSDESK_REPORT", "").split(","))),
            process_age_ms=process_age_ms,
        )
    )


def new_id() -> str:
    """Return a ULID; imported late, since an idle window needs none, and it takes megabytes."""
    from ulid import ULID

    return str(ULID())


def clock() -> datetime:
    """Return now."""
    return datetime.now(UTC)


def _asked(_key_file: Path) -> str | None:
    """Ask for a passphrase where somebody can answer."""
    import sys
    from getpass import getpass

    return getpass("Passphrase: ") if sys.stdin.isatty() else None
