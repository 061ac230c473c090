"""Templates on the command line: listed, filled, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pressdesk import paths
from printed import quote_of

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

SHIPPED = paths.templates() / "tildeling" / "nb.toml"
PARTNERS = (
    "--partner",
    "ACT Cluster; ACT",
    "--partner",
    "Skift – Næringslivets Klimaledere; Skift",
)


def own_template(home: Path, name: str, text: str) -> None:
    """Put a template into the user's own folder."""
    folder = home / "data" / "PressDesk" / "templates" / name
    folder.mkdir(parents=True)
    (folder / "nb.toml").write_text(text, "utf-8")


def test_templates_are_listed(run: Run) -> None:
    """Those of the catalogue first, for people and as JSON."""
    listed, as_json = run("templates"), run("templates", "--json")

    assert listed.code == as_json.code == 0
    first = as_json.json["templates"][0]
    assert first["id"] == "samarbeidsavtale"
    assert first["title"] == "Partnership agreement"
    assert first["languages"] == ["nb", "nn", "en"]
    assert {"name", "type", "required"} == set(first["fields"][0])
    assert listed.out.splitlines()[1].startswith("samarbeidsavtale\t")


def test_a_faulty_own_template_is_told_with_file_and_line(run: Run, home: Path) -> None:
    """The others are there; standard output stays one JSON document."""
    words = SHIPPED.read_text("utf-8").replace('id = "tildeling"', 'id = "egen"\nfarge = "rød"')
    own_template(home, "egen", words)

    ran = run("templates", "--json")

    assert ran.code == 0
    assert "egen/nb.toml has “farge” in line 2" in ran.err
    assert "egen" not in {one["id"] for one in ran.json["templates"]}


def test_a_faulty_template_is_not_begun_from(run: Run, home: Path, tmp_path: Path) -> None:
    """Exit 2, a sentence, and no file."""
    own_template(home, "klyngemelding", "title = \n")
    target = tmp_path / "a.pressdesk"

    ran = run("new", "klyngemelding", "-o", target)

    assert ran.code == 2
    assert "klyngemelding/nb.toml" in ran.err
    assert not target.exists()


def test_a_release_is_made_of_a_template(run: Run, tmp_path: Path) -> None:
    """Signed, with the partners in their order, and placeholders for what is left."""
    target = tmp_path / "a.pressdesk"

    ran = run(
        *("new", "samarbeidsavtale", "-o", target, "--language", "nb", "--json"),
        *("--set", "purpose=få fart på grønn omstilling", "--set", "date=26.11.2099"),
        *PARTNERS,
        *("--speaker", "Monica Paulsen; klyngeleder; ACT"),
    )

    assert ran.code == 0
    assert ran.json["title"] == "ACT og Skift skal få fart på grønn omstilling"
    assert ran.json == run("show", target, "--json").json
    assert [(one["short"], one["holds_pen"]) for one in ran.json["partners"]] == [
        ("ACT", True),
        ("Skift", False),
    ]
    assert ran.json["date"] == "2099-11-26"
    assert quote_of(ran.json)["speaker"] == {
        "name": "Monica Paulsen",
        "title": "klyngeleder",
        "organisation": "ACT",
    }
    assert "[antall år]" in ran.json["lead"]
    assert "Still to be filled in: start, duration" in ran.err
    kinds = [event["kind"] for event in run("log", target, "--json").json["events"]]
    assert kinds == ["ReleaseCreated", "RevisionSaved"]
    assert run("verify", target).code == 0


