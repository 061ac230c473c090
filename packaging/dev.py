#!/usr/bin/env python3
"""The one command of PressDesk's developers, on Linux, macOS and Windows.

    python3 packaging/dev.py VERB [arguments]

    setup     prepare .venv (and, as root on Debian or Ubuntu, the packages the tests use)
    demo      make Word files out of sample releases, then open the window on one of them;
              without a screen, leave pictures of every place in build/demo/screenshots
    pictures  photograph every place, and take over the pictures that the README shows
    run       start pressdesk; everything after the word goes to it
    test      what CI runs: format, lint, types, contracts, then pytest [pytest arguments]
    lint      the first four of them
    bench     the speed benchmarks; tables land in build/benchmarks [pytest arguments]
    soak      the long runs [pytest arguments]
    evaluate  proofreading on texts of others; tables land in build/evaluation [spelling rules
              learners]
    lock      make packaging/requirements.lock anew [uv arguments, such as --upgrade]
    languagetool  bring LanguageTool, which the tests of the grammar engine start, into build/

Standard library only: this file runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  the one place that meets an older Python
    sys.exit(
        "PressDesk needs Python 3.11 or newer, and this is "
        + ".".join(map(str, sys.version_info[:3]))
        + ". Run the same command with a newer one, for example: python3.13 packaging/dev.py"
    )

import tomllib

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
BINARIES = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = BINARIES / f"python{SUFFIX}"
STAMP = VENV / "pressdesk-setup.json"
PYPROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "packaging" / "requirements.lock"
HOOK = ROOT / "packaging" / "build_hook.py"
LANGUAGETOOL = ROOT / "packaging" / "languagetool" / "pom.xml"

# What the tests use beside Python: the Debian package, and the program it brings, if any.
WINDOW_PACKAGES = {
    "libgl1": "",  # Qt, without a screen
    "libegl1": "",
    "libxkbcommon0": "",
    "libfontconfig1": "",
    "libdbus-1-3": "",
    "libglib2.0-0": "",
    "libxcb-cursor0": "",  # Qt, on an X server
    "libxcb-icccm4": "",
    "libxcb-keysyms1": "",
    "libxcb-shape0": "",
    "libxkbcommon-x11-0": "",
}
TEST_PACKAGES = {
    "libreoffice-writer": "soffice",
    "python3-uno": "",
    "poppler-utils": "pdftoppm",
    "fonts-crosextra-carlito": "",  # stands in for Calibri, so that pages break as in Word
    "fonts-crosextra-caladea": "",  # stands in for Cambria
    "gnome-keyring": "gnome-keyring-daemon",
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "openbox": "openbox",
    "imagemagick": "import",
    **WINDOW_PACKAGES,
    "dbus-x11": "dbus-run-session",
    "maven": "mvn",  # brings Java too
}

PLACES = ("desk", "editor-findings", "editor-quote", "round", "ready", "new", "settings")
PICTURE_TESTS = tuple(
    f"tests/gui/{place}/test_pictures.py"
    for place in ("window", "editor", "round", "ready", "new", "settings")
)

LINT_STEPS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("contracts", ("lint-imports", "--no-logo")),
)


def main(arguments: list[str]) -> int:
    """Do what the first word says with the rest, and return the exit status."""
    verbs = {
        "setup": setup,
        "demo": demo,
        "pictures": pictures,
        "run": run_pressdesk,
        "test": test,
        "lint": lint,
        "bench": bench,
        "soak": soak,
        "evaluate": evaluate,
        "lock": lock,
        "languagetool": languagetool,
    }
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if verb in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    if verb not in verbs:
        print(f"There is no verb {verb!r}; there are: {', '.join(verbs)}.", file=sys.stderr)
        return 2
    return verbs[verb](rest)


# --- verbs ---------------------------------------------------------------------------------------


def setup(_: list[str]) -> int:
    """Prepare everything and start nothing."""
    prepare()
    bring_debian_packages(list(TEST_PACKAGES))
    say(f"ready: {relative(PYTHON)}")
    return 0


def demo(arguments: list[str]) -> int:
    """Do the main job on sample releases; then open the window, or leave pictures of it."""
    prepare()
    bring_debian_packages(list(WINDOW_PACKAGES))
    target = BUILD / "demo"
    target.mkdir(parents=True, exist_ok=True)
    say(f"pressdesk demo, into {relative(target)}")
    answer = call([tool("pressdesk"), "demo", "-o", str(target), *arguments])
    if answer or arguments:
        return answer
    if has_screen():
        say("opening the window on the sample; close it to end")
        sample = target / "felles-pressemelding-nb.pressdesk"
        return call([tool("pressdesk"), "--data", str(target / "desk"), "open", str(sample)])
    say(f"no screen here, so pictures of every place go to {relative(target / 'screenshots')}")
    return photograph(target / "screenshots")


def pictures(_: list[str]) -> int:
    """Photograph every place, and take over the pictures that the README shows."""
    prepare()
    bring_debian_packages(list(WINDOW_PACKAGES))
    answer = photograph(BUILD / "screenshots")
    if answer:
        return answer
    target = ROOT / "packaging" / "screenshots"
    target.mkdir(exist_ok=True)
    for place, theme, language in itertools.product(PLACES, ("light", "dark"), ("nb", "nn")):
        name = f"{place}-{theme}-{language}.png"
        shutil.copyfile(BUILD / "screenshots" / name, target / name)
    say(f"taken over into {relative(target)}")
    return 0


def has_screen() -> bool:
    """Return whether a window could be shown."""
    is_x = sys.platform not in ("win32", "darwin")
    return not is_x or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def photograph(folder: Path) -> int:
    """Run the tests that photograph the places, offscreen, into ``folder``."""
    os.environ["PRESSDESK_SCREENSHOTS"] = str(folder)
    return run_pytest("pictures", ["-q", *PICTURE_TESTS])


def run_pressdesk(arguments: list[str]) -> int:
    """Start PressDesk from the folder the caller stands in, its own output only on stdout."""
    prepare()
    return call([tool("pressdesk"), *arguments], folder=Path.cwd())


def test(arguments: list[str]) -> int:
    """Run every check; pytest last, so that its closing line is the last one of a good run."""
    prepare()
    bring_debian_packages(list(TEST_PACKAGES))
    bring_languagetool()
    failed = run_lint_steps()
    if failed:
        say(f"failed so far: {', '.join(failed)}; going on with the tests")
    if run_pytest("tests", ["-q", "-ra", "--durations=10", *arguments]):
        failed.append("tests")
    if failed:
        say(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


def lint(_: list[str]) -> int:
    """Run the checks that read the code without running it."""
    prepare()
    failed = run_lint_steps()
    say(f"FAILED: {', '.join(failed)}" if failed else "all four passed")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure, and keep the figures and a table of them."""
    prepare()
    folder = BUILD / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    figures = folder / "benchmarks.json"
    figures.unlink(missing_ok=True)
    status = run_pytest(
        "benchmarks",
        ["tests/benchmarks", "-s", f"--benchmark-json={figures}", *arguments],
    )
    if figures.exists():
        table = folder / "benchmarks.md"
        table.write_text(benchmark_table(figures), encoding="utf-8")
        say(f"table in {relative(table)}, all figures in {relative(figures)}")
    return status


