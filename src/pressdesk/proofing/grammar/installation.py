"""What runs LanguageTool on this machine: its folder, and a Java that is new enough."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.domain.errors import (
    GrammarFolderMissing,
    GrammarJavaMissing,
    GrammarJavaOld,
    GrammarJavaUnclear,
)
from pressdesk.proofing.grammar.processes import first_output

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER_VARIABLE = "LTP_PATH"
"""The variable that language-tool-python reads, too."""

_JAR = "languagetool-server.jar"
_NAME = re.compile(r"LanguageTool-(\d{1,4})\.(\d{1,4})")
_JAVA_17_SINCE = (6, 6)
"""Source: LanguageTool's change log, 6.6: «Java 17 is now required»; before it was 8."""


@dataclass(frozen=True, slots=True)
class Installation:
    """A LanguageTool. ``version`` is None where the folder does not say it."""

    jar: Path
    version: tuple[int, int] | None

    @property
    def needed_java(self) -> int:
        """The lowest Java it runs on."""
        return 8 if self.version is not None and self.version < _JAVA_17_SINCE else 17


def found_installation(folder: Path | None, environment: Mapping[str, str]) -> Installation:
    """Return the newest LanguageTool in ``folder``, else where language-tool-python keeps it.

    Shape: the folder itself may be ``LanguageTool-6.6``, or hold such folders.

    Raises:
        GrammarFolderMissing: there is none.
    """
    chosen = environment.get(FOLDER_VARIABLE)
    usual = Path(chosen) if chosen else Path.home() / ".cache" / "language_tool_python"
    place = folder or usual
    try:
        candidates = [place, *place.glob("LanguageTool*")]
        found = [
            Installation(one / _JAR, _version(one)) for one in candidates if (one / _JAR).is_file()
        ]
    except OSError as error:
        raise GrammarFolderMissing(name=str(place)) from error
    if not found:
        raise GrammarFolderMissing(name=str(place))
    return max(found, key=lambda one: (one.version or (0, 0), str(one.jar)))


def _version(folder: Path) -> tuple[int, int] | None:
    match = _NAME.match(folder.name)
    return (int(match[1]), int(match[2])) if match else None


def found_java(needed: int, environment: Mapping[str, str], limit_s: float) -> str:
    """Return the path of a Java of at least version ``needed``: that of JAVA_HOME, else of PATH.

    Raises:
        GrammarJavaMissing, GrammarJavaOld, GrammarJavaUnclear.
    """
    from pressdesk.proofing.grammar.languagetool import java_version

    home = environment.get("JAVA_HOME")
    places = [str(Path(home) / "bin"), environment.get("PATH", "")] if home else None
    path = os.pathsep.join(places) if places else environment.get("PATH", "")
    java = shutil.which("java", path=path)
    if java is None:
        raise GrammarJavaMissing(needed=needed)
    try:
        version = java_version(first_output([java, "-version"], limit_s))
    except (OSError, ValueError) as error:
        raise GrammarJavaUnclear(name=java) from error
    if version < needed:
        raise GrammarJavaOld(found=version, needed=needed)
    return java
