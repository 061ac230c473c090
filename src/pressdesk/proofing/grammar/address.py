"""Addresses of grammar servers: which are used at all, and how they are written."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from pressdesk.domain.errors import GrammarAddressRefused

_LONGEST = 500
_ENDINGS = ("/check", "/v2")


def checked_address(address: str) -> str:
    """Return ``address`` in the one form that it is kept and compared in.

    Shape: ``https://host[:port]/[path/]``, without the ``v2/check`` that servers are often quoted
    with. On this machine itself it may be ``http``.

    Raises:
        GrammarAddressRefused: no such address; one with a user name, a query or a fragment.
    """
    words = address.strip()
    refused = GrammarAddressRefused(server=_shown(words))
    if len(words) > _LONGEST or not words.isascii() or not words.isprintable() or " " in words:
        raise refused
    if "\\" in words:
        raise refused  # read as a slash by some, as part of a name by others
    try:
        parts = urlsplit(words if "://" in words else f"https://{words}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise refused from None
    if not host or parts.username is not None or parts.query or parts.fragment:
        raise refused
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(host)):
        raise refused
    path = parts.path.rstrip("/")
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    named = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{named}{'' if port is None else f':{port}'}{path.rstrip('/')}/"


def is_this_machine(host: str) -> bool:
    """Return whether ``host`` is a loopback address, so that nothing goes over a network."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Return the host of a checked address, with its port if it has one."""
    return urlsplit(address).netloc


def _shown(words: str) -> str:
    """Return enough of what was typed to recognise it, without what may be a password."""
    printable = "".join(sign if sign.isprintable() else "?" for sign in words)
    return printable.rpartition("@")[2][:80]
