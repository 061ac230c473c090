"""A partner who edits a review document as Word writes it: tracked or in silence."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"
COVER = ("ReviewHeading", "ReviewNote", "ReviewCode", "AnswerLabel", "AnswerBox", "AnswerEnd")
AUTHOR, DATE = "Ola Li", "2026-11-25T09:00:00Z"


@dataclass(frozen=True)
class Edit:
    """One edit of the line ``line``; ``start`` and ``end`` are code points of its words."""

    kind: str
    line: int
    start: int = 0
    end: int = 0
    words: str = ""
    after: int = 0
    is_tracked: bool = False
    what: str = ""


@dataclass
class Hand:
    """The file in the hands of somebody, who has Word."""

    data: bytes
    author: str = AUTHOR
    date: str = DATE
    root: Element = field(init=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            self.root = etree.fromstring(file.read(MAIN))
        self._id = 9000
        self.lines = [one for one in self.root[0] if one.tag == f"{W}p" and self._is_line(one)]

    def _is_line(self, paragraph: Element) -> bool:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        is_cover = style is not None and style.get(f"{W}val") in COVER
        return not is_cover and bool(self.words(paragraph).strip())

    def words(self, paragraph: Element) -> str:
        """Return what a paragraph says with all accepted."""
        return "".join(_said(run) for run in self._runs(paragraph))

    def saved(self) -> bytes:
        """Return the file."""
        return with_part(self.data, MAIN, etree.tostring(self.root, xml_declaration=True))

    def do(self, edits: Iterable[Edit]) -> bytes:
        """Do all edits and return the file."""
        for one in edits:
            paragraph = self.lines[one.line]
            match one.kind:
                case "words":
                    self._change(paragraph, one)
                case "split":
                    self._split(paragraph, one)
                case "join":
                    self._join(paragraph, one)
                case "remove":
                    self._remove(paragraph, one)
                case "add":
                    self._add(paragraph, self._like(paragraph, one.words), one)
                case "move":
                    self._move(paragraph, one)
                case "format":
                    self._embolden(paragraph, one)
        return self.saved()

    def pending(self) -> list[Element]:
        """Return our changes of words and of whole paragraphs, those of boxes and looks not."""
        return [one for one in self.root.iter(f"{W}ins", f"{W}del") if len(one)]

    def answer(self, change: Element, *, is_accepted: bool) -> None:
        """Accept or reject one of the changes in the file, with its words."""
        is_there = (change.tag == f"{W}ins") is is_accepted
        paragraph = next(change.iterancestors(f"{W}p"))
        if is_there:
            for text in change.iter(f"{W}delText"):
                text.tag = f"{W}t"
            place = change.getparent()
            assert place is not None
            index = place.index(change)
            for number, run in enumerate(list(change)):
                place.insert(index + number, run)
            place.remove(change)
        else:
            _drop(change)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and len(mark) and mark[0].tag == change.tag:
            _drop(mark)
            if not is_there and not self.words(paragraph):
                self._gone(paragraph)

    # one edit each

    def _change(self, paragraph: Element, one: Edit) -> None:
        self._cut(paragraph, one.start)
        self._cut(paragraph, one.end)
        here = 0
        last: Element | None = None
        for run in list(self._runs(paragraph)):
            size = len(_said(run))
            if one.start <= here and here + size <= one.end and size:
                last = self._take_out(run, is_tracked=one.is_tracked)
            elif here + size <= one.start:
                last = run
            here += size
        if one.words:
            self._put_in(paragraph, last, one)

    def _put_in(self, paragraph: Element, behind: Element | None, one: Edit) -> None:
        new = self._tracked("ins", _run(one.words)) if one.is_tracked else _run(one.words)
        first = next(self._runs(paragraph), None)
        if behind is not None:
            top = _out_of_changes(behind)
            top.addnext(new)
        elif first is not None:
            _top(first).addprevious(new)
        else:
            paragraph.append(new)

    def _take_out(self, run: Element, *, is_tracked: bool) -> Element | None:
        if not is_tracked:
            parent = run.getparent()
            assert parent is not None
            gone = etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"})
            parent.replace(run, gone)
            return gone
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        parent = run.getparent()
        assert parent is not None
        place = parent.index(run)
        change = self._tracked("del", run)
        parent.insert(place, change)
        return change

    def _split(self, paragraph: Element, one: Edit) -> None:
        self._cut(paragraph, one.start)
        tail = deepcopy(paragraph)
        for copy in (paragraph, tail):
            here = 0
            for run in list(self._runs(copy)):
                size = len(_said(run))
                if (here >= one.start) is (copy is paragraph):
                    _drop(run)
                here += size
        for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
            for copy in tail.findall(f"{W}{name}"):
                tail.remove(copy)
        for gone in (*tail.iter(f"{W}del"), *tail.iter(f"{W}r")):
            if len(gone) and not _said(gone):
                _drop(gone)
        if one.is_tracked:
            self._mark(paragraph, "ins")
        paragraph.addnext(tail)

    def _join(self, paragraph: Element, one: Edit) -> None:
        if one.is_tracked:
            self._mark(paragraph, "del")
            return
        other = self.lines[one.line + 1]
        for child in list(other):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        _drop(other)

    def _remove(self, paragraph: Element, one: Edit) -> None:
        if not one.is_tracked:
            self._gone(paragraph)
            return
        for run in list(self._runs(paragraph)):
            self._take_out(run, is_tracked=True)
        self._mark(paragraph, "del")

    def _gone(self, paragraph: Element) -> None:
        """Take a paragraph out; its bookmarks stay in the next one, as Word leaves them."""
        following = paragraph.getnext()
        assert following is not None
        if following.tag == f"{W}p":
            for child in reversed(paragraph):
                if child.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                    place = 1 if following.find(f"{W}pPr") is not None else 0
                    following.insert(place, deepcopy(child))
        _drop(paragraph)

    def _add(self, paragraph: Element, new: Element, one: Edit) -> None:
        if one.is_tracked:
            for run in list(self._runs(new)):
                place = new.index(run)
                new.insert(place, self._tracked("ins", run))
            self._mark(new, "ins")
        paragraph.addnext(new)

    def _move(self, paragraph: Element, one: Edit) -> None:
        there = self.lines[one.after]
        if not one.is_tracked:
            there.addnext(paragraph)
            return
        new = self._like(paragraph, self.words(paragraph))
        self._id += 1
        name = f"move{self._id}"
        for copy, way in ((paragraph, "moveFrom"), (new, "moveTo")):
            runs = list(self._runs(copy))
            for run in runs:
                if way == "moveFrom" and run.getparent() is not copy:
                    self._take_out(run, is_tracked=True)
                    continue
                place = copy.index(run)
                change = self._tracked(way, run)
                copy.insert(place, change)
            self._mark(copy, way)
            start = etree.Element(f"{W}{way}RangeStart")
            start.set(f"{W}name", name)
            self._id += 1
            for key, value in (("id", str(self._id)), ("author", self.author), ("date", self.date)):
                start.set(f"{W}{key}", value)
            end = etree.Element(f"{W}{way}RangeEnd")
            end.set(f"{W}id", str(self._id))
            copy.insert(1, start)
            copy.append(end)
        there.addnext(new)

    def _embolden(self, paragraph: Element, one: Edit) -> None:
        run = next(self._runs(paragraph))
        looks = run.find(f"{W}rPr")
        if looks is None:
            looks = etree.Element(f"{W}rPr")
            run.insert(0, looks)
        looks.insert(0, etree.Element(f"{W}b"))
        if one.is_tracked:
            looks.append(self._tracked("rPrChange", etree.Element(f"{W}rPr")))

    # what they need

    def _runs(self, paragraph: Element) -> Iterator[Element]:
        for run in paragraph.iter(f"{W}r"):
            gone = any(one.tag in (f"{W}del", f"{W}moveFrom") for one in run.iterancestors())
            if not gone and _said(run):
                yield run

    def _cut(self, paragraph: Element, at: int) -> None:
        here = 0
        for run in list(self._runs(paragraph)):
            said = _said(run)
            if here < at < here + len(said):
                tail = deepcopy(run)
                _write(run, said[: at - here])
                _write(tail, said[at - here :])
                run.addnext(tail)
            here += len(said)

    def _like(self, paragraph: Element, words: str) -> Element:
        new = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            copy = deepcopy(properties)
            for mark in copy.findall(f"{W}rPr"):
                copy.remove(mark)
            new.append(copy)
        else:
            etree.SubElement(new, f"{W}pPr")
        new.append(_run(words))
        return new

    def _mark(self, paragraph: Element, name: str) -> None:
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        looks = properties.find(f"{W}rPr")
        if looks is None:
            looks = etree.SubElement(properties, f"{W}rPr")
        looks.append(self._tracked(name))

    def _tracked(self, name: str, *inside: Element) -> Element:
        self._id += 1
        change = etree.Element(f"{W}{name}")
        for key, value in (("id", str(self._id)), ("author", self.author), ("date", self.date)):
            change.set(f"{W}{key}", value)
        change.extend(inside)
        return change


def _said(run: Element) -> str:
    return "".join(
        "\t" if one.tag == f"{W}tab" else one.text or "" for one in run.iter(f"{W}t", f"{W}tab")
    )


def _write(run: Element, words: str) -> None:
    for one in [one for one in run if one.tag in (f"{W}t", f"{W}tab")]:
        run.remove(one)
    text = etree.SubElement(run, f"{W}t")
    text.text = words
    text.set(SPACE, "preserve")


def _run(words: str) -> Element:
    run = etree.Element(f"{W}r")
    _write(run, words)
    return run


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _top(run: Element) -> Element:
    """Return what stands in the paragraph itself and holds a run."""
    while (parent := run.getparent()) is not None and parent.tag != f"{W}p":
        run = parent
    return run


def _out_of_changes(run: Element) -> Element:
    """Return a run, or the wrapper around it, cut in two behind the run."""
    parent = run.getparent()
    while parent is not None and parent.tag != f"{W}p":
        tail = deepcopy(parent)
        for child in list(tail):
            tail.remove(child)
        for sibling in list(run.itersiblings()):
            tail.append(sibling)
        if len(tail):
            parent.addnext(tail)
        run, parent = parent, parent.getparent()
    return run


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Return the file with another part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
    return out.getvalue()
