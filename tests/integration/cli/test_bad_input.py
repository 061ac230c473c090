"""Bad input on the command line: one clear sentence, exit 2, nothing changed, nothing left."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from running import Run

SOURCES: dict[str, bytes] = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 4,
    "broken.txt": "på Røros".encode() + b"\xc3\x28",
    "huge.txt": b"ord " * 13_000_000,
    "page.html": b"<html><body><img src=x></body></html>",
    "page.txt": b"<html><body>Hei</body></html>",
    "empty.docx": b"",
    "no.docx": b"words",
    "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut.docx": b"PK\x03\x04" + b"\0" * 100,
}


def said_once(run: Run, tmp_path: Path, *arguments: object) -> str:
    """Run, expect exit 2 with one line on stderr and no new file, and return that line."""
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    ran = run(*arguments)

    assert ran.code == 2
    assert ran.out == ""
    (line,) = ran.err.strip().splitlines()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    return line


@pytest.mark.parametrize("name", SOURCES)
def test_bad_sources_are_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Each one by ``import`` and by ``text``, with the file's name in the sentence."""
    source = tmp_path / name
    source.write_bytes(SOURCES[name])

    said = said_once(run, tmp_path, "import", source, "-o", tmp_path / "a.pressdesk")

    assert name in said
    assert name in said_once(run, tmp_path, "text", source)


def test_a_missing_source_is_named(run: Run, tmp_path: Path) -> None:
    """So is a folder where a file was expected."""
    missing = tmp_path / "missing.txt"

    assert "missing.txt" in said_once(
        run, tmp_path, "import", missing, "-o", tmp_path / "a.pressdesk"
    )
    assert "missing.txt" in said_once(run, tmp_path, "text", missing)


def test_a_zip_that_is_no_word_file_is_damaged(run: Run, tmp_path: Path) -> None:
    """A zip archive by another name is not read as text."""
    source = tmp_path / "archive.docx"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("a.txt", "Hei")

    said_once(run, tmp_path, "import", source, "-o", tmp_path / "a.pressdesk")


def test_history_is_not_overwritten(run: Run, release: Path, sample: Path, tmp_path: Path) -> None:
    """Importing onto a release is refused before anything is read."""
    assert "release.pressdesk" in said_once(run, tmp_path, "import", sample, "-o", release)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "{file}", "--language", "nn"),
        ("edit", "{file}", "nothing", "--text", "Hei"),
        ("set", "{file}", "colour=red"),
        ("set", "{file}", "embargo=2026-03-29T02:30"),
        ("export", "{file}", "-o", "{folder}/a.odt", "--draft"),
        ("export", "{file}", "-o", "{folder}/nowhere/a.docx", "--draft"),
        ("log", "{file}", "-o", "{folder}/nowhere/a.ledger.json"),
        ("show", "{folder}/none.pressdesk"),
        ("key", "new", "{file}"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said(
    run: Run, release: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Refusals change neither the release nor the folder."""
    words = [one.format(file=release, folder=tmp_path) for one in arguments]

    said_once(run, tmp_path, *words)


def test_truncated_and_foreign_files_are_refused(run: Run, release: Path, tmp_path: Path) -> None:
    """By every command that opens a release."""
    cut, foreign = tmp_path / "cut.pressdesk", tmp_path / "foreign.pressdesk"
    cut.write_bytes(release.read_bytes()[:9000])
    foreign.write_bytes(b"SQLite format 3\0" + bytes(8000))

    for path in (cut, foreign):
        for command in (
            ("show",),
            ("text",),
            ("log",),
            ("verify",),
            ("versions",),
            ("set", "place=x"),
        ):
            said_once(run, tmp_path, command[0], path, *command[1:])


def test_a_ledger_is_not_written_over_a_release(run: Run, release: Path, tmp_path: Path) -> None:
    """``log -o`` takes names of ledgers only, and a release has one ending."""
    assert ".ledger.json" in said_once(run, tmp_path, "log", release, "-o", release)
    source = tmp_path / "a.txt"
    source.write_text("Tittel\n\nEn ingress.\n")
    assert ".pressdesk" in said_once(run, tmp_path, "import", source, "-o", tmp_path / "a.docx")


def test_what_never_ends_is_not_read(run: Run, tmp_path: Path) -> None:
    """Devices and pipes are refused at once, by every command that reads."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    for endless in (Path("/dev/zero"), pipe):
        said_once(run, tmp_path, "import", endless, "-o", tmp_path / "a.pressdesk")
        said_once(run, tmp_path, "text", endless)
        said_once(run, tmp_path, "show", endless)


def test_a_name_that_is_too_long_is_said(run: Run, sample: Path, tmp_path: Path) -> None:
    """The system's refusal is a sentence, not a fault."""
    assert "name" in said_once(
        run, tmp_path, "import", sample, "-o", tmp_path / ("a" * 300 + ".pressdesk")
    )


def mounted(folder: Path, options: str) -> None:
    """Mount a disk in memory on ``folder``, or skip."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk for the test can only be mounted by root on Linux")


@pytest.fixture
def disk(tmp_path: Path, release: Path) -> Iterator[Path]:
    """Return a folder on a disk of 300 kB that holds the release as ``a.pressdesk``."""
    folder = tmp_path / "disk"
    mounted(folder, "size=300k")
    (folder / "a.pressdesk").write_bytes(release.read_bytes())
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def writing(sample: Path, folder: Path) -> tuple[tuple[object, ...], ...]:
    """Return every way of writing to ``folder``."""
    here = folder / "a.pressdesk"
    return (
        ("import", sample, "-o", folder / "b.pressdesk"),
        ("export", here, "-o", folder / "a.docx", "--draft"),
        ("export", here, "-o", folder, "--draft"),
        ("set", here, "lead=" + "ord " * 20_000),
        ("log", here, "-o", folder / "a.ledger.json"),
        ("key", "new", folder / "a.key"),
    )


def test_a_full_disk_changes_nothing(
    run: Run, release: Path, sample: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a real full disk every writing is refused in one sentence, and all is as it was."""
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "tre små ærlige ord")
    (disk / "filler").write_bytes(b"x" * (os.statvfs(disk).f_bavail * 4096))
    before = sorted(os.listdir(disk))

    for arguments in writing(sample, disk):
        ran = run(*arguments)

        assert ran.code == 2
        assert "no room" in ran.err
        assert sorted(os.listdir(disk)) == before
        assert (disk / "a.pressdesk").read_bytes() == release.read_bytes()


def test_a_read_only_folder_changes_nothing(
    run: Run, release: Path, sample: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that is read-only every writing is refused; reading still works."""
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "tre små ærlige ord")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)

    for arguments in writing(sample, disk):
        ran = run(*arguments)

        assert ran.code == 2
        assert "cannot be written to" in ran.err
        assert os.listdir(disk) == ["a.pressdesk"]
        assert (disk / "a.pressdesk").read_bytes() == release.read_bytes()
    assert run("show", disk / "a.pressdesk").code == 0
    assert run("verify", disk / "a.pressdesk").code == 0