def test_answers_come_from_a_file_and_from_the_command_line(run: Run, tmp_path: Path) -> None:
    """The command line wins over the file, the file over the example."""
    answers = tmp_path / "answers.toml"
    answers.write_text(
        'place = "Bodø"\nduration = "fem år"\n\n'
        '[[partner]]\nname = "Fjord Kraft"\nshort = "Fjord"\n\n'
        '[[partner]]\nname = "Tangen Maskin"\nshort = "Tangen"\n\n'
        '[[spokesperson]]\nname = "Kari Nes"\ntitle = "styreleder"\npartner = "Fjord"\n\n'
        '[[contact]]\npartner = "Tangen"\nname = "Ola Li"\nphone = "900 00 001"\n',
        "utf-8",
    )

    ran = run(
        *("new", "samarbeidsavtale", "-o", tmp_path / "a.pressdesk", "--language", "nn"),
        *("--example", "--fields", answers, "--set", "duration=to år", "--json"),
    )

    assert ran.code == 0
    assert [one["short"] for one in ran.json["partners"]] == ["Fjord", "Tangen"]
    assert ran.json["place"] == "Bodø"
    assert "to år" in ran.json["lead"]
    assert [one["name"] for one in ran.json["spokespersons"]] == ["Kari Nes"]
    assert "Ola Li" in [one["name"] for one in ran.json["contacts"]]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "template", ["samarbeidsavtale", "nytt-medlem", "tildeling", "pilotprosjekt"]
)
def test_the_example_is_complete(run: Run, tmp_path: Path, template: str, language: str) -> None:
    """Nothing is left to write, and it can be exported."""
    target = tmp_path / "a.pressdesk"

    ran = run("new", template, "-o", target, "--language", language, "--example", "--json")

    assert ran.code == 0
    assert "[" not in "".join(ran.json["lead"]) + ran.json["title"]
    assert "Still" not in ran.err
    assert run("export", target, "-o", tmp_path / "a.docx", "--draft").code == 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param(("--set", "kake=ja"), "kake: ", id="unknown field"),
        pytest.param(("--set", "date=fredag 26.11.2026"), "“fredag 26.11.2026”", id="weekday"),
        pytest.param(("--set", "embargo=29.03.2099 02.30"), "summer time", id="gap"),
        pytest.param(("--set", "date=snart"), "date: “snart”", id="no date"),
        pytest.param(("--set", "release_mode=straks"), "“straks”", id="choice"),
        pytest.param(("--speaker", "Ola Li; sjef; Nord"), "“Nord”", id="partner"),
        pytest.param(("--partner", "ACT"), "“ACT”", id="partner twice"),
        pytest.param(("--set", "place"), "field=value", id="no assignment"),
        pytest.param(("--partner", "a; b; c"), "a; b; c", id="too many parts"),
    ],
)
def test_what_would_be_lost_is_refused(
    run: Run, tmp_path: Path, answers: tuple[str, ...], told: str
) -> None:
    """Exit 2, a sentence with field and value, and no file."""
    target = tmp_path / "a.pressdesk"

    ran = run("new", "samarbeidsavtale", "-o", target, *PARTNERS, *answers)

    assert ran.code == 2
    assert told in ran.err
    assert "Nothing was written." in ran.err
    assert ran.out == ""
    assert not target.exists()


def test_every_refusal_is_told(run: Run, tmp_path: Path) -> None:
    """Not only the first."""
    ran = run(
        *("new", "tildeling", "-o", tmp_path / "a.pressdesk", *PARTNERS),
        *("--set", "kake=ja", "--set", "date=snart"),
    )

    assert [line.partition(":")[0] for line in ran.err.splitlines()[:2]] == ["kake", "date"]


def test_unclear_answers_are_told_and_kept(run: Run, tmp_path: Path) -> None:
    """What stands in the text for all to see stops nothing."""
    ran = run(
        *("new", "samarbeidsavtale", "-o", tmp_path / "a.pressdesk", *PARTNERS, "--json"),
        *("--set", "start=snart", "--language", "nb"),
    )

    assert ran.code == 0
    assert "start: “snart” is not a date" in ran.err
    assert "Avtalen gjelder fra snart." in ran.json["lead"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bryllup",), "no template called “bryllup”"),
        (("samarbeidsavtale", "--fields", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_is_not_there_is_said(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """Exit 2 and a sentence."""
    ran = run("new", *arguments, "-o", tmp_path / "a.pressdesk")

    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "a.pressdesk").exists()


def test_a_template_without_the_language_is_said(run: Run, home: Path, tmp_path: Path) -> None:
    """Only when that language is asked for; else the template's own is written in."""
    words = SHIPPED.read_text("utf-8").replace('id = "tildeling"', 'id = "egen"')
    own_template(home, "egen", words)

    asked = run("new", "egen", "-o", tmp_path / "a.pressdesk", "--language", "en")
    left = run("new", "egen", "-o", tmp_path / "b.pressdesk", "--json")

    assert asked.code == 2
    assert "egen/en.toml" in asked.err
    assert left.json["language"] == "nb"


def test_an_existing_file_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    """It holds history."""
    target = tmp_path / "a.pressdesk"
    target.write_text("mine", "utf-8")

    ran = run("new", "tildeling", "-o", target, "--example")

    assert ran.code == 2
    assert target.read_text("utf-8") == "mine"


def test_settings_choose_language_and_rules(run: Run, home: Path, tmp_path: Path) -> None:
    """The usual language of new releases is that of the settings."""
    folder = home / "config" / "PressDesk"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('document_language = "nn"\nprofile = "ntb"\n', "utf-8")

    ran = run("new", "tildeling", "-o", tmp_path / "a.pressdesk", "--example", "--json")

    assert ran.json["language"] == "nn"


def test_the_first_partner_holds_the_pen(run: Run, tmp_path: Path) -> None:
    """Also when somebody of the second writes the first draft: that is the agreed order."""
    target = tmp_path / "a.pressdesk"

    ran = run(
        *("new", "tildeling", "-o", target, "--json"),
        *("--partner", "Fjord Kraft; Fjord", "--partner", "Nordlys"),
    )

    assert [(one["short"], one["holds_pen"]) for one in ran.json["partners"]] == [
        ("Fjord", True),
        ("Nordlys", False),
    ]


def test_without_a_key_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """The sentence says the ways to a key."""
    ran = run("new", "tildeling", "-o", tmp_path / "a.pressdesk", "--example", key=None)

    assert ran.code == 2
    assert "PRESSDESK_KEY=session" in ran.err
    assert list(tmp_path.iterdir()) == []
