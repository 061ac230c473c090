"""The second reader through the command line, as people run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from pressdesk import paths
from pressdesk.app.wiring import make_journeys
from pressdesk.cli.main import pressdesk as group
from pressdesk.cli.session import Session
from pressdesk.services.wishes import Wishes
from pressdesk.settings import Settings, write_settings
from running import Ran

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grammar_servers import Traces

ENGLISH = "She are glad, and he go home. The programme was 10 % better.\n"
NORWEGIAN = "Veksten var 10000 i fjor.\n"


@pytest.fixture
def check() -> Callable[..., Ran]:
    """Return a function that runs ``pressdesk check`` in this process."""

    def check(*arguments: object, text: str) -> Ran:
        session = Session(
            wishes=Wishes(key_choice="session"), make_journeys=make_journeys, language="en"
        )
        words = ["check", "-", *map(str, arguments)]
        result = CliRunner().invoke(group, words, input=text.encode(), obj=session)
        return Ran(result.exit_code, result.stdout, result.stderr)

    return check


def choose(settings: Settings) -> None:
    write_settings(paths.default_config_folder(), settings)


def test_an_english_sentence_is_corrected_by_the_command(
    check: Callable[..., Ran], languagetool: Path, traces: Traces
) -> None:
    """The contract's keys, the engine among the readers, and no server left when it ends."""
    choose(Settings(grammar_engine="local", grammar_folder=str(languagetool)))

    ran = check("--language", "en", "--json", text=ENGLISH)

    found = {one["text"]: one for one in ran.json["findings"] if one["source"] == "LanguageTool"}
    assert found["are"]["suggestions"][0] == "is"
    assert found["go"]["suggestions"][0] == "goes"
    assert (found["go"]["line"], found["go"]["kind"]) == (1, "grammar")
    assert found["go"]["severity"] == "warning"
    assert ran.json["engines"] == ["spelling", "rules", "languagetool"]
    assert set(ran.json) == {"findings", "words", "language", "engines"}
    places = [one["start"] for one in ran.json["findings"] if one["line"] is not None]
    assert places == sorted(places)
    assert ran.err == ""
    assert traces.remaining() == []


def test_sarif_takes_findings_whose_rules_are_not_ours(
    check: Callable[..., Ran], languagetool: Path, traces: Traces
) -> None:
    """They have an id, and no entry among the rules that PressDesk describes."""
    choose(Settings(grammar_engine="local", grammar_folder=str(languagetool)))

    ran = check("--language", "en", "--sarif", text=ENGLISH)

    (report,) = ran.json["runs"]
    ids = {one["ruleId"] for one in report["results"]}
    assert "lt.HE_VERB_AGR" in ids
    assert traces.remaining() == []


def test_without_the_engine_the_rest_is_read_and_the_reason_said(
    check: Callable[..., Ran], tmp_path: Path
) -> None:
    """On stderr, so that the document stays one document."""
    choose(Settings(grammar_engine="local", grammar_folder=str(tmp_path)))

    ran = check("--language", "nb", "--json", text=NORWEGIAN)

    assert ran.code == 1
    assert ran.json["engines"] == ["spelling", "rules"]
    assert "tall.tusenskille" in {one["rule"] for one in ran.json["findings"]}
    assert "LanguageTool" in ran.err
    assert str(tmp_path) in ran.err


def test_text_goes_to_no_server_that_nobody_allowed(check: Callable[..., Ran]) -> None:
    """The command line asks nobody: it says where that is done."""
    choose(Settings(grammar_engine="remote", grammar_server="https://lt.nordlys.example"))

    ran = check("--language", "nb", text=NORWEGIAN)

    assert ran.code == 1
    assert "lt.nordlys.example" in ran.err
    assert "No text was sent" in ran.err
