"""Verification of the events in a workspace, by the core that outsiders use too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.trust.verifier import Problem, Record, Verification, check_chain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pressdesk.domain.ids import KeyId, ReleaseId
    from pressdesk.domain.ledger import Event
    from pressdesk.trust.heads import Seen


def verify_events(  # noqa: PLR0913  # one argument for each thing to compare with
    events: Sequence[Event],
    keys: Mapping[KeyId, bytes],
    *,
    release: ReleaseId | None = None,
    confirmed: AbstractSet[KeyId] = frozenset(),
    head_code: str | None = None,
    seen: Seen | None = None,
) -> Verification:
    """Return everything that is wrong with a ledger; nothing is raised for a bent one.

    Shape: ``release`` is the one the ledger is kept under, ``head_code`` one as somebody typed
    it, ``seen`` what this machine saw of the release before; None leaves the comparison out.
    """
    records = [
        Record(
            header=event.header_bytes,
            payload=event.payload,
            salt=event.salt,
            signature=event.signature,
        )
        for event in events
    ]
    by_id = {str(key): public for key, public in keys.items()}
    found = check_chain(records, by_id, confirmed=confirmed, wanted_head=head_code)
    if release is not None and found.release not in (None, release):
        found = found.with_problems(Problem("release_wrong"))
    return found.with_problems(*_against(seen, found.hashes))


def _against(seen: Seen | None, hashes: Sequence[str]) -> tuple[Problem, ...]:
    if seen is None:
        return ()
    if seen.head is None:
        return (Problem("seen_unreadable"),)
    if len(hashes) < seen.seq:
        return (Problem("shorter_than_seen", seen.seq),)
    if hashes[seen.seq - 1] != seen.head:
        return (Problem("differs_from_seen", seen.seq),)
    return ()
