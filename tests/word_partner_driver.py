"""Edits Word files in LibreOffice Writer as a partner would.

Runs in the Python that LibreOffice comes with, as ``driver.py FOLDER``: one JSON request a line on
standard input, one JSON answer a line on standard output. ``word_partner.py`` is its other side.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.util import DateTime

START_S = 60


def named(**values: Any) -> tuple[Any, ...]:
    """Return the values as LibreOffice takes them."""
    found = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


def moment() -> Any:
    """Return the time as LibreOffice takes it."""
    now = datetime.now(timezone.utc)  # noqa: UP017 - older Pythons run this
    found = DateTime()
    found.Year, found.Month, found.Day = now.year, now.month, now.day
    found.Hours, found.Minutes, found.Seconds = now.hour, now.minute, now.second
    return found


class Writer:
    """One LibreOffice of its own, with an empty profile."""

    def __init__(self, folder: str) -> None:
        pipe = f"pressdesk{os.getpid()}"
        profile = (Path(folder) / "profile").as_uri()
        self.process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={profile}",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                "--nofirststartwizard",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.context = self._connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.made("com.sun.star.frame.Desktop")
        self.dispatcher = self.made("com.sun.star.frame.DispatchHelper")
        self.profile = self.made(
            "com.sun.star.configuration.ConfigurationProvider"
        ).createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            named(nodepath="/org.openoffice.UserProfile/Data"),
        )

    def _connected(self, address: str) -> Any:
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver"
        )
        last = time.monotonic() + START_S
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                if self.process.poll() is not None or time.monotonic() > last:
                    raise
                time.sleep(0.05)

    def made(self, service: str) -> Any:
        """Return a service of the office."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def edit(self, request: Any) -> None:
        """Load, edit and store one file."""
        self.profile.givenname, _, self.profile.sn = request["author"].partition(" ")
        self.profile.commitChanges()
        source = Path(request["source"]).as_uri()
        document = self.desktop.loadComponentFromURL(source, "_blank", 0, named(Hidden=True))
        if document is None:
            raise ValueError("not loaded")
        try:
            document.RecordChanges = False
            edit = Edit(self, document, request)
            for name, *arguments in request["edits"]:
                document.RecordChanges = request["track"] and name not in UNTRACKED
                getattr(edit, name)(*arguments)
            document.RecordChanges = False
            filter_name = (
                "MS Word 2007 XML" if request["target"].endswith(".docx") else "Text (encoded)"
            )
            options = {} if request["target"].endswith(".docx") else {"FilterOptions": "UTF8,LF"}
            document.storeToURL(
                Path(request["target"]).as_uri(), named(FilterName=filter_name, **options)
            )
        finally:
            document.close(True)


UNTRACKED = ("comment", "resolve", "accept_all", "reject_all")
PARAGRAPH_BREAK = 0
LINE_BREAK = 1


class Edit:
    """What one person does to one document; every method is one step."""

    def __init__(self, writer: Any, document: Any, request: Any) -> None:
        self.writer, self.document, self.author = writer, document, request["author"]

    def _find(self, words: str) -> Any:
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = self.document.findFirst(search)
        if found is None:
            raise ValueError("words not found")
        return found

    def _cursor(self, words: str) -> Any:
        found = self._find(words)
        return found.Text.createTextCursorByRange(found)

    def replace(self, old: str, new: str) -> None:
        """Put ``new`` in the place of the first ``old``."""
        self._find(old).String = new

    def delete(self, words: str) -> None:
        """Take the first ``words`` out."""
        self._find(words).String = ""

    def change(self, within: str, start: str, length: str, words: str) -> None:
        """Put ``words`` in the place of some letters ``within`` the first such words."""
        found = self._find(within)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.goRight(int(start), False)
        cursor.goRight(int(length), True)
        cursor.String = words

    def insert(self, after: str, words: str) -> None:
        """Type ``words`` behind the first ``after``."""
        found = self._find(after)
        found.Text.insertString(found.End, words, False)

    def append(self, of: str, words: str) -> None:
        """Type ``words`` at the end of the paragraph that holds ``of``."""
        cursor = self._cursor(of)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertString(cursor, words, False)

    def fill_box(self, words: str) -> None:
        """Type ``words`` into the first table's first cell."""
        cell = self.document.TextTables.getByIndex(0).getCellByName("A1")
        cell.insertString(cell.createTextCursor(), words, False)

    def retype(self, of: str, words: str) -> None:
        """Type the paragraph that holds ``of`` anew."""
        cursor = self._cursor(of)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.String = words

    def add_paragraph(self, after: str, words: str) -> None:
        """Type a paragraph behind the one that holds ``after``."""
        cursor = self._cursor(after)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, words, False)

    def remove_paragraph(self, of: str) -> None:
        """Take out the paragraph that holds ``of``, with its end."""
        cursor = self._cursor(of)
        cursor.gotoStartOfParagraph(False)
        if not cursor.gotoNextParagraph(True):
            cursor.gotoEndOfParagraph(True)
        cursor.String = ""

    def split(self, before: str) -> None:
        """Make two paragraphs of one."""
        found = self._find(before)
        found.Text.insertControlCharacter(found.Start, PARAGRAPH_BREAK, False)

    def join(self, of: str) -> None:
        """Make one paragraph of the one that holds ``of`` and the next."""
        cursor = self._cursor(of)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.String = ""

    def break_line(self, before: str) -> None:
        """Put a line break in."""
        found = self._find(before)
        found.Text.insertControlCharacter(found.Start, LINE_BREAK, False)

    def embolden(self, words: str) -> None:
        """Make the first ``words`` bold."""
        self._find(words).CharWeight = 150.0

    def comment(self, on: str, words: str) -> None:
        """Write beside the first ``on``."""
        note = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author = self.author
        note.Initials = "".join(part[:1] for part in self.author.split())
        note.Content = words
        note.DateTimeValue = moment()
        found = self._find(on)
        found.Text.insertTextContent(found, note, True)

    def resolve(self, words: str) -> None:
        """Mark the comment that says ``words`` as settled."""
        fields = self.document.TextFields.createEnumeration()
        while fields.hasMoreElements():
            one = fields.nextElement()
            is_note = one.supportsService("com.sun.star.text.textfield.Annotation")
            if is_note and one.Content == words:
                one.Resolved = True

    def accept_all(self) -> None:
        """Accept all tracked changes."""
        self._dispatch(".uno:AcceptAllTrackedChanges")

    def reject_all(self) -> None:
        """Reject all tracked changes."""
        self._dispatch(".uno:RejectAllTrackedChanges")

    def _dispatch(self, command: str) -> None:
        frame = self.document.CurrentController.Frame
        self.writer.dispatcher.executeDispatch(frame, command, "", 0, ())


def answer_with(answer: dict[str, str | None]) -> None:
    """Write one answer."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Answer requests until there are no more."""
    writer = Writer(sys.argv[1])
    try:
        answer_with({})
        for line in sys.stdin:
            try:
                writer.edit(json.loads(line))
                answer = {"error": None}
            except Exception as error:  # noqa: BLE001 - the other side decides
                answer = {"error": f"{type(error).__name__}: {error}"}
            answer_with(answer)
    finally:
        writer.process.kill()
        writer.process.wait()


if __name__ == "__main__":
    main()
