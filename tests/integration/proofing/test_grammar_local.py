"""LanguageTool on this machine: it starts, reads, is killed, and never outlives PressDesk."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from itertools import groupby
from typing import TYPE_CHECKING

import psutil
import pytest

from grammar_servers import Traces, fake_java, script
from pressdesk.domain.content import Language
from pressdesk.domain.errors import (
    GrammarFolderMissing,
    GrammarJavaMissing,
    GrammarJavaOld,
    GrammarJavaUnclear,
    GrammarNotStarted,
    GrammarPortTaken,
    GrammarServerGarbled,
    GrammarServerLost,
    GrammarServerSilent,
    PressDeskError,
)
from pressdesk.domain.finding import FindingKind, Severity
from pressdesk.domain.grammar import EngineState, EngineStatus
from pressdesk.domain.manuscript import Passage, Place, Role
from pressdesk.proofing.grammar import Limits, LocalServer, ServedEngine
from pressdesk.proofing.grammar.processes import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Make = Callable[..., "Watched"]

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the bad Javas are scripts of the shell, and Windows kills otherwise"
)

QUICK = Limits(java_s=1, start_s=2, answer_s=1, stop_s=5)


class Watched(ServedEngine):
    """An engine that remembers its states."""

    def __init__(self, server: LocalServer, limits: Limits | None = None) -> None:
        self.seen: list[EngineStatus] = []
        super().__init__(server, can_restart=True, limits=limits, on_change=self.seen.append)

    @property
    def states(self) -> list[EngineState]:
        """The states it went through; ready is told once more when the version is known."""
        return [state for state, _ in groupby(status.state for status in self.seen)]


@pytest.fixture
def make(traces: Traces) -> Iterator[Make]:
    """Return what makes an engine, which is stopped when the test ends."""
    assert traces.processes() == []
    made: list[Watched] = []

    def make_one(server: LocalServer, limits: Limits | None = None) -> Watched:
        made.append(Watched(server, limits))
        return made[-1]

    yield make_one
    for engine in made:
        engine.stop()


def passage(text: str, line: int = 1, role: Role = Role.BODY) -> Passage:
    """Return a passage."""
    return Passage(place=Place(role=role, line=line), text=text)


def java_of(traces: Traces) -> psutil.Process:
    """Return the process of the server."""
    return next(one for one in traces.processes() if one.name() == "java")


def installed(folder: Path) -> Path:
    """Return a folder that looks like one with LanguageTool in it."""
    jar = folder / "LanguageTool-6.6" / "languagetool-server.jar"
    jar.parent.mkdir(parents=True)
    jar.touch()
    return folder


def with_java(folder: Path) -> LocalServer:
    """Return a server on the Java in ``folder``."""
    return LocalServer(installed(folder / "lt"), environment={"PATH": str(folder)})


# --- the real one --------------------------------------------------------------------------------


def test_a_sentence_is_corrected(languagetool: Path, make: Make, traces: Traces) -> None:
    """English is read, after an emoji too; spelling and furniture are left to others."""
    engine = make(LocalServer(languagetool))
    text = "😀 Today 😀 he go to school, and the agrement is signed."
    passages = [passage(text, 1, Role.LEAD), passage("He go home.", 2, Role.FURNITURE)]

    before = traces.processes()
    (found,) = engine.check(passages, Language.EN)
    norwegian = engine.check([passage("Han gå til skolen.")], Language.NB)
    engine.stop()

    assert before == []
    assert text[: found.start] == "😀 Today 😀 he "
    assert (found.text, text[found.start : found.end]) == ("go", "go")
    assert found.suggestions is not None
    assert found.suggestions[0] == "goes"
    assert (found.rule, found.kind) == ("lt.HE_VERB_AGR", FindingKind.GRAMMAR)
    assert (found.severity, found.place) == (Severity.WARNING, passages[0].place)
    assert norwegian == ()
    assert engine.states == [EngineState.STARTING, EngineState.READY, EngineState.STOPPED]
    versions = [status.version for status in engine.seen if status.state is EngineState.READY]
    assert versions[0] is None
    assert (versions[1] or "").startswith("6.")
    assert engine.seen[1].languages == {Language.EN}
    assert {status.server for status in engine.seen} == {None}
    assert traces.remaining() == []
    assert engine.check(passages, Language.EN) == ()


def test_a_killed_server_is_started_again(languagetool: Path, make: Make, traces: Traces) -> None:
    """Whether nobody was asking, or it was just about to answer; the watchdog may die as well."""
    engine = make(LocalServer(languagetool))

    engine.check([passage("Hello.")], Language.EN)
    java_of(traces).kill()
    after_server = engine.check([passage("He go to school.")], Language.EN)
    watchdog = java_of(traces).parent()
    assert watchdog is not None
    watchdog.kill()
    after_watchdog = engine.check([passage("She go to school.")], Language.EN)

    assert [one.text for one in (*after_server, *after_watchdog)] == ["go", "go"]
    assert engine.states == [EngineState.STARTING, EngineState.READY] * 3
    assert len(traces.processes()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_outlives_a_killed_pressdesk(languagetool: Path, traces: Traces) -> None:
    """The pipe to the watchdog closes, however the process at its other end ended."""
    program = (
        "import os, signal, pathlib, sys\n"
        "from pressdesk.domain.content import Language\n"
        "from pressdesk.domain.manuscript import Passage, Place, Role\n"
        "from pressdesk.proofing.grammar import LocalServer, ServedEngine\n"
        "engine = ServedEngine(LocalServer(pathlib.Path(sys.argv[1])), can_restart=True)\n"
        "place = Place(role=Role.BODY, line=1)\n"
        "print(len(engine.check([Passage(place=place, text='He go.')], Language.EN)), flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(languagetool)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as pressdesk:
        assert pressdesk.stdout is not None
        found = pressdesk.stdout.readline()
        running = traces.processes()

        pressdesk.send_signal(signal.SIGKILL)

        assert found == "1\n"
        assert len(running) == 3
        assert psutil.wait_procs(running, timeout=5)[1] == []


def test_the_next_port_is_used_when_one_is_taken(languagetool: Path, make: Make) -> None:
    """Another program may be quicker."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = iter([taken.getsockname()[1], free_port()])
        engine = make(LocalServer(languagetool, ports=lambda: next(ports)))

        found = engine.check([passage("He go to school.")], Language.EN)

    assert len(found) == 1


