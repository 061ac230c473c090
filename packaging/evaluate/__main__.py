"""Writes the table of all that is measured: ``python3 packaging/dev.py evaluate``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from evaluate.rules import alarm_lines, learner_lines
from evaluate.spelling import spelling_lines
from pressdesk import paths
from pressdesk.domain.content import Language
from pressdesk.proofing.lexicon import Lexicon
from pressdesk.proofing.proofreader import Proofreader
from pressdesk.proofing.rules.book import RuleBook
from pressdesk.proofing.spelling import Spellers

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("spelling", "rules", "learners")


def main(arguments: list[str]) -> int:
    """Measure what is asked for, print the tables, keep them with the details in a file."""
    parser = argparse.ArgumentParser(prog="dev.py evaluate", description=main.__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"of {', '.join(PARTS)}")
    parser.add_argument("--target", type=Path, default=ROOT / "build" / "evaluation")
    wishes = parser.parse_args(arguments)
    data = Path(os.environ.get("PRESSDESK_SHARED") or ROOT.parent / "shared") / "data"
    if not data.is_dir():
        print(f"Nothing was measured: there is no folder {data}.")
        return 0
    lexicon = Lexicon()
    spellers = Spellers(paths.resource("dictionaries"), lexicon.supplement_forms)
    wishes.target.mkdir(parents=True, exist_ok=True)
    for part in wishes.parts:
        proofreader = Proofreader(RuleBook(), spellers, lexicon)
        match part:
            case "spelling":
                own = {
                    str(language): set(lexicon.supplement_forms(language))
                    for language in (Language.NB, Language.NN)
                }
                lines = spelling_lines(data, spellers, own)
            case "rules":
                lines = alarm_lines(data, proofreader)
            case "learners":
                lines = learner_lines(data, proofreader)
            case _:
                parser.error(f"there is no part {part}; there are {', '.join(PARTS)}")
        target = wishes.target / f"{part}.md"
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print("\n".join(line for line in lines if line.startswith(("|", "#", "Correct", "Left"))))
        print(f"\nwith details in {target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
