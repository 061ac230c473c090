"""Short names of things, as they stand in tables."""

from __future__ import annotations

from pressdesk.domain.recognised import CleanUpKind, QuestionKind
from pressdesk.i18n.marking import N_

CLEAN_UPS = {
    CleanUpKind.REPEATED_LEAD: N_("repeated lead"),
    CleanUpKind.WEB_RESIDUE: N_("left over from a web page"),
    CleanUpKind.INDENTATION: N_("indentation"),
    CleanUpKind.TRAILING_SPACE: N_("space at the end"),
    CleanUpKind.FINAL_NEWLINE: N_("no line break at the end"),
    CleanUpKind.EMPTY_LINES: N_("empty lines"),
    CleanUpKind.HIDDEN: N_("deleted or hidden text"),
    CleanUpKind.OTHER: N_("turned into a field"),
}
QUESTIONS = {
    QuestionKind.SPEAKER: N_("speaker"),
    QuestionKind.ORGANISATION: N_("organisation"),
    QuestionKind.PARTNER: N_("partner"),
    QuestionKind.KIND: N_("kind of text"),
    QuestionKind.DATE: N_("date"),
    QuestionKind.OTHER: N_("other"),
}
