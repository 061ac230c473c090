"""A second reader beside the rules: a grammar engine, which may not be there at all."""

from __future__ import annotations

from pressdesk.proofing.grammar.address import checked_address, host_of
from pressdesk.proofing.grammar.engine import ServedEngine
from pressdesk.proofing.grammar.local import LocalServer
from pressdesk.proofing.grammar.port import Account, GrammarEngine
from pressdesk.proofing.grammar.remote import RemoteServer
from pressdesk.proofing.grammar.serving import Limits

__all__ = [
    "Account",
    "GrammarEngine",
    "Limits",
    "LocalServer",
    "RemoteServer",
    "ServedEngine",
    "checked_address",
    "host_of",
]
