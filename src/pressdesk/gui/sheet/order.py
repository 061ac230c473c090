"""The good order of a sheet's lines, and how disorder is put right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from pressdesk.gui.sheet.lines import LineKind, Part, Shape, Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pressdesk.domain.ids import BlockId

_RANK = {Zone.TITLE: 0, Zone.LEAD: 1, Zone.BODY: 2, Zone.ABOUT: 3}


class Slot(NamedTuple):
    """One line of the repaired sheet: its shape, and which line it was (None: a new one)."""

    shape: Shape
    source: int | None


def ordered(
    shapes: Sequence[Shape | None], *, facts: int, new_id: Callable[[], BlockId]
) -> list[Slot]:
    """Return the lines in good order; lines that were in order come back unchanged.

    Good order is: one title with the facts, at least one line of lead, at least one of body,
    then boilerplates; ids given and unique; every piece whole. No line is dropped or moved.
    """
    return _Pieces(new_id).put(_zoned(shapes, facts))


def _zoned(shapes: Sequence[Shape | None], facts: int) -> list[Slot]:
    """Return the lines with kinds that suit where they stand, and no stretch missing."""
    slots: list[Slot] = []
    zone = Zone.TITLE
    for index, shape in enumerate(shapes):
        if index == 0:
            slots.append(Slot(Shape(kind=LineKind.TITLE, carried=_facts(shape, facts)), 0))
            continue
        found = _suited(shape or Shape(kind=LineKind.PARAGRAPH), zone)
        slots += _missing(zone, found.zone)
        zone = found.zone
        slots.append(Slot(found, index))
    slots += _missing(zone, Zone.ABOUT)
    return slots


def _facts(shape: Shape | None, facts: int) -> int:
    is_title = shape is not None and shape.kind is LineKind.TITLE
    return shape.carried if is_title and shape and shape.carried is not None else facts


def _suited(shape: Shape, zone: Zone) -> Shape:
    if shape.kind is LineKind.TITLE:
        shape = Shape(kind=LineKind.LEAD)
    if _RANK[shape.zone] >= _RANK[zone]:
        return shape
    if zone is Zone.ABOUT:
        return Shape(kind=LineKind.ABOUT)
    return Shape(kind=LineKind.PARAGRAPH)


def _missing(before: Zone, after: Zone) -> list[Slot]:
    """Return the empty places to write that have to stand between two stretches."""
    slots = []
    if _RANK[before] < _RANK[Zone.LEAD] < _RANK[after]:
        slots.append(Slot(Shape(kind=LineKind.LEAD, is_absent=True), None))
    if _RANK[before] < _RANK[Zone.BODY] < _RANK[after]:
        slots.append(Slot(Shape(kind=LineKind.PARAGRAPH, is_absent=True), None))
    return slots


@dataclass(slots=True)
class _Pieces:
    """Makes whole pieces with ids of their own out of lines that stand in the right place."""

    new_id: Callable[[], BlockId]
    seen: set[BlockId] = field(default_factory=set)
    slots: list[Slot] = field(default_factory=list)
    head: Shape | None = None
    """The first line of the piece at hand, as it was found, before it got its id."""
    unit: Shape | None = None

    def put(self, slots: Sequence[Slot]) -> list[Slot]:
        self.seen = set()
        for slot in slots:
            self._put_one(slot)
        self._close_image()
        return [_present(self.slots, index) for index in range(len(self.slots))]

    def _put_one(self, slot: Slot) -> None:
        shape = slot.shape
        if shape.zone in (Zone.TITLE, Zone.LEAD):
            self.slots.append(Slot(_plain(shape), slot.source))
            self.head = self.unit = None
            return
        last = self.slots[-1].shape if self.slots else None
        found = replace(last, id=self.head.id) if last and self.head else None
        is_loose_about = shape.kind is LineKind.ABOUT and last is not None
        if (self.unit and shape.continues(found)) or (
            self.unit and is_loose_about and self.unit.part is Part.BOILERPLATE
        ):
            self.slots.append(Slot(_like(self.unit, shape), slot.source))
        else:
            self._begin(slot)

    def _begin(self, slot: Slot) -> None:
        self._close_image()
        self.head = slot.shape
        shape = slot.shape
        if shape.kind is LineKind.CREDIT:
            shape = Shape(kind=LineKind.PARAGRAPH, id=shape.id)
        if shape.id is None or shape.id in self.seen:
            shape = replace(shape, id=self.new_id())
        if shape.id is not None:
            self.seen.add(shape.id)
        heading = {
            LineKind.FACT_ITEM: LineKind.FACT_HEADING,
            LineKind.ABOUT: LineKind.ABOUT_HEADING,
        }.get(shape.kind)
        self.unit = shape if heading is None else replace(shape, kind=heading)
        if heading is not None:
            self.slots.append(Slot(_plain(self.unit), None))
        self.slots.append(Slot(_plain(shape), slot.source))

    def _close_image(self) -> None:
        if self.unit and self.slots and self.slots[-1].shape.kind is LineKind.CAPTION:
            self.slots.append(Slot(_like(self.unit, Shape(kind=LineKind.CREDIT)), None))


def _like(unit: Shape, shape: Shape) -> Shape:
    """Return ``shape`` with the id and attributes of its piece."""
    return _plain(replace(unit, kind=shape.kind, is_absent=shape.is_absent, carried=None))


def _plain(shape: Shape) -> Shape:
    """Return the shape without what its kind has no use for."""
    if shape.kind is LineKind.QUOTE:
        return replace(shape, is_absent=False, carried=None)
    carries = shape.kind in (LineKind.TITLE, LineKind.CAPTION)
    return Shape(
        kind=shape.kind,
        id=None if shape.kind in (LineKind.TITLE, LineKind.LEAD) else shape.id,
        owner=shape.owner if shape.part is Part.BOILERPLATE else None,
        is_absent=shape.is_absent,
        carried=shape.carried if carries else None,
    )


def _present(slots: Sequence[Slot], index: int) -> Slot:
    """Return the line, an empty place only where nothing else of its sort stands beside it."""
    shape, source = slots[index]
    if not shape.is_absent:
        return slots[index]
    if shape.kind is LineKind.ITEM:
        beside = (*slots[index - 1 : index], *slots[index + 1 : index + 2])
        is_alone = not any(
            other.shape.kind is LineKind.ITEM and other.shape.id == shape.id for other in beside
        )
    else:
        before = slots[index - 1].shape.zone
        after = slots[index + 1].shape.zone if index + 1 < len(slots) else None
        is_alone = shape.zone not in (before, after)
    may_be = shape.kind in (LineKind.LEAD, LineKind.PARAGRAPH, LineKind.ITEM)
    return Slot(replace(shape, is_absent=may_be and is_alone), source)
