"""Arguments and options that several commands share."""

from __future__ import annotations

import sys
from pathlib import Path

import click

release_file = click.argument(
    "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path)
)
language_option = click.option(
    "--language", type=click.Choice(["nb", "nn", "en"]), help="Which language version."
)
_MOST_BYTES = 20_000_000

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def standard_input() -> bytes:
    """Return what is on standard input; of too much only so much that it is refused."""
    return sys.stdin.buffer.read(_MOST_BYTES)
