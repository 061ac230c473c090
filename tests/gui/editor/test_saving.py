"""When the editor saves, and what it does when that fails; no window, no clock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import DiskFull, DraftMoved
from pressdesk.gui.editor.saving import DELAY_MS, RETRY_MS, Autosave, SaveState
from samples import draft

if TYPE_CHECKING:
    from pressdesk.domain.draft import Draft
    from pressdesk.gui.editor.saving import Contents, Done, Failed


@dataclass
class Bench:
    """View, timer and store in one."""

    states: list[SaveState] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    waits: list[int | None] = field(default_factory=list)
    jobs: list[tuple[Contents, int, Done, Failed]] = field(default_factory=list)

    def show_save_state(self, state: SaveState, error: BaseException | None) -> None:
        """Keep the state."""
        del error
        self.states.append(state)

    def on_saved(self, draft: Draft) -> None:
        """Keep the draft."""
        self.drafts.append(draft)

    def start(self, delay_ms: int) -> None:
        """Keep the delay."""
        self.waits.append(delay_ms)

    def stop(self) -> None:
        """Keep that it stopped."""
        self.waits.append(None)

    def store(self, contents: Contents, version: int, done: Done, failed: Failed) -> None:
        """Keep the job for later."""
        self.jobs.append((contents, version, done, failed))

    def succeed(self) -> None:
        """End the oldest job well."""
        contents, version, done, _failed = self.jobs.pop(0)
        done(replace(draft(), contents=contents, version=version + 1))

    def fail(self, error: BaseException) -> None:
        """End the oldest job badly."""
        self.jobs.pop(0)[3](error)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def autosave(bench: Bench) -> Autosave:
    autosave = Autosave(bench, bench, contents=lambda: draft().contents, store=bench.store)
    autosave.begin(draft())
    bench.waits.clear()
    return autosave


def test_the_first_key_starts_the_clock_and_others_do_not_restart_it(
    bench: Bench, autosave: Autosave
) -> None:
    """Somebody who types without a pause is saved all the same."""
    for _ in range(5):
        autosave.on_changed()

    assert bench.waits == [DELAY_MS]
    assert autosave.state is SaveState.SAVING

    autosave.on_due()
    bench.succeed()

    assert autosave.state is SaveState.SAVED
    assert [one.version for one in bench.drafts] == [2]


def test_a_key_during_a_save_is_saved_next_with_the_version_that_came_of_it(
    bench: Bench, autosave: Autosave
) -> None:
    """Two saves never run at once, and the second builds upon the first."""
    autosave.on_changed()
    autosave.on_due()
    autosave.on_changed()
    autosave.on_due()

    assert len(bench.jobs) == 1

    bench.succeed()
    autosave.on_due()

    assert [version for _, version, _, _ in bench.jobs] == [2]
    bench.succeed()
    assert autosave.is_clean


def test_a_slow_save_is_not_added_to_the_delay(bench: Bench) -> None:
    """What was typed while the disk was busy waits only for what is left of the delay."""
    moments = iter([10.0, 10.4, 10.7])
    autosave = Autosave(
        bench,
        bench,
        contents=lambda: draft().contents,
        store=bench.store,
        now_s=lambda: next(moments),
    )
    autosave.begin(draft())
    autosave.on_changed()
    autosave.on_due()
    autosave.on_changed()

    bench.succeed()

    assert bench.waits[-1] == DELAY_MS - 300


def test_a_full_disk_is_tried_again_until_it_worked(bench: Bench, autosave: Autosave) -> None:
    """Every five seconds, and soon after the next key."""
    autosave.on_changed()
    autosave.on_due()
    bench.fail(DiskFull(name="desk"))

    assert autosave.state is SaveState.FAILED
    assert bench.waits[-1] == RETRY_MS

    autosave.on_changed()
    autosave.on_changed()
    assert bench.waits[-1] == DELAY_MS
    assert bench.waits.count(DELAY_MS) == 2

    autosave.on_due()
    bench.succeed()
    assert autosave.state is SaveState.SAVED


def test_leaving_waits_for_the_save(bench: Bench, autosave: Autosave) -> None:
    """What comes after is called once all is stored, keys during the save included."""
    left: list[str] = []
    autosave.flush(lambda: left.append("at once"))
    autosave.on_changed()
    autosave.flush(lambda: left.append("later"))
    autosave.on_changed()
    bench.succeed()

    assert left == ["at once"]

    bench.succeed()
    assert left == ["at once", "later"]


def test_leaving_is_refused_when_the_text_would_be_lost(bench: Bench, autosave: Autosave) -> None:
    """The user hears why; only giving up loses the text."""
    left: list[str] = []
    errors: list[BaseException] = []
    autosave.on_changed()
    autosave.flush(lambda: left.append("left"), errors.append)
    bench.fail(DiskFull(name="desk"))

    assert not left
    assert isinstance(errors[0], DiskFull)
    assert not autosave.is_clean

    autosave.give_up()
    autosave.on_due()
    assert not bench.jobs


def test_a_draft_that_moved_is_not_saved_over_by_itself(bench: Bench, autosave: Autosave) -> None:
    """Neither by the clock nor by keys; keeping one's own text goes on from its version."""
    autosave.on_changed()
    autosave.on_due()
    bench.fail(DraftMoved())
    autosave.on_changed()
    autosave.on_due()

    assert autosave.state is SaveState.MOVED
    assert not bench.jobs

    autosave.keep_mine(replace(draft(), version=9))
    autosave.on_due()
    assert [version for _, version, _, _ in bench.jobs] == [9]


@pytest.mark.expects_log("the draft was not saved: RuntimeError")
def test_a_bug_is_logged_without_text_and_tried_again(bench: Bench, autosave: Autosave) -> None:
    """Text under embargo stays out of the log."""
    autosave.on_changed()
    autosave.on_due()
    bench.fail(RuntimeError("secret words"))

    assert autosave.state is SaveState.FAILED
