"""``pressdesk``, and ``python -m pressdesk.app``."""

from __future__ import annotations

import io
import os
import sys

from pressdesk.app.wiring import make_journeys, open_window
from pressdesk.cli.main import run
from pressdesk.cli.session import Session
from pressdesk.i18n.catalogue import interface_language
from pressdesk.services.wishes import Wishes


def main() -> None:
    """Start PressDesk and leave the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    wishes = Wishes(key_choice=os.environ.get("PRESSDESK_KEY") or None)
    run(
        Session(
            wishes=wishes,
            make_journeys=make_journeys,
            language=interface_language(),
            open_window=open_window,
        )
    )


if __name__ == "__main__":
    main()
