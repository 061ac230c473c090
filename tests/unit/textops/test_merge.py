"""The merge: exact or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given

from pressdesk.textops.diff_tokens import diff_tokens
from pressdesk.textops.merge import Landing, Origin, Piece, landed, merge, proposed
from unit.textops.wordings import three_sides

MISLEADING = {
    "two figures": (
        "Avtalen gir 200 millioner til byen.",
        "Avtalen gir 250 millioner til byen.",
        "Avtalen gir 300 millioner til byen.",
    ),
    "a repeated phrase whose sentence is gone": (
        "Sverige er enig. Norge er enig.",
        "Norge er enig.",
        "Sverige er ikke enig. Norge er enig.",
    ),
    "a figure moved to another claim": (
        "Havna får 200 millioner. Skolen får støtte.",
        "Havna får støtte. Skolen får 200 millioner.",
        "Havna får 300 millioner. Skolen får støtte.",
    ),
    "a statement turned round": (
        "Kommunen støtter forslaget om en ny skole.",
        "Kommunen støtter ikke forslaget om en ny skole.",
        "Kommunen støtter forslaget om to nye skoler.",
    ),
    "two days": (
        "Møtet er tirsdag 17. mai i Bodø.",
        "Møtet er onsdag 18. mai i Bodø.",
        "Møtet er tirsdag 24. mai i Bodø.",
    ),
    "a deleted sentence": (
        "Vi starter nå. Prisen er 40 kroner. Alle er med.",
        "Vi starter nå. Alle er med.",
        "Vi starter nå. Prisen er 45 kroner. Alle er med.",
    ),
    "two new sentences in one place": (
        "Vi starter nå. Alle er med.",
        "Vi starter nå. Det koster 40. Alle er med.",
        "Vi starter nå. Det koster 45. Alle er med.",
    ),
    "a negating prefix": (
        "Partene er enige om at havna skal bygges.",
        "Partene er uenige om at havna skal bygges.",
        "Partene er enige om at havna skal bygges i 2030.",
    ),
}


@pytest.mark.parametrize("name", MISLEADING)
def test_what_misleads_a_fuzzy_merge_is_a_conflict(name: str) -> None:
    """Nothing is guessed, in either order, and both wordings are shown."""
    base, ours, theirs = MISLEADING[name]

    assert merge(base, ours, theirs).text is None
    assert merge(base, theirs, ours).text is None
    assert Landing.FITS not in {one.landing for one in proposed(base, theirs, ours)}


def test_changes_in_different_places_fit() -> None:
    """Each side's change is there, and a change that both made is there once."""
    base = "Alle er enige i at dette er bra for byen og regionen."
    ours = "Alle er enige i at dette er svært bra for byen og distriktet."
    theirs = "Nesten alle er enige i at dette er bra for byen og distriktet."

    merged = merge(base, ours, theirs)

    assert merged.text == "Nesten alle er enige i at dette er svært bra for byen og distriktet."
    assert [one.origin for one in merged.pieces if one.origin is not Origin.BASE] == [
        Origin.THEIRS,
        Origin.OURS,
        Origin.BOTH,
    ]


@given(three_sides())
def test_no_side_comes_first(sides: tuple[str, str, str]) -> None:
    """The other way round, the pieces are the same."""
    base, ours, theirs = sides
    turned = {Origin.OURS: Origin.THEIRS, Origin.THEIRS: Origin.OURS}

    pieces = merge(base, theirs, ours).pieces

    assert merge(base, ours, theirs).pieces == tuple(
        Piece(
            origin=turned.get(one.origin, one.origin),
            base=one.base,
            ours=one.theirs,
            theirs=one.ours,
        )
        for one in pieces
    )


@given(three_sides())
def test_the_pieces_are_all_of_every_side(sides: tuple[str, str, str]) -> None:
    """Nothing of any side is lost, merged or not."""
    pieces = merge(*sides).pieces

    assert "".join(one.base for one in pieces) == sides[0]
    assert "".join(one.ours for one in pieces) == sides[1]
    assert "".join(one.theirs for one in pieces) == sides[2]


