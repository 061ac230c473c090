"""Where something about the text as a whole is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.domain.finding import Finding

CONTACTS, FACTS, PARTNERS = "contacts", "facts", "partners"
_GOALS = {
    "struktur.kontakt": CONTACTS,
    "struktur.dato-og-sted": FACTS,
    "struktur.frigivelse": FACTS,
    "struktur.avsender": PARTNERS,
    "struktur.om-tekst": PARTNERS,
}
"""By rule; ids of rules never change."""


def goal_of(finding: Finding) -> str | None:
    """Return where ``finding`` is mended, None where there is no such place."""
    return _GOALS.get(finding.rule)
