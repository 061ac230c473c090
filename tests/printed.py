"""Small readings of what the command line prints."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]  # a JSON document as printed


def quote_of(shown: Shape, number: int = 0) -> Shape:
    """Return a quote block of what ``show --json`` printed, by its place among the quotes."""
    quotes: list[Shape] = [block for block in shown["blocks"] if block["kind"] == "quote"]
    return quotes[number]
