"""A partner who answers in LibreOffice: edits Word files, tracked or in silence.

One office serves any number of edits, since starting it costs more than they do. Where there is
no LibreOffice with its Python bridge, ``partner_python`` is None and tests are skipped.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

DRIVER = Path(__file__).with_name("word_partner_driver.py")
START_S = 90
EDIT_S = 60

Step = tuple[str, ...]
"""The name of a method of the driver's ``Edit``, and its words: ``("replace", "200", "300")``."""


@lru_cache(maxsize=1)
def partner_python() -> str | None:
    """Return the Python that can talk to LibreOffice, None where one of them is missing."""
    if shutil.which("soffice") is None:
        return None
    for folder in os.get_exec_path():
        python = Path(folder) / "python3"
        if python.is_file():
            asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if asked.returncode == 0:
                return str(python)
    return None


class PartnerFailed(AssertionError):
    """The office did not do it, or took too long."""


class Partner:
    """Somebody with LibreOffice. A context manager: the office ends with it."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="partner-")
        python = partner_python()
        if python is None:
            raise PartnerFailed("no LibreOffice")
        self._process = subprocess.Popen(
            [python, str(DRIVER), self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        try:
            self._answer(START_S)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def edit(
        self,
        source: Path,
        target: Path,
        *steps: Step,
        is_tracked: bool = True,
        author: str = "Kari Partner",
    ) -> Path:
        """Write ``source``, after ``steps``, to ``target`` (.docx, or .txt for its words).

        The office gets copies of its own, so that what it locks or leaves hurts nobody.

        Raises:
            PartnerFailed: a step could not be done, or the office hangs.
        """
        mine, theirs = Path(self._folder) / "inn.docx", Path(self._folder) / f"ut{target.suffix}"
        shutil.copyfile(source, mine)
        request = {
            "source": str(mine),
            "target": str(theirs),
            "author": author,
            "track": is_tracked,
            "edits": steps,
        }
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise PartnerFailed("the office is gone") from error
        self._answer(EDIT_S)
        shutil.move(theirs, target)
        return target

    def _answer(self, limit_s: float) -> None:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], limit_s)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            self._end()
            raise PartnerFailed("the office hangs or is gone")
        problem = json.loads(line).get("error")
        if problem is not None:
            raise PartnerFailed(problem)

    def _end(self) -> None:
        """End the office and everything that it started."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
