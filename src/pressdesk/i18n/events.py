"""One line about each event of a ledger, as people read it in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.ledger import EventKind
from pressdesk.i18n.catalogue import catalogue

if TYPE_CHECKING:
    from pressdesk.domain.canonical import Json


def summary(kind: EventKind, payload: Json, language: str) -> str:  # noqa: PLR0911  # one each
    """Return the line for an event; ``payload`` is None where it is withheld or erased."""
    _ = catalogue(language).gettext
    if not isinstance(payload, dict):
        return _("The details are not in this copy")
    match kind:
        case EventKind.RELEASE_CREATED if payload.get("source_name"):
            return _("Release made from {source_name}").format(**payload)
        case EventKind.RELEASE_CREATED:
            return _("Release made")
        case EventKind.REVISION_SAVED:
            return _("Version {number}: {name}").format(**payload)
        case EventKind.EXPORTED if payload.get("is_draft"):
            return _("Draft written: {file_name}").format(**payload)
        case EventKind.EXPORTED:
            return _("Final file written: {file_name}").format(**payload)
        case EventKind.PAYLOAD_ERASED:
            return _("Details of earlier events erased: {reason}").format(**payload)
        case _:
            return kind.value
