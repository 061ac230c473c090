"""Sentences about answers to a template's fields that cannot stand as they are."""

from __future__ import annotations

from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.marking import N_


def explain_problem(problem: str, language: str, *, value: str, expected: str, found: str) -> str:
    """Return one sentence about ``problem``, a key of ``SENTENCES``, in ``nb``, ``nn`` or ``en``."""
    sentence = catalogue(language).gettext(SENTENCES[problem])
    return sentence.format(value=value, expected=expected, found=found)


SENTENCES: dict[str, str] = {
    "missing": N_("Needed before the release can be sent out."),
    "field_unknown": N_("The template has no such field, so “{value}” would be lost."),
    "partners_few": N_("A joint release has at least two partners."),
    "partner_twice": N_("“{value}” is among the partners twice."),
    "partner_unknown": N_("“{value}” is none of the partners."),
    "date_unclear": N_("“{value}” is not a date. Write it like 26.11.2026."),
    "moment_unclear": N_("“{value}” is not a date and time. Write it like 26.11.2026 kl. 08.00."),
    "date_past": N_("“{value}” has passed already."),
    "weekday_wrong": N_("The weekday in “{value}” is wrong: it is a {expected}."),
    "time_unclear": N_("“{value}” is not a time of day. Write it like 08.00."),
    "time_in_gap": N_(
        "“{value}” does not exist: the clock jumps over it when summer time begins. "
        "Choose another time."
    ),
    "time_ambiguous": N_(
        "“{value}” comes twice, because summer time ends that night. Choose another time."
    ),
    "embargo_missing": N_("Say when the embargo ends."),
    "amount_unclear": N_("“{value}” is not an amount. Write the whole amount, like 4 500 000."),
    "number_unclear": N_("“{value}” is not a whole number. Write digits only."),
    "percent_unclear": N_("“{value}” is not a percentage from 0 to 100."),
    "shares_unclear": N_("“{value}” is not a list of shares. Write it like A 60 %; B 40 %."),
    "shares_sum": N_("The shares “{value}” add up to {found} per cent, not {expected}."),
    "choice_unknown": N_("“{value}” is not one of the answers: {expected}."),
    "url_unclear": N_("“{value}” is not a web address. It begins with https://."),
    "too_long": N_("The answer is {found} long; up to {expected} reads well."),
}
