"""The conversation with a LanguageTool server, through language-tool-python.

The library is used for what it knows of the protocol: languages, parameters, matches. It does not
start servers here: it would download one without being asked, wait up to 15 s on each of 900
ports, call ``sys.exit``, and leave the server running when the program is killed. Nor does it
send: it follows redirects, waits five minutes, and puts what a server answers into exceptions.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Literal

import language_tool_python
import requests
from language_tool_python.download_lt import parse_java_version
from language_tool_python.match import Match

from pressdesk.domain.errors import (
    GrammarKeyRefused,
    GrammarServerBusy,
    GrammarServerGarbled,
    GrammarServerMoved,
    GrammarServerRefused,
    GrammarServerSilent,
    GrammarServerUnreachable,
)

if TYPE_CHECKING:
    from pressdesk.proofing.grammar.port import Account

_MOST_BYTES = 8_000_000
_MOST_MATCHES = 5_000
_MOST_REPLACEMENTS = 5
_LONGEST_WORDS = 500
_CHUNK = 65_536
_VERSION = re.compile(r"[0-9][0-9A-Za-z.-]{0,19}")
_OK, _REDIRECTS, _REFUSED, _BUSY = 200, range(300, 400), (401, 403), (426, 429)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that LanguageTool says about a text.

    Units: ``start`` and ``length`` count UTF-16 units, as Java does.
    """

    rule: str
    category: str
    issue: str
    message: str
    start: int
    length: int
    replacements: tuple[str, ...]


def java_version(output: str) -> int:
    """Return the version in what ``java -version`` prints: 8, 17.

    Raises:
        ValueError: there is none.
    """
    try:
        first, second = parse_java_version(output)
    except SystemExit:
        raise ValueError("no version of Java") from None
    return second if first == 1 else first


class Conversation:
    """Talks to one server; for one thread at a time.

    Asking may take longer than the limit where a server drips; who must not wait asks through
    ``answer_within``.
    """

    def __init__(
        self, url: str, *, name: str, limit_s: float, is_local: bool, account: Account | None
    ) -> None:
        """Ask the server at ``url`` which languages it has; ``name`` is its name for people.

        Raises:
            GrammarError: it cannot be talked to.
        """
        self._name = name
        self._client = _Client(url, name=name, limit_s=limit_s, is_local=is_local, account=account)
        self.codes = self._client.codes
        self.version: str | None = None
        """What the server called itself in its last answer."""

    def remarks(self, text: str, code: str) -> tuple[Remark, ...]:
        """Return what the server says about ``text`` in the language ``code``, one of ``codes``.

        Raises:
            GrammarError: no answer, or none that can be understood.
        """
        answer = self._client.answer(text, code)
        try:
            matches = answer["matches"]  # type: ignore[index]  # refused below if it has none
            self.version = _version(answer)
            return tuple(_remark(Match(one, "")) for one in matches[:_MOST_MATCHES])
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            raise GrammarServerGarbled(server=self._name) from None

    def close(self) -> None:
        """Let connections go."""
        self._client.session.close()


def _version(answer: object) -> str | None:
    """Return the version of the software that an answer is of; None where it does not say."""
    software = answer.get("software") if isinstance(answer, dict) else None
    version = software.get("version") if isinstance(software, dict) else None
    is_plain = isinstance(version, str) and _VERSION.fullmatch(version)
    return version if is_plain else None


def _remark(match: Match) -> Remark:
    """Return the remark in a match that was made without its text, so that its place is Java's.

    With it the library keeps the text, in a variable of all threads, and shifts starts only.
    """
    replacements = (one for one in match.replacements if isinstance(one, str))
    return Remark(
        rule=match.rule_id,
        category=match.category,
        issue=match.rule_issue_type,
        message=" ".join(match.message.split())[:_LONGEST_WORDS],
        start=match.offset,
        length=match.error_length,
        replacements=tuple(
            one for one in list(replacements)[:_MOST_REPLACEMENTS] if len(one) <= _LONGEST_WORDS
        ),
    )


class _Client(language_tool_python.LanguageTool):
    """The library's client of a server that somebody else started, with our own way to send."""

    def __init__(
        self, url: str, *, name: str, limit_s: float, is_local: bool, account: Account | None
    ) -> None:
        self.session = requests.Session()
        self.session.trust_env = not is_local  # a proxy has no business with this machine
        self._name = name
        self._limit_s = limit_s
        self._account = account
        self.codes: frozenset[str] = frozenset()
        try:
            super().__init__("auto", remote_server=url)
        except BaseException:
            self.session.close()
            raise

    def answer(self, text: str, code: str) -> object:
        """Return what the server answers about ``text``."""
        self.language = code
        return self._query_server(f"{self.url}check", self._create_params(text), method="post")

    def _get_languages(self) -> set[str]:
        """Return the codes; asked for once, where the library asks at every change."""
        if not self.codes:
            try:
                self.codes = frozenset(one for one in super()._get_languages() if one)
            except (AttributeError, TypeError, ValueError):
                raise GrammarServerGarbled(server=self._name) from None
            if self.codes == {"auto"}:  # which the library adds itself
                raise GrammarServerGarbled(server=self._name)
        return set(self.codes)

    def _create_params(self, text: str) -> dict[str, str]:
        """Return the parameters; the library knows neither accounts nor the mode.

        A passage is read by itself, so that its findings stay when another one changes.
        """
        params = super()._create_params(text)
        params["mode"] = "allButTextLevelOnly"
        if self._account is not None:
            params |= {"username": self._account.user, "apiKey": self._account.key}
        return params

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,
        method: Literal["get", "post"] = "get",
    ) -> object:
        """Return the JSON that the server answers; one try, no redirects, bounded.

        No error has what went wrong as its cause: it could quote the text or the key.
        """
        trouble: Exception
        try:
            with self.session.request(
                method,
                url,
                data=params,
                timeout=self._limit_s,
                allow_redirects=False,
                stream=True,
            ) as response:
                self._check_status(response.status_code)
                body = b""
                for chunk in response.iter_content(_CHUNK):
                    body += chunk
                    if len(body) > _MOST_BYTES:
                        raise GrammarServerGarbled(server=self._name)
                answer: object = json.loads(body)
                return answer
        except requests.Timeout:
            trouble = GrammarServerSilent(server=self._name)
        except requests.RequestException as error:
            is_garbled = _is_garbled(error)
            kind = GrammarServerGarbled if is_garbled else GrammarServerUnreachable
            trouble = kind(server=self._name)
        except (ValueError, RecursionError):
            trouble = GrammarServerGarbled(server=self._name)
        raise trouble from None

    def _check_status(self, status: int) -> None:
        if status in _REDIRECTS:
            raise GrammarServerMoved(server=self._name)
        if status in _REFUSED:
            raise GrammarKeyRefused(server=self._name)
        if status in _BUSY:
            raise GrammarServerBusy(server=self._name)
        if status != _OK:
            raise GrammarServerRefused(server=self._name, status=status)


def _is_garbled(error: requests.RequestException) -> bool:
    """Return whether there was an answer, but not one of the web."""
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return True
    reasons = [one for inner in error.args for one in getattr(inner, "args", ())]
    return any(
        isinstance(one, HTTPException) and not isinstance(one, ConnectionError) for one in reasons
    )
