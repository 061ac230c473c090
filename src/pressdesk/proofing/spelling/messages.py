"""What spelling says to the writer, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressdesk.domain.content import Language
from pressdesk.domain.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingRule:
    """One thing that spelling can say. Shape: ``message`` has the field ``word``."""

    id: str
    severity: Severity
    message: Mapping[Language, str]
    explanation: Mapping[Language, str]

    def said(self, word: str, language: Language) -> str:
        """Return the message about ``word``, which is shortened if it would fill the screen."""
        shown = word if len(word) <= LONGEST_SHOWN else f"{word[:LONGEST_SHOWN]}…"
        return self.message[language].format(word=shown)


SOURCE = {
    Language.NB: "Ordlista spell-norwegian 2.2 med tillegg",
    Language.NN: "Ordlista spell-norwegian 2.2 med tillegg",
    Language.EN: "British English word list en_GB",
}

UNKNOWN = SpellingRule(
    id="staving.ukjent",
    severity=Severity.ERROR,
    message={
        Language.NB: "«{word}» står ikke i ordlista.",
        Language.NN: "«{word}» står ikkje i ordlista.",
        Language.EN: "“{word}” is not in the dictionary.",
    },
    explanation={
        Language.NB: "Ordet er trolig feilstavet. Er det riktig, kan du legge det til i en"
        " ordliste.",
        Language.NN: "Ordet er truleg feilstava. Er det rett, kan du leggje det til i ei ordliste.",
        Language.EN: "The word is probably misspelt. If it is right, add it to a word list.",
    },
)
COMPOUND = SpellingRule(
    id="staving.sammensetning",
    severity=Severity.ADVICE,
    message={
        Language.NB: "Er «{word}» satt sammen på vanlig måte?",
        Language.NN: "Er «{word}» sett saman på vanleg måte?",
        Language.EN: "Is “{word}” a word put together as usual?",
    },
    explanation={
        Language.NB: "Delene er kjente ord, men de settes sjelden sammen slik. Se etter om det"
        " mangler en s eller en e mellom dem, eller om en av dem er feilstavet.",
        Language.NN: "Delane er kjende ord, men dei blir sjeldan sette saman slik. Sjå etter om det"
        " manglar ein s eller ein e mellom dei, eller om ein av dei er feilstava.",
        Language.EN: "The parts are known words, but they are seldom joined like this.",
    },
)
NAME = SpellingRule(
    id="staving.navn",
    severity=Severity.ADVICE,
    message={
        Language.NB: "Er navnet «{word}» riktig skrevet?",
        Language.NN: "Er namnet «{word}» rett skrive?",
        Language.EN: "Is the name “{word}” spelt right?",
    },
    explanation={
        Language.NB: "Navnet er verken i ordlista eller blant partnere og personer i meldingen."
        " Kontroller det mot kilden, og legg det til i en ordliste.",
        Language.NN: "Namnet er verken i ordlista eller blant partnarar og personar i meldinga."
        " Kontroller det mot kjelda, og legg det til i ei ordliste.",
        Language.EN: "The name is neither in the dictionary nor among the partners and people of"
        " the release. Check it, and add it to a word list.",
    },
)
NEARLY_NAME = SpellingRule(
    id="staving.navn-nesten",
    severity=Severity.WARNING,
    message={
        Language.NB: "«{word}» ligner et navn i meldingen, men er skrevet annerledes.",
        Language.NN: "«{word}» liknar eit namn i meldinga, men er skrive annleis.",
        Language.EN: "“{word}” is nearly, but not quite, a name in the release.",
    },
    explanation={
        Language.NB: "Navn på partnere og personer skal skrives likt i hele meldingen.",
        Language.NN: "Namn på partnarar og personar skal skrivast likt i heile meldinga.",
        Language.EN: "Names of partners and people should be written one way throughout.",
    },
)
ENGLISH = SpellingRule(
    id="staving.engelsk",
    severity=Severity.ADVICE,
    message={
        Language.NB: "«{word}» er engelsk. Finnes det et norsk ord?",
        Language.NN: "«{word}» er engelsk. Finst det eit norsk ord?",
        Language.EN: "“{word}” is English.",
    },
    explanation={
        Language.NB: "Ordet står i den engelske ordlista, men ikke i den norske.",
        Language.NN: "Ordet står i den engelske ordlista, men ikkje i den norske.",
        Language.EN: "The word is in the English word list, not in the Norwegian one.",
    },
)
OTHER_FORM = SpellingRule(
    id="staving.annen-malform",
    severity=Severity.WARNING,
    message={
        Language.NB: "«{word}» står bare i ordlista for den andre målformen.",
        Language.NN: "«{word}» står berre i ordlista for den andre målforma.",
        Language.EN: "“{word}” is only in the word list of the other written form.",
    },
    explanation={
        Language.NB: "Bokmål og nynorsk har hver sin ordliste. Velg et ord eller en form som finnes"
        " i den målformen meldingen er skrevet på.",
        Language.NN: "Bokmål og nynorsk har kvar si ordliste. Vel eit ord eller ei form som finst i"
        " den målforma meldinga er skriven på.",
        Language.EN: "Bokmål and nynorsk have a word list each. Choose a word of the one that the"
        " release is written in.",
    },
)
SPELLING_RULES = (UNKNOWN, COMPOUND, NAME, NEARLY_NAME, ENGLISH, OTHER_FORM)
