"""Lines of a desk to show, without a desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pressdesk.domain.content import Language
from pressdesk.domain.history import Stage
from pressdesk.domain.ids import ReleaseId
from pressdesk.domain.overview import Overview

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def line(number: int, title: str, **changes: object) -> Overview:
    """Return a line; what ``changes`` does not say is plain."""
    values: dict[str, object] = {
        "release": ReleaseId(f"01ARZ3NDEKTSV4RRFFQ69G{number:04d}"),
        "title": title,
        "template": None,
        "language": Language.NB,
        "words": 300,
        "partners": ("ACT", "Skift"),
        "stage": Stage.DRAFT,
        "quotes": 3,
        "approved": 0,
        "embargo": None,
        "changed_at": NOW - timedelta(days=1),
    }
    return Overview(**(values | changes))  # type: ignore[arg-type]  # names as above


def desk() -> tuple[Overview, ...]:
    """Return the desk of the mockup, as far as its stages exist."""
    return (
        line(
            1,
            "Skift inngår samarbeid med ACT",
            template="samarbeidsavtale",
            words=412,
            quotes=6,
            approved=4,
            stage=Stage.ROUND,
            round_number=2,
            deadline=NOW + timedelta(hours=2),
            waiting_for=("Monica Paulsen",),
            changed_at=NOW - timedelta(minutes=4),
        ),
        line(
            2,
            "Ny batteripilot på Narvik havn",
            template="pilotprosjekt",
            words=388,
            partners=("ACT", "Narvik", "Fjell"),
        ),
        line(
            3,
            "14 millionar til grønt hydrogen i nord",
            template="tildeling",
            language=Language.NN,
            words=455,
            partners=("ACT", "Energi"),
            quotes=4,
            approved=4,
            stage=Stage.READY,
            embargo=NOW + timedelta(days=2, hours=-5),
            changed_at=NOW - timedelta(days=3),
        ),
        line(
            4,
            "Felles høringsinnspill om nettutbygging",
            template="horing",
            words=520,
            partners=("Skift", "Zero", "Fjell", "ACT", "Nordlys", "Enova", "Bellona"),
            quotes=7,
            approved=5,
            stale=1,
            changed_at=NOW - timedelta(days=9),
        ),
    )
