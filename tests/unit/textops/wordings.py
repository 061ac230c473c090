"""Wordings for property tests: a small vocabulary, so that repetitions and near misses abound."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        " ", " ", " ", " ", "\u00a0", "\n", "vi", "ikke", "enig", "uenig", "Norge", "Sverige",
        "200", "300", "000", "10 000", "mai", "17.", ".", ". ", ",", "–", "«", "industri-", "-",
        "e\u0301", "\u0301", "👩\u200d🔬", "🇳🇴", "\U0001f600", "50-årsjubileum", "a", "b",
    ]
)  # fmt: skip
WORDINGS = st.lists(PIECES, max_size=25).map("".join)
SENTENCES = st.lists(
    st.sampled_from(
        ["vi", "de", "gir", "200", "300", "ikke", "enig", "støtter", "forslaget", "Norge", "i",
         "2030", "mill.", "og", "kr,"]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)  # fmt: skip


@st.composite
def reworded(draw: st.DrawFn, base: str) -> str:
    """Return ``base`` with some of its words taken away, replaced or put in."""
    words = base.split(" ")
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(words)))
        deed = draw(st.sampled_from(["in", "out", "replace"]))
        word = draw(st.sampled_from(["250", "300", "ikke", "aldri", "svært", "vi", "400", "2030"]))
        if deed == "in":
            words.insert(place, word)
        elif place < len(words):
            words[place : place + 1] = [] if deed == "out" else [word]
    return " ".join(words)


@st.composite
def three_sides(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a base and two wordings made of it."""
    base = draw(SENTENCES)
    return base, draw(reworded(base)), draw(reworded(base))