# --- without one ---------------------------------------------------------------------------------


def refusal(engine: Watched) -> PressDeskError:
    """Return why a check fails: the same reason at once when asked again, and in the state."""
    with pytest.raises(PressDeskError) as first:
        engine.check([passage("He go to school.")], Language.EN)
    with pytest.raises(type(first.value)):
        engine.check([passage("He go to school.")], Language.EN)
    assert engine.states[-1] is EngineState.FAILED
    assert type(engine.status.reason) is type(first.value)
    return first.value


def test_taken_ports_are_said(languagetool: Path, make: Make, traces: Traces) -> None:
    """After three of them; no Java is started for that."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        reason = refusal(make(LocalServer(languagetool, ports=lambda: port)))

    assert isinstance(reason, GrammarPortTaken)
    assert reason.port == port
    assert traces.processes() == []


def test_no_folder_is_said(tmp_path: Path, make: Make) -> None:
    """One that is missing, is empty, or is a file."""
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()

    for name in ("missing", "empty", "file"):
        reason = refusal(make(LocalServer(tmp_path / name)))
        assert isinstance(reason, GrammarFolderMissing)
        assert reason.name == str(tmp_path / name)


def test_no_java_is_said(tmp_path: Path, make: Make) -> None:
    """Nothing of that name in PATH."""
    assert isinstance(refusal(make(with_java(tmp_path), QUICK)), GrammarJavaMissing)


@pytest.mark.parametrize("words", ['java version "1.8.0_402"', 'openjdk version "11.0.2"'])
def test_an_old_java_is_said(tmp_path: Path, make: Make, words: str) -> None:
    """With its version and the one that is needed."""
    script(tmp_path / "java", f"echo '{words}' >&2")

    reason = refusal(make(with_java(tmp_path), QUICK))

    assert isinstance(reason, GrammarJavaOld)
    assert reason.found in (8, 11)
    assert reason.needed == 17


@pytest.mark.parametrize("line", ["echo coffee", "exit 3", "sleep 600 & sleep 600", "yes"])
def test_a_nonsense_java_is_said(tmp_path: Path, make: Make, line: str) -> None:
    """Rubbish, nothing, no end, rubbish without end; what it started ends with it."""
    script(tmp_path / "java", f"PATH=/usr/bin:/bin\n{line}")

    reason = refusal(make(with_java(tmp_path), QUICK))

    assert isinstance(reason, GrammarJavaUnclear)


@pytest.mark.parametrize(
    ("manner", "expected"),
    [
        ("ends", GrammarNotStarted),
        ("deaf", GrammarNotStarted),
        ("dies", GrammarServerLost),
        ("hangs", GrammarServerSilent),
        ("babbles", GrammarServerGarbled),
    ],
)
def test_a_bad_server_is_tried_twice_and_said(
    tmp_path: Path, make: Make, manner: str, expected: type[PressDeskError], traces: Traces
) -> None:
    """One that does not start is not tried again; one that breaks while it is asked is, once."""
    fake_java(tmp_path, manner)
    engine = make(with_java(tmp_path), QUICK)

    reason = refusal(engine)

    starts = engine.states.count(EngineState.STARTING)
    assert isinstance(reason, expected)
    assert starts == (1 if expected is GrammarNotStarted else 2)
    assert traces.remaining() == []


def test_a_failed_engine_can_be_tried_again(tmp_path: Path, make: Make) -> None:
    """As when somebody has installed Java meanwhile, and presses the button."""
    engine = make(with_java(tmp_path), QUICK)
    refusal(engine)
    fake_java(tmp_path, "hangs")

    engine.start()
    with pytest.raises(GrammarServerSilent):
        engine.check([passage("He go to school.")], Language.EN)

    assert EngineState.READY in engine.states


# --- stopping ------------------------------------------------------------------------------------


def test_it_can_be_stopped_while_it_starts(tmp_path: Path, make: Make, traces: Traces) -> None:
    """The check that waits returns nothing, and nothing is left."""
    fake_java(tmp_path, "deaf")
    engine = make(with_java(tmp_path), Limits(start_s=60))
    found: list[object] = []
    check = threading.Thread(
        target=lambda: found.append(engine.check([passage("He go.")], Language.EN))
    )

    check.start()
    engine.start()
    engine.stop()
    check.join(10)

    assert found == [()]
    assert engine.status.state is EngineState.STOPPED
    assert traces.remaining() == []


def test_a_cancelled_check_does_not_wait(tmp_path: Path, make: Make) -> None:
    """Neither for the start nor for an answer; the engine goes on."""
    fake_java(tmp_path, "hangs")
    engine = make(with_java(tmp_path), Limits(answer_s=60))
    cancelled = threading.Event()
    cancelled.set()

    while_starting = engine.check([passage("He go.")], Language.EN, cancelled=cancelled)
    cancelled.clear()
    threading.Timer(0.5, cancelled.set).start()
    while_asking = engine.check([passage("He go.")], Language.EN, cancelled=cancelled)

    assert (while_starting, while_asking) == ((), ())
    assert engine.status.state in (EngineState.STARTING, EngineState.READY)


def test_what_a_wrapper_starts_ends_too(tmp_path: Path, make: Make, traces: Traces) -> None:
    """Java is a script on many machines, and stays between us and the real one."""
    fake_java(tmp_path / "real", "hangs")
    script(tmp_path / "java", f'PATH=/usr/bin:/bin\n"{tmp_path}/real/java" "$@" &\nwait')
    engine = make(with_java(tmp_path))
    ready = threading.Event()
    engine._on_change = lambda status: ready.set() if status.state is EngineState.READY else None

    engine.start()
    assert ready.wait(20)
    running = len(traces.processes())
    engine.stop()

    assert running == 3
    assert traces.remaining() == []