def soak(arguments: list[str]) -> int:
    """Run the long runs, and every property test with many more examples."""
    prepare()
    bring_debian_packages(list(TEST_PACKAGES))
    bring_languagetool()
    os.environ["PRESSDESK_HYPOTHESIS"] = "soak"
    return run_pytest("soak", ["-m", "soak or hypothesis", "-ra", "--durations=10", *arguments])


def evaluate(arguments: list[str]) -> int:
    """Measure proofreading: false alarms, errors found, suggestions."""
    prepare()
    os.environ["PYTHONPATH"] = str(ROOT / "packaging")
    return call([str(PYTHON), "-m", "evaluate", *arguments])


def lock(arguments: list[str]) -> int:
    """Make the lock file anew from pyproject.toml; pins that still fit stay as they are."""
    uv = uv_command()
    build_requirements = tomllib.loads(PYPROJECT.read_text("utf-8"))["build-system"]["requires"]
    build_input = BUILD / "build-requirements.in"
    build_input.write_text("\n".join(build_requirements) + "\n", encoding="utf-8")
    say(f"resolving into {relative(LOCK)}")
    return call(
        [
            *(uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
            *("--python-version", "3.11", "--no-annotate", "--no-emit-package", "pressdesk"),
            *("--custom-compile-command", "python3 packaging/dev.py lock"),
            *("--output-file", str(LOCK), "--group", f"{PYPROJECT}:dev"),
            *(str(PYPROJECT), str(build_input), *arguments),
        ]
    )


def languagetool(_: list[str]) -> int:
    """Bring LanguageTool into build/, about 90 MB; with LTP_PATH set to it, PressDesk uses it."""
    bring_debian_packages(["maven"])
    if not bring_languagetool():
        return 1
    say(f"ready: LTP_PATH={relative(BUILD / 'languagetool')}")
    return 0


# --- the environment -----------------------------------------------------------------------------


def prepare() -> None:
    """Bring .venv in step with the lock file, the project file and the catalogues.

    What has been done is noted in a stamp, so that a second call has nothing to do. An
    environment that was moved here, that another lock file filled, or whose Python is gone is made
    anew: then it holds what the lock file lists, and nothing else.
    """
    now = {"root": str(ROOT), "lock": digest(LOCK), "project": digest(PYPROJECT, HOOK)}
    before = read_stamp()
    is_foreign = any(before.get(key, now[key]) != now[key] for key in ("root", "lock"))
    if is_foreign or not is_working(PYTHON):
        make_environment()
        before = {}
    if before != now:
        STAMP.unlink(missing_ok=True)  # an interrupted installation is begun again
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if before.get("lock") != now["lock"]:
        say(f"installing what {relative(LOCK)} lists")
        must([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)])
    if before.get("project") != now["project"] or before.get("lock") != now["lock"]:
        say("installing pressdesk itself, editable")
        must([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    if before != now:
        STAMP.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    must([str(PYTHON), str(HOOK)])


def make_environment() -> None:
    """Make .venv anew with the Python that runs this."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        sys.exit("The environment .venv cannot remake itself: run this with a Python outside it.")
    if importlib.util.find_spec("ensurepip") is None:
        bring_debian_packages([f"python3.{sys.version_info.minor}-venv"])
    say(f"making {relative(VENV)} with Python {'.'.join(map(str, sys.version_info[:3]))}")
    must([sys.executable, "-m", "venv", "--clear", str(VENV)])


def read_stamp() -> dict[str, str]:
    """Return what the last preparation noted, empty when there is no legible note."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_working(python: Path) -> bool:
    """Return whether ``python`` is there, starts, and is new enough."""
    if not python.exists():
        return False
    check = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    quiet = subprocess.DEVNULL
    try:
        return subprocess.run([str(python), "-c", check], check=False, stderr=quiet).returncode == 0
    except OSError:
        return False


def digest(*paths: Path) -> str:
    """Return one digest of the contents of ``paths``."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def uv_command() -> str:
    """Return the uv that resolves the lock file, from an environment of its own."""
    folder = BUILD / "uv"
    scripts = folder / BINARIES.name
    if not (scripts / f"uv{SUFFIX}").exists():
        say(f"making {relative(folder)} for uv, which only this verb uses")
        must([sys.executable, "-m", "venv", "--clear", str(folder)])
        must([str(scripts / PYTHON.name), "-m", "pip", "install", "--quiet", "uv"])
    return str(scripts / f"uv{SUFFIX}")


def bring_languagetool() -> bool:
    """Have Maven put LanguageTool's server and its English into build/; return whether it is there.

    Nothing stops here: without it the tests that start it are skipped and say so.
    """
    folder = BUILD / "languagetool"
    stamp = folder / "pom.sha256"
    now = digest(LANGUAGETOOL)
    if stamp.exists() and stamp.read_text("ascii") == now:
        return True
    maven = shutil.which("mvn")
    if maven is None:
        say("no mvn here, so no LanguageTool; the tests that start it are skipped")
        return False
    say(f"Maven brings LanguageTool into {relative(folder)}")
    shutil.rmtree(folder, ignore_errors=True)
    command = [maven, "-q", "-B", "-C", "-f", str(LANGUAGETOOL), f"-Dtarget={folder}", "package"]
    try:
        subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr, timeout=600)
    except (OSError, subprocess.SubprocessError):
        say("that failed; the tests that start LanguageTool are skipped")
        return False
    stamp.write_text(now, encoding="ascii")
    return True


# --- Debian --------------------------------------------------------------------------------------


def bring_debian_packages(packages: list[str]) -> None:
    """Install what is missing as root on Debian or Ubuntu; otherwise say what to run.

    Nothing stops here: tests that lack a program are skipped and say so.
    """
    if not is_debian():
        programs = [TEST_PACKAGES.get(package, "") for package in packages]
        absent = [program for program in programs if program and shutil.which(program) is None]
        if absent and sys.platform.startswith("linux"):
            say(f"not found: {', '.join(absent)}; tests that use them are skipped")
        return
    missing = [package for package in packages if not is_installed(package)]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        say(f"missing: {', '.join(missing)}; what needs them is left out. To bring them, run:")
        print(f"    sudo {' '.join(command)}", flush=True)
        return
    say(f"installing {', '.join(missing)}")
    if not apt(command) and not (apt(["apt-get", "update"]) and apt(command)):
        say("that failed; what needs them is left out")


def is_debian() -> bool:
    """Return whether this is Debian, Ubuntu or a child of theirs."""
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False
    fields = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return bool({"debian", "ubuntu"} & set(names)) and shutil.which("dpkg-query") is not None


def is_installed(package: str) -> bool:
    """Return whether dpkg knows ``package`` as installed."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}", package]
    answer = subprocess.run(query, check=False, capture_output=True, text=True)
    return answer.stdout.strip() == "installed"


def apt(command: list[str]) -> bool:
    """Run ``command`` without questions, show its output only if it fails; return success."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    answer = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if answer.returncode:
        print("\n".join(answer.stdout.splitlines()[-5:]), flush=True)
    return answer.returncode == 0


# --- steps ---------------------------------------------------------------------------------------


def run_lint_steps() -> list[str]:
    """Run every check of the code and return the names of those that failed."""
    failed = []
    for name, (program, *arguments) in LINT_STEPS:
        say(f"{name}: {program} {' '.join(arguments)}".rstrip())
        if call([tool(program), *arguments]):
            failed.append(name)
    return failed


def run_pytest(name: str, arguments: list[str]) -> int:
    """Run pytest in the project's environment and return its exit status."""
    say(f"{name}: pytest {' '.join(arguments)}")
    return call([str(PYTHON), "-m", "pytest", *arguments])


def benchmark_table(figures: Path) -> str:
    """Return the figures of pytest-benchmark as a Markdown table, slowest first."""
    rows = json.loads(figures.read_text(encoding="utf-8"))["benchmarks"]
    rows.sort(key=lambda row: -row["stats"]["median"])
    lines = [
        "| benchmark | median ms | fastest ms | slowest ms | rounds |",
        "|---|--:|--:|--:|--:|",
    ]
    for row in rows:
        stats = row["stats"]
        in_ms = " | ".join(f"{stats[key] * 1000:.2f}" for key in ("median", "min", "max"))
        lines.append(f"| {row['name']} | {in_ms} | {stats['rounds']} |")
    return "\n".join(lines) + "\n"


def tool(name: str) -> str:
    """Return the path of a program in the project's environment."""
    return str(BINARIES / f"{name}{SUFFIX}")


def call(command: list[str], *, folder: Path = ROOT) -> int:
    """Run ``command``, let its output through, and return its exit status."""
    try:
        return subprocess.run(command, cwd=folder, check=False).returncode
    except KeyboardInterrupt:
        return 130


def must(command: list[str]) -> None:
    """Run ``command``, its output on stderr; end here if it fails."""
    status = subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr).returncode
    if status:
        sys.exit(f"That failed with status {status}: {' '.join(command)}")


def say(sentence: str) -> None:
    """Tell the person what happens now; on stderr, since ``run`` owns stdout."""
    print(f"==> {sentence}", file=sys.stderr, flush=True)


def relative(path: Path) -> str:
    """Return ``path`` as seen from the top of the project."""
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