@given(three_sides())
def test_a_merge_never_invents_a_token(sides: tuple[str, str, str]) -> None:
    """Every word, number and sign of it stands on one of the three sides."""
    merged = merge(*sides).text

    if merged is not None:
        known = {token for side in sides for token in diff_tokens(side)}
        assert set(diff_tokens(merged)) <= known


@given(three_sides())
def test_one_side_alone_is_that_side(sides: tuple[str, str, str]) -> None:
    """A merge with what changed nothing, or changed the same, is no conflict."""
    base, ours, _ = sides

    assert merge(base, ours, base).text == ours
    assert merge(base, base, ours).text == ours
    assert merge(base, ours, ours).text == ours


@given(three_sides())
def test_proposals_do_not_depend_on_the_text_as_it_stands(sides: tuple[str, str, str]) -> None:
    """Only where they land does; each says what stands in the base."""
    base, current, theirs = sides

    found = proposed(base, theirs, current)

    assert [one[:4] for one in found] == [one[:4] for one in proposed(base, theirs, base)]
    for one in found:
        assert base[one.start : one.end] == one.old
        there = current[one.now_start : one.now_end]
        if one.landing is Landing.FITS:
            assert there == one.old
        elif one.landing is Landing.ALREADY:
            assert there in (one.new, one.instead)


@given(three_sides())
def test_all_proposals_against_the_base_make_the_answer(sides: tuple[str, str, str]) -> None:
    """Taken together they are what the other side wrote; taken one by one in any order as well."""
    base, _, theirs = sides
    for is_backwards in (True, False):
        text = base
        for _ in range(50):
            open_ones = [one for one in proposed(base, theirs, text) if one.landing is Landing.FITS]
            if not open_ones:
                break
            one = open_ones[-1 if is_backwards else 0]
            text = text[: one.now_start] + one.new + text[one.now_end :]

        left = [one.landing for one in proposed(base, theirs, text)]
        assert text == theirs or Landing.CONFLICT in left


@given(three_sides())
def test_what_fits_is_never_an_invention(sides: tuple[str, str, str]) -> None:
    """All that fit, made at once in the current text, hold only tokens that a side wrote."""
    base, current, theirs = sides
    known = {token for side in sides for token in diff_tokens(side)}
    text = current

    for one in reversed(proposed(base, theirs, current)):
        if one.landing is Landing.FITS:
            text = text[: one.now_start] + one.new + text[one.now_end :]

    assert set(diff_tokens(text)) <= known


def test_a_conflict_names_what_became_of_the_place() -> None:
    """And what the other side says of all of it, to be taken by choice."""
    base = "Vi gir 200 millioner."
    current = "Vi gir 250 millioner."

    (one,) = proposed(base, "Vi gir 300 millioner.", current)

    assert (one.old, one.new, one.landing) == ("200", "300", Landing.CONFLICT)
    assert current[one.now_start : one.now_end] == "250"
    assert one.instead == "300"


def test_a_proposal_that_was_taken_is_there_already() -> None:
    """Also where the text has changed elsewhere since."""
    base = "Vi gir 200 millioner til den nye havna i byen."
    current = "Vi gir 300 millioner til den nye havna ved byen."

    (one,) = proposed(base, "Vi gir 300 millioner til den nye havna i byen.", current)

    assert one.landing is Landing.ALREADY


@given(three_sides())
def test_changes_that_are_kept_land_where_they_were_found_to(sides: tuple[str, str, str]) -> None:
    """A proposal that was written down needs only its place and its words."""
    base, current, theirs = sides
    found = proposed(base, theirs, current)

    kept = [(one.start, one.end, one.new) for one in found]

    assert landed(base, current, kept) == found
    assert all(landed(base, current, [one])[0].landing is not None for one in kept)
