"""The frozen ledger of format 1, which ARCHITECTURE.md explains value by value."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pressdesk.domain.ids import Digest, PartnerId, ReleaseId
from pressdesk.domain.ledger import NO_PREVIOUS, Event, EventKind, LedgerWriter
from pressdesk.domain.payloads import Exported, PayloadErased, ReleaseCreated, RevisionSaved
from pressdesk.trust.ledger_file import export_document
from pressdesk.trust.signers import Ed25519Signer
from pressdesk.trust.verifier import check_document, main, read_document

SAMPLE = Path(__file__).parent / "format-1.ledger.json"
RELEASE = ReleaseId("01J8Z3K5Q6R7S8T9V0W1X2Y3Z4")
SIGNER = Ed25519Signer(bytes(range(32)))
PAYLOADS = (
    (
        EventKind.RELEASE_CREATED,
        ReleaseCreated(
            release=RELEASE, source_name="utkast.txt", source_sha256=None, pen=PartnerId("p1")
        ),
    ),
    (
        EventKind.REVISION_SAVED,
        RevisionSaved(number=1, name="første", contents=(("nb", Digest("ab" * 32)),)),
    ),
    (
        EventKind.EXPORTED,
        Exported(
            format="docx",
            is_draft=True,
            language="nb",
            file_name="2026-11-26_Nordvind-Solheim_pressemelding_utkast_nb.docx",
            sha256=Digest("cd" * 32),
            revision=1,
        ),
    ),
    (EventKind.PAYLOAD_ERASED, PayloadErased(events=(3,), reason="Filnavnet skulle bort.")),
)


def written() -> list[Event]:
    """Return the sample's events, by fixed key, clock and salts; event 2 withheld, 3 erased."""
    events: list[Event] = []
    for kind, payload in PAYLOADS:
        seq = len(events) + 1
        writer = LedgerWriter(
            actor="Åse Dahl <ase@nordvind.example>; Nordvind klynge",
            signer=SIGNER,
            clock=lambda seq=seq: datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(hours=seq),
            random_bytes=lambda length, seq=seq: bytes([seq]) * length,
        )
        prev = events[-1].hash if events else NO_PREVIOUS
        events.append(
            writer.write(release=RELEASE, seq=seq, prev=prev, kind=kind, payload=payload.to_json())
        )
    return [
        Event(header_bytes=one.header_bytes, payload=None, salt=None, signature=one.signature)
        if place in (2, 3)
        else one
        for place, one in enumerate(events, start=1)
    ]


def test_the_frozen_ledger_verifies() -> None:
    """Whatever is built later reads what was written then."""
    found = check_document(read_document(SAMPLE.read_bytes()))

    assert found.is_expected
    assert (found.events, found.withheld, found.erased) == (4, 1, 1)
    assert main([str(SAMPLE), "--json"]) == 0


def test_the_same_ledger_is_still_written_as_it_was_then() -> None:
    """Every byte: another one would be another format."""
    data = export_document(RELEASE, written(), {SIGNER.key: SIGNER.public})

    assert data == SAMPLE.read_bytes()


def test_the_worked_example_in_the_papers_is_the_frozen_ledger() -> None:
    """The values that ARCHITECTURE.md shows are those of the sample."""
    papers = Path(__file__).parents[3] / "ARCHITECTURE.md"
    document = json.loads(SAMPLE.read_bytes())
    words = papers.read_text(encoding="utf-8")

    for value in (
        document["events"][0]["header"],
        document["events"][0]["signature"],
        document["head"],
        document["head_code"],
        *document["keys"],
    ):
        assert value in words
