"""All journeys of one run, each made when it is first asked for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pressdesk.services.approving import Approving
    from pressdesk.services.commenting import Commenting
    from pressdesk.services.comparing import Comparing
    from pressdesk.services.desk import DeskWork
    from pressdesk.services.doctor import Doctor
    from pressdesk.services.drafting import Drafting
    from pressdesk.services.exporting import Exporting
    from pressdesk.services.gate import Gate
    from pressdesk.services.grammar import Grammar
    from pressdesk.services.history import History
    from pressdesk.services.identity import Identity, Notify
    from pressdesk.services.proofing import Proofing
    from pressdesk.services.proposals import Proposals
    from pressdesk.services.releases import Guard, Place
    from pressdesk.services.rounds import Rounds
    from pressdesk.services.samples import Samples
    from pressdesk.services.templates import Templates
    from pressdesk.services.texts import Texts
    from pressdesk.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Journeys:
    """What the front ends talk to. ``language`` is that of the interface."""

    identity: Identity
    settings: Settings
    data_folder: Path
    config_folder: Path
    language: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    notify: Notify

    @cached_property
    def guard(self) -> Guard:
        """Decides what to make of ledgers."""
        from pressdesk.services.releases import Guard
        from pressdesk.trust.heads import Heads

        return Guard(self.identity, Heads(self.data_folder / "heads"), self.notify)

    def at(self, path: Path) -> Place:
        """Return the place that the ``.pressdesk`` file at ``path`` is."""
        from pressdesk.services.releases import file_place

        return file_place(path, self.guard)

    @contextmanager
    def open_desk(self) -> Iterator[DeskWork]:
        """Yield the work on the desk of the data folder, which nobody else has meanwhile.

        Raises:
            ReleaseFileInUse, ReleaseFileDamaged, ReleaseFileNewer, FolderReadOnly, DiskFull.
        """
        from pressdesk.storage.desk_claim import claimed_desk

        with claimed_desk(self.data_folder) as path, self.open_claimed_desk(path) as work:
            yield work

    @contextmanager
    def open_claimed_desk(self, path: Path) -> Iterator[DeskWork]:
        """Yield the work on a desk that ``claimed_desk`` gave; raises what ``open_desk`` does."""
        from pressdesk.services.desk import DeskWork
        from pressdesk.storage.desk import opened_desk

        with opened_desk(path) as desk:
            yield DeskWork(desk=desk, drafting=self.drafting)

    @cached_property
    def drafting(self) -> Drafting:
        """Brings texts in and changes them."""
        from pressdesk.services.drafting import Drafting

        return Drafting(
            guard=self.guard,
            identity=self.identity,
            clock=self.clock,
            new_id=self.new_id,
            language=self.language,
        )

    @cached_property
    def templates(self) -> Templates:
        """Starts releases from templates: those that came along, and the user's own."""
        from pressdesk import paths
        from pressdesk.services.templates import Templates

        return Templates(
            shipped_folder=paths.templates(),
            own_folder=self.data_folder / "templates",
            clock=self.clock,
            new_id=self.new_id,
        )

    @cached_property
    def exporting(self) -> Exporting:
        """Writes the files that leave."""
        from pressdesk.services.exporting import Exporting

        return Exporting(clock=self.clock, language=self.language)

    @cached_property
    def rounds(self) -> Rounds:
        """Sends review rounds, and takes in what comes back."""
        from pressdesk.services.rounds import Rounds

        return Rounds(
            identity=self.identity,
            clock=self.clock,
            new_id=self.new_id,
            language=self.language,
        )

    @cached_property
    def proposals(self) -> Proposals:
        """Decides about what readers propose, in the working draft."""
        from pressdesk.services.proposals import Proposals

        return Proposals(clock=self.clock)

    @cached_property
    def approving(self) -> Approving:
        """Notes approvals, takes them back, and lets people approve for others."""
        from pressdesk.services.approving import Approving

        return Approving(identity=self.identity, new_id=self.new_id, language=self.language)

    @cached_property
    def commenting(self) -> Commenting:
        """Writes, reads and settles comments."""
        from pressdesk.services.commenting import Commenting

        return Commenting(identity=self.identity, new_id=self.new_id)

    @cached_property
    def gate(self) -> Gate:
        """Looks whether a text is ready, and freezes it."""
        from pressdesk.services.gate import Gate

        return Gate(language=self.language)

    @cached_property
    def proofing(self) -> Proofing:
        """Checks texts; dictionaries and rules are read when something is first checked."""
        from pressdesk import paths
        from pressdesk.domain.content import Language, Profile
        from pressdesk.proofing.lexicon import Lexicon
        from pressdesk.proofing.proofreader import Proofreader
        from pressdesk.proofing.rules.book import RuleBook
        from pressdesk.proofing.spelling import Spellers
        from pressdesk.services.proofing import Proofing
        from pressdesk.services.word_lists import organisation_list, personal_list

        lexicon, shared = Lexicon(), self.settings.organisation_words
        return Proofing(
            proofreader=Proofreader(
                RuleBook(),
                Spellers(paths.resource("dictionaries"), lexicon.supplement_forms),
                lexicon,
            ),
            guard=self.guard,
            identity=self.identity,
            clock=self.clock,
            new_id=self.new_id,
            profile=Profile(self.settings.profile),
            speech=None if self.language == "en" else Language(self.language),
            organisation_list=organisation_list(self.data_folder, shared),
            personal_list=personal_list(self.data_folder),
            grammar=self.grammar if self.settings.grammar_engine != "off" else None,
        )

    def take(self, settings: Settings) -> None:
        """Proofread by other settings from now on; all that was read in stays.

        Other settings hold for journeys that are made anew.
        """
        from pressdesk.domain.content import Profile
        from pressdesk.services.word_lists import organisation_list

        self.grammar.choose(settings)
        self.__dict__["proofing"] = replace(  # where the property keeps what it made
            self.proofing,
            profile=Profile(settings.profile),
            organisation_list=organisation_list(self.data_folder, settings.organisation_words),
            grammar=self.grammar,
        )

    @cached_property
    def grammar(self) -> Grammar:
        """The second reader of texts, where the settings ask for one; starts when first asked."""
        from pressdesk.services.grammar import Grammar
        from pressdesk.trust.os_keyring import OsKeyring

        return Grammar(self.settings, OsKeyring())

    def close(self) -> None:
        """End what the journeys of this run have started; nothing is asked of them after."""
        grammar = self.__dict__.get("grammar")
        if grammar is not None:
            grammar.stop()

    @cached_property
    def texts(self) -> Texts:
        """Gives the bare words of any source."""
        from pressdesk.services.texts import Texts

        return Texts(guard=self.guard)

    @cached_property
    def comparing(self) -> Comparing:
        """Shows what differs between two texts."""
        from pressdesk.services.comparing import Comparing

        return Comparing(guard=self.guard, texts=self.texts)

    @cached_property
    def history(self) -> History:
        """Reads, verifies and hands out ledgers."""
        from pressdesk.services.history import History

        return History(guard=self.guard, language=self.language)

    @cached_property
    def samples(self) -> Samples:
        """Does the main job on a sample release."""
        from pressdesk.services.samples import Samples

        return Samples(
            drafting=self.drafting,
            exporting=self.exporting,
            history=self.history,
            proofing=self.proofing,
            rounds=self.rounds,
            data_folder=self.data_folder,
        )

    @cached_property
    def doctor(self) -> Doctor:
        """Looks at the installation."""
        from pressdesk.services.doctor import Doctor

        return Doctor(data_folder=self.data_folder, language=self.language)
