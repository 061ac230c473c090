"""What merely importing the room costs."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_room_imports_no_recognition() -> None:
    """The command line imports parts of the room late; the package itself must be light."""
    code = (
        "import sys, pressdesk.drafting\n"
        "print([one for one in sys.modules if one.startswith('pressdesk.drafting.')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
