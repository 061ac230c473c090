"""Decides what the findings in the text, in their cards and at the cursor lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.errors import PressDeskError
from pressdesk.gui.editor.proofing.deeds import BroughtBack, Deed, Keeping, SetAside, WordAdded
from pressdesk.gui.editor.proofing.fixes import Fixes
from pressdesk.gui.editor.proofing.listing import (
    EARLIER,
    MOST_CARDS,
    Entry,
    EntryBook,
    Listing,
    kin_of,
)
from pressdesk.gui.editor.proofing.rows import (
    CardRow,
    Filter,
    Row,
    Step,
    filter_choices,
    ignored_row,
    is_listed,
)
from pressdesk.gui.editor.proofing.said import Said
from pressdesk.gui.editor.proofing.spots import without_passage
from pressdesk.gui.editor.proofing.walking import entry_at, next_entry
from pressdesk.gui.editor.proofing.words import empty_words
from pressdesk.gui.editor.saying import sentence
from pressdesk.gui.sheet import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pressdesk.domain.finding import Finding, FindingKind
    from pressdesk.domain.ids import BlockId
    from pressdesk.domain.proofing_notes import Ignored, ProofingNotes
    from pressdesk.gui.editor.proofing.checking import Checking
    from pressdesk.gui.editor.proofing.ports import FindingsView, Page, Words
    from pressdesk.gui.editor.proofing.spots import Spot
    from pressdesk.gui.editor.saying import Saying
    from pressdesk.gui.sheet import Wave
    from pressdesk.services.word_lists import Layer


class FindingsPresenter:
    """Keeps marks, cards and the text in step; every deed is one undo step of the text.

    ``suggest`` looks for replacements elsewhere and calls back; ``set_aside`` makes the note of
    a finding that is ignored; ``cost_of`` says whose approval a change of a piece costs;
    ``has_goal`` whether something about the whole can be mended somewhere, and ``go_to`` goes
    there; ``sentence_of`` gives what a rule says of words, None where there is no such rule.
    """

    def __init__(  # noqa: PLR0913 - all are named, and given once by the place
        self,
        view: FindingsView,
        saying: Saying,
        page: Page,
        words: Words,
        *,
        keeping: Keeping,
        suggest: Callable[[Finding, Callable[[tuple[str, ...]], None]], None],
        set_aside: Callable[[Finding, str], Ignored],
        cost_of: Callable[[BlockId], tuple[str, ...]],
        has_goal: Callable[[Finding], bool],
        go_to: Callable[[Finding], None],
        sentence_of: Callable[[str, str], str | None] = lambda _rule, _text: None,
    ) -> None:
        self._view = view
        self._saying = saying
        self._page = page
        self._words = words
        self._set_aside = set_aside
        self._go_to = go_to
        self._checking: Checking | None = None
        self._sentence_of = sentence_of
        self._said = Said(page, keeping)
        self._fixes = Fixes(suggest, self._list)
        self._entries: list[Entry] = []
        self._book = EntryBook()
        self._current = ""
        self._filter = Filter.ALL
        self._trouble: BaseException | None = None
        self._listing = Listing(
            saying=saying, fixes_of=self._fixes.of, cost_of=cost_of, has_goal=has_goal
        )
        self._hidden: frozenset[FindingKind] = frozenset()

    # --- coming and going

    def begin(self, checking: Checking, notes: ProofingNotes) -> None:
        """Start with another text, or with the same one anew."""
        self._checking = checking
        self._said.begin(notes)
        self._fixes.forget_wishes()
        self._current, self._filter, self._trouble = "", Filter.ALL, None
        self._listing.first = 0
        self._book.forget()
        self._view.show_trouble("")
        self._page.set_all_marks({})
        self.show()

    @property
    def notes(self) -> ProofingNotes:
        """What was said about findings, this session's deeds included."""
        return self._said.notes

    @property
    def count(self) -> int:
        """How many findings can be listed."""
        return len(self._entries)

    def show_names(self, names: Mapping[BlockId, str]) -> None:
        """Call the pieces of the text by other names from now on."""
        if names != self._listing.names:
            self._listing.names = names
            self._list()

    def hide(self, kinds: frozenset[FindingKind]) -> None:
        """Neither mark nor list findings of some kinds."""
        if kinds != self._hidden:
            self._hidden = kinds
            self.on_changed(None)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        if self._checking is not None:
            self._list()

    # --- what is found

    def on_changed(self, part: BlockId | None) -> None:
        """Mark and list what was found in a piece, or in all."""
        found = self._checking.found if self._checking is not None else None
        if found is None:
            return
        if part is None:
            self._book.forget()
            self._page.set_all_marks({one: self._marks(some) for one, some in found.spots.items()})
            self._trouble = None
            self._say_notices()
        else:
            self._page.set_marks(part, self._marks(found.spots.get(part, ())))
        self.show()

    def on_failed(self, error: BaseException) -> None:
        """Say why nothing was checked."""
        if not isinstance(error, PressDeskError):
            raise error
        self._trouble = error
        self._view.show_trouble(sentence(self._saying, error))
        self._list()

    def on_not_kept(self, error: BaseException) -> None:
        """Say why something that was said about a finding is not kept."""
        if not isinstance(error, PressDeskError):
            raise error
        self._view.show_trouble(sentence(self._saying, error))

    def _say_notices(self) -> None:
        """Say what could not be used, so that less was read."""
        found = self._checking.found if self._checking is not None else None
        if found is not None:
            notices = (*found.notices, *((found.trouble,) if found.trouble else ()))
            self._view.show_trouble("\n".join(sentence(self._saying, one) for one in notices))

    def on_text_edited(self) -> None:
        """Follow undo: what was said about findings may have been taken back."""
        if self._said.follow():
            if self._checking is not None:
                self._checking.on_notes_changed()
            self._book.forget()
            self.on_changed(None)

    def show(self) -> None:
        """List what is known now."""
        checking = self._checking
        if checking is None:
            return
        self._entries = self._book.entries(
            self._words.order(), checking.found, checking.held, self._is_shown
        )
        self._list()

    def _list(self) -> None:
        checking = self._checking
        if checking is None:
            return
        ignored = self.notes.ignored
        if self._filter is Filter.IGNORED and not ignored:
            self._filter = Filter.ALL
        rows: Sequence[Row]
        if self._filter is Filter.IGNORED:
            rows = [
                ignored_row(self._saying, number, one, self._title(one))
                for number, one in enumerate(ignored)
            ]
        else:
            rows = self._listing.rows(self._entries, self._filter, checking.found)
        keys = [row.key for row in rows if isinstance(row, CardRow)]
        if self._current not in keys:
            self._current = ""
        self._view.show_filters(filter_choices(self._saying, len(ignored)), self._filter.value)
        self._view.show_rows(rows, self._current)
        self._view.show_count(len(self._entries) if self._is_known() else None)
        self._view.show_empty(*(("", "") if keys else self._empty()))

    def _title(self, ignored: Ignored) -> str:
        """Return what the rule says of the words; its id, where there is no such rule here."""
        return self._sentence_of(ignored.rule, ignored.text) or ignored.rule

    def _is_known(self) -> bool:
        return self._checking is not None and self._checking.found.count is not None

    def _empty(self) -> tuple[str, str]:
        count = self._checking.found.count if self._checking is not None else None
        return empty_words(
            self._saying, count, has_failed=self._trouble is not None, has_any=bool(self._entries)
        )

    def _marks(self, spots: Sequence[Spot]) -> list[tuple[int, int, Wave]]:
        held = self._checking.held if self._checking is not None else None
        return [
            one.mark
            for one in spots
            if one is not held and one.start < one.end and self._is_shown(one.finding)
        ]

    def _is_shown(self, finding: Finding) -> bool:
        return finding.kind not in self._hidden and not self._said.silences(finding)

    # --- the list

    def on_filter_chosen(self, key: str) -> None:
        """List other findings."""
        self._filter = Filter(key)
        self._listing.first = 0
        self._list()

    def on_card_chosen(self, key: str) -> None:
        """Open a card, and show its words in the text; the keyboard stays."""
        if key == self._current:
            return
        self._current = key
        entry = self._entry(key)
        if entry is not None and entry.spot is not None:
            self._go(entry.spot)
        self._list()

    def on_more_wanted(self, key: str) -> None:
        """List the findings before or behind those listed."""
        self._listing.first += -MOST_CARDS if key == EARLIER else MOST_CARDS
        self._list()

    def on_shown(self, keys: Collection[str]) -> None:
        """Look for replacements for the cards that are seen now."""
        self._fixes.want([one.finding for one in self._entries if one.key in keys])

    # --- about the text

    def on_next(self, *, is_backwards: bool = False) -> bool:
        """Go to the next finding in the text, round at the end; return whether there is one."""
        entries = [one for one in self._entries if is_listed(one.finding, self._filter)]
        placed = [one for one in entries if one.spot is not None]
        if not placed:
            self._current = entries[0].key if entries else ""
            self._list()
            return bool(entries)
        entry = next_entry(
            placed,
            self._words.order(),
            self._words.caret(),
            current=self._current,
            is_backwards=is_backwards,
        )
        self._current = entry.key
        self._listing.reveal(self._entries, self._filter, entry.key)
        if entry.spot is not None:
            self._go(entry.spot)
        self._list()
        return True

    def card_at_caret(self) -> CardRow | None:
        """Return the card of the finding at the cursor, and look for its replacements."""
        checking = self._checking
        if checking is None:
            return None
        caret = self._words.caret()
        entry = entry_at(self._entries, caret, checking.now, current=self._current)
        if entry is None:
            return None
        self._fixes.want_first(entry.finding)
        return self._listing.card(entry, self._entries, checking.found)

    def card(self, key: str) -> CardRow | None:
        """Return the card with that key as it is now."""
        entry = self._entry(key)
        if entry is None or self._checking is None:
            return None
        return self._listing.card(entry, self._entries, self._checking.found)

    def _go(self, spot: Spot) -> None:
        now = self._checking.now(spot) if self._checking is not None else None
        if now is not None:
            self._words.select(now.part, now.start, now.end)

    # --- deeds

    def on_fix_wanted(self, key: str, words: str) -> None:
        """Put ``words`` in the place of those that were found."""
        entry = self._entry(key)
        if entry is not None and entry.spot is not None:
            self._mend([(entry.spot, words)], key)

    def on_step_wanted(self, key: str, step: Step) -> None:
        """Do what a button of a card says at once, without asking."""
        entry = self._entry(key)
        if step is Step.RESTORE:
            number = int(key.rpartition(":")[2])
            self._do(BroughtBack(ignored=self.notes.ignored[number]))
        elif entry is None:
            return
        elif step is Step.GO:
            self._go_to(entry.finding)
        elif step is Step.REMOVE and entry.finding.place is not None:
            self._move_on(key)
            self._page.apply(without_passage(self._page.content(), entry.finding.place))
            self._forget(entry)
        elif step is Step.ALIKE:
            self._mend_alike(entry)

    def _mend_alike(self, entry: Entry) -> None:
        fixes = self._fixes.of(entry.finding) or ()
        if not fixes:
            return
        mended = []
        for one in self._entries:
            if one.spot is not None and kin_of(one.finding) == kin_of(entry.finding):
                own = self._fixes.of(one.finding) or fixes
                mended.append((one.spot, own[0]))
        self._mend(mended, entry.key)

    def _mend(self, mended: Sequence[tuple[Spot, str]], key: str) -> None:
        checking = self._checking
        if checking is None:
            return
        placed = [(now, old, words) for old, words in mended if (now := checking.now(old))]
        changes = [Change(now.part, now.start, now.end, words) for now, _, words in placed]
        self._move_on(key)
        if changes and self._words.change(changes):
            checking.mended(tuple(old for _, old, _ in placed))
            for part in {now.part for now, _, _ in placed}:
                self.on_changed(part)
        else:
            checking.on_notes_changed()  # the words have become others: look anew
            self.show()

    def on_ignore_wanted(self, key: str, reason: str) -> None:
        """Set a finding aside, with the reason."""
        entry = self._entry(key)
        if entry is not None:
            ignored = self._set_aside(entry.finding, reason)
            self._do(SetAside(ignored=ignored, finding=entry.finding), key)

    def on_word_wanted(self, key: str, layer: Layer) -> None:
        """Put the word of a finding into a list."""
        entry = self._entry(key)
        if entry is not None:
            self._do(WordAdded(word=entry.finding.text, layer=layer), key)

    def _do(self, deed: Deed, key: str = "") -> None:
        """Do a deed about the card with ``key``, which goes with it."""
        current = self._current
        self._move_on(key)
        try:
            self._said.do(deed)
        except PressDeskError as error:
            self._current = current
            self._view.show_trouble(sentence(self._saying, error))
            return
        self.on_text_edited()

    def _move_on(self, key: str) -> None:
        """Open the card behind that with ``key``, which is going."""
        if key != self._current:
            return
        keys = [one.key for one in self._entries if is_listed(one.finding, self._filter)]
        place = keys.index(key) + 1 if key in keys else len(keys)
        self._current = keys[place] if place < len(keys) else ""

    def _forget(self, entry: Entry) -> None:
        if self._checking is not None and entry.spot is not None:
            self._checking.mended((entry.spot,))
            self.on_changed(entry.spot.part)

    def _entry(self, key: str) -> Entry | None:
        return next((one for one in self._entries if one.key == key), None)
