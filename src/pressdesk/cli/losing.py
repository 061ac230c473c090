"""Says whose approval a command cost."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pressdesk.i18n.marking import N_
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressdesk.cli.session import Session
    from pressdesk.services.releases import Place

_LOST = N_("Approved words were changed, so these must approve again: {names}.")


@contextmanager
def approvals_watched(session: Session, place: Place) -> Iterator[None]:
    """Say on stderr at the end whose approval no longer holds for the words of the draft.

    Also where the command was refused in part.
    """
    from pressdesk.services.approving import lost

    before = place.read()
    try:
        yield
    finally:
        after = place.read()
        now = {one.language: one for one in after.draft.contents}
        names = dict.fromkeys(
            name
            for content in before.draft.contents
            if content.language in now
            for name in lost(before.events, content, now[content.language])
        )
        if names:
            click.echo(
                session.gettext(_LOST).format(names=visible_line(", ".join(names))), err=True
            )
