"""What one run of the command line was told, and how it talks back."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import click

from pressdesk.domain.oslo import oslo_time
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from pressdesk.domain.canonical import Json
    from pressdesk.domain.errors import PressDeskError
    from pressdesk.services.identity import Notify
    from pressdesk.services.journeys import Journeys
    from pressdesk.services.wishes import Wishes


@dataclass
class Session:
    """The click object of the run.

    ``make_journeys`` wires the real parts when a command first needs them, so that ``--help``
    stays quick.
    """

    wishes: Wishes
    make_journeys: Callable[[Wishes, Notify, str], Journeys]
    language: str
    open_window: Callable[[Wishes, Path | None], int] | None = None
    """Opens the window, with a file if there is one, and returns the exit code when it is left."""
    _told: set[str] = field(default_factory=set)

    @cached_property
    def journeys(self) -> Journeys:
        """The journeys; the first use ends the time of wishes."""
        return self.make_journeys(self.wishes, self.notify, self.language)

    def close(self) -> None:
        """End what the journeys have started, if there were any."""
        if "journeys" in self.__dict__:
            self.journeys.close()

    def wish(self, **wishes: object) -> None:
        """Take over what an option said."""
        self.wishes = replace(self.wishes, **wishes)  # type: ignore[arg-type]  # names by option

    def gettext(self, message: str) -> str:
        """Return ``message`` in the language of the interface."""
        from pressdesk.i18n import catalogue

        return catalogue(self.language).gettext(message)

    def notify(self, notice: PressDeskError) -> None:
        """Say something on stderr, once."""
        from pressdesk.i18n import explain

        words = explain(notice, self.language)
        if words not in self._told:
            self._told.add(words)
            click.echo(words, err=True)

    def show_window(self, file: Path | None = None) -> int:
        """Open the window and return the exit code when it is left."""
        if self.open_window is None:
            raise click.ClickException(self.gettext("There is no window here."))
        return self.open_window(self.wishes, file)

    def say(self, message: str, **values: object) -> None:
        """Print one line for people, in their language; values come from anywhere."""
        shown = {
            name: value if isinstance(value, int) else visible_line(str(value))
            for name, value in values.items()
        }
        click.echo(self.gettext(message).format(**shown))

    def print_json(self, shape: dict[str, Json]) -> None:
        """Print the one JSON document of a command."""
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))

    def print_table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print rows under translated column names; plain, tab-separated where nobody looks."""
        names = [self.gettext(column) for column in columns]
        if not sys.stdout.isatty():
            for row in (names, *rows):
                click.echo("\t".join(row))
            return
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*names, box=None, pad_edge=False, header_style="bold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        Console().print(table)


pass_session = click.make_pass_decorator(Session)


def when(instant: datetime) -> str:
    """Return an instant as Norwegian clocks show it, short enough for a table."""
    return oslo_time(instant).strftime("%Y-%m-%d %H.%M")
