"""A LanguageTool server somewhere else, which sees text while it is unpublished."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pressdesk.domain.errors import GrammarAddressRefused, GrammarServerNotAllowed
from pressdesk.proofing.grammar.address import checked_address, host_of, is_this_machine
from pressdesk.proofing.grammar.serving import Endpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressdesk.proofing.grammar.port import Account
    from pressdesk.proofing.grammar.serving import Limits


class RemoteServer:
    """A server that is only talked to when the user has said yes to exactly that one."""

    def __init__(
        self,
        address: str,
        *,
        is_allowed: Callable[[str], bool],
        account: Callable[[], Account | None] = lambda: None,
    ) -> None:
        """Take ``address`` as it was typed.

        ``is_allowed`` is asked with the address in its one form, before every opening.
        ``account`` is asked after that: the keyring may be slow, or want a password.
        """
        self._address = address
        self._is_allowed = is_allowed
        self._account = account

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine, so that no proxy is asked."""
        try:
            return is_this_machine(urlsplit(checked_address(self._address)).hostname or "")
        except GrammarAddressRefused:
            return False

    @property
    def name(self) -> str:
        """The host, or what was typed where that is no address."""
        try:
            return host_of(checked_address(self._address))
        except GrammarAddressRefused as error:
            return error.server

    def open(self, limits: Limits, is_given_up: Callable[[], bool]) -> Endpoint:
        """Return where it is.

        Raises:
            GrammarAddressRefused, GrammarServerNotAllowed: and nothing was sent.
        """
        address = checked_address(self._address)
        if not self._is_allowed(address):
            raise GrammarServerNotAllowed(server=host_of(address))
        return Endpoint(url=address, account=self._account())

    def close(self) -> None:
        """Nothing was opened."""
