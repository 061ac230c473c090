"""What tests of approvals and of the gate do with a release on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from running import Ran, Run

HOLTE, SAND = "Marianne Holte", "Erik Johan Sand"


def quotes(run: Run, release: Path, *arguments: str) -> list[Any]:  # Any: what the command printed
    """Return the quotes as ``show`` prints them."""
    shown = run("show", release, "--json", *arguments).json
    return [block for block in shown["blocks"] if block["kind"] == "quote"]


def quote_by(run: Run, release: Path, name: str) -> Any:  # Any: as above
    """Return the first quote of a person."""
    return next(one for one in quotes(run, release) if one["speaker"]["name"] == name)


def approve(run: Run, release: Path, block: str, by: str, *arguments: str) -> Ran:
    """Note that somebody said yes on the telephone."""
    evidence = ("--how", "phone", "--evidence", "Ringte kl. 10.15, leste opp sitatet.")
    return run("approve", release, block, "--by", by, *evidence, *arguments)


def approve_all(run: Run, release: Path) -> None:
    """Have every quote approved by its speaker."""
    for quote in quotes(run, release):
        assert approve(run, release, quote["id"], quote["speaker"]["name"]).code == 0


def kinds(run: Run, release: Path) -> list[str]:
    """Return the kinds of the events so far."""
    return [event["kind"] for event in run("log", release, "--json").json["events"]]


def is_unbroken(run: Run, release: Path) -> bool:
    """Return whether the history verifies."""
    return run("verify", release, "--json").json["unbroken"] is True
