"""Which addresses of grammar servers are used, and in what form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.errors import GrammarAddressRefused
from pressdesk.proofing.grammar import checked_address, host_of


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://lt.example.org", "https://lt.example.org/"),
        ("lt.example.org", "https://lt.example.org/"),
        (" HTTPS://LT.Example.org:8443/ ", "https://lt.example.org:8443/"),
        ("https://api.languagetool.org/v2/check", "https://api.languagetool.org/"),
        ("https://languagetool.org/api/v2/", "https://languagetool.org/api/"),
        ("http://localhost:8081", "http://localhost:8081/"),
        ("http://127.0.0.1:8081/v2", "http://127.0.0.1:8081/"),
        ("http://[::1]:8081/", "http://[::1]:8081/"),
    ],
)
def test_an_address_has_one_form(typed: str, address: str) -> None:
    """However it was typed, so that leave for it is leave for all its spellings."""
    assert checked_address(typed) == address
    assert checked_address(address) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://",
        "http://lt.example.org/",
        "http://localhost.example.org/",
        "http://127.0.0.1.example.org/",
        "http://0.0.0.0:8081/",
        "ftp://lt.example.org/",
        "file:///etc/passwd",
        "https://kari:pass@lt.example.org/",
        "https://lt.example.org\\@evil.example/",
        "https://lt.example.org/?key=1",
        "https://lt.example.org/#x",
        "https://lt.example.org:99999/",
        "https://lt.example.org/ x",
        "https://lt.example.org/\nx",
        "https://lt.ex\u0430mple.org/",
        "https://[::1/",
        "https://" + "a" * 600,
    ],
)
def test_what_is_no_safe_address_is_refused(typed: str) -> None:
    """Unencrypted, with a password or a query in it, or not what it seems."""
    with pytest.raises(GrammarAddressRefused) as refused:
        checked_address(typed)

    assert "pass@" not in refused.value.server
    assert len(refused.value.server) <= 80


@given(st.text(max_size=40) | st.from_regex(r"https?://[a-z.:@/\[\]0-9%]{0,20}", fullmatch=True))
def test_any_words_are_refused_or_one_form(typed: str) -> None:
    """And the form is its own form."""
    try:
        address = checked_address(typed)
    except GrammarAddressRefused:
        return

    assert checked_address(address) == address
    assert host_of(address) in address
