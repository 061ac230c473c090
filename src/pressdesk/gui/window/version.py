"""Which PressDesk this is."""

from __future__ import annotations


def product_version() -> str:
    """Return the version; it is looked up late, since that takes longer than painting a line."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pressdesk")
    except PackageNotFoundError:
        return "(not installed)"  # run from a checkout
