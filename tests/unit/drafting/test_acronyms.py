"""Short forms that a text gives its organisations."""

from __future__ import annotations

import pytest

from pressdesk.drafting.acronyms import short_forms
from pressdesk.drafting.known import KnownNames
from pressdesk.drafting.lexicon import lexicon


def found(text: str) -> list[tuple[str, str]]:
    """Return the full names and short forms of a text."""
    return list(short_forms(text, KnownNames(lexicon=lexicon())))


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Nasjonalt senter for tekstilombruk (NST) bygger.", "Nasjonalt senter for tekstilombruk", "NST"),
        ("Arctic Cluster Team, ACT, bygger kai.", "Arctic Cluster Team", "ACT"),
        ("Arctic Cluster Team (heretter kalt «ACT») bygger.", "Arctic Cluster Team", "ACT"),
        ("Arctic Cluster Team, heretter ACT, bygger.", "Arctic Cluster Team", "ACT"),
        ("Arctic Cluster Team, også kalt ACT bygger.", "Arctic Cluster Team", "ACT"),
        ("ACT (Arctic Cluster Team) bygger kai.", "Arctic Cluster Team", "ACT"),
        ("NHN (Norsk helsenett) bygger kai.", "Norsk helsenett", "NHN"),
        ("Universitetet i Nordland (UiN) bygger.", "Universitetet i Nordland", "UiN"),
        ("Folkehelseinstituttet (FHI) bygger.", "Folkehelseinstituttet", "FHI"),
    ],
)  # fmt: skip
def test_short_form_is_read_with_the_name_it_stands_for(text: str, name: str, short: str) -> None:
    """In parentheses on either side, between commas, or said to be one."""
    assert found(text) == [(name, short)]


@pytest.mark.parametrize(
    "text",
    [
        "Norsk Hydro, NHO, og Equinor bygger kai.",
        "Havnor, NTNU, og Equinor bygger kai.",
        "Kari Nes (KN) bygger kai.",
        "Havnor (NRK) bygger kai.",
        "Havnor bygger kai (se NTB).",
        "Havnor (Bodø) bygger kai.",
    ],
)
def test_neighbours_in_a_list_are_no_short_forms(text: str) -> None:
    """The letters must be those of the name; between commas its initials."""
    assert found(text) == []
