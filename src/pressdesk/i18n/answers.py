"""Sentences for what was odd about an answer that was taken all the same."""

from __future__ import annotations

from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.marking import N_

PROBLEMS = {
    "duplicate": N_("This answer was received before. Nothing was added."),
    "old_round": N_("It answers a round that is closed, so its proposals are about an older text."),
    "no_manifest": N_("The file no longer says which round it belongs to; its words do."),
    "reader_unclear": N_("Who answered is not certain, so nothing in it counts as an approval."),
    "text_unlike": N_("Little is left in the file of the text that was sent."),
    "box_unclear": N_(
        "What stands in an approval box is no clear yes or no. It was taken as a comment."
    ),
    "not_the_speaker": N_(
        "Somebody who may not approve a quote wrote in its box. It was taken as a comment."
    ),
    "text_beside": N_("Something was written outside the text. It was taken as a comment."),
    "senders_name": N_(
        "A tracked change bears the sender’s name but was not in the file that was sent. "
        "Find out who made it."
    ),
    "comment_removed": N_("A comment that was sent is missing in the answer. It stays open here."),
}


def problem_sentence(code: str, language: str) -> str:
    """Return the sentence for a problem of an answer, in ``nb``, ``nn`` or ``en``."""
    return catalogue(language).gettext(PROBLEMS[code])
