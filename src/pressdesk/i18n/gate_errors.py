"""Sentences for what may fail around approvals, comments and the freeze."""

from __future__ import annotations

from pressdesk.i18n.marking import N_

GATE_SENTENCES: dict[str, str] = {
    "name_missing": N_("Nobody was named. Nothing was changed. Write the person’s full name."),
    "evidence_missing": N_(
        "Nothing shows how the answer was given. Nothing was changed. "
        "Write what was said or written, and when."
    ),
    "reason_missing": N_("The reason is missing. Nothing was changed. Write it in a few words."),
    "words_too_long": N_(
        "That is longer than {limit} characters. Nothing was changed. Write it shorter."
    ),
    "code_wrong": N_(
        "The code {typed} does not belong to the words that are in the text now. Nothing was "
        "approved. Read the words and their code again with the person."
    ),
    "not_for_approval": N_(
        "Nobody has to approve the block {block}. Nothing was changed. "
        "Choose a quote, or a partner’s text about itself."
    ),
    "speaker_missing": N_(
        "It is not known who answers for the words in the block {block}. Nothing was changed. "
        "Say first who is quoted, or which partner the text is about."
    ),
    "nothing_to_withdraw": N_(
        "There is no approval of the block {block} to take back. Nothing was changed."
    ),
    "person_unknown": N_(
        "Nobody called {name} is quoted in the release. Nothing was changed. "
        "Write the name as it stands in the release."
    ),
    "delegate_is_speaker": N_(
        "{name} approves their own quotes without any authority. Nothing was changed. "
        "Name the person who is to approve instead."
    ),
    "reader_unknown": N_(
        "No partner of the release is called {name}. Nothing was changed. "
        "Write the name or the short form as it stands in the release."
    ),
    "comment_unknown": N_(
        "There is no comment {comment}. Nothing was changed. “pressdesk comment list” lists them."
    ),
    "comment_settled": N_("The comment {comment} was settled before. Nothing was changed."),
    "words_not_found": N_(
        "The words that the comment is about are not in that place. Nothing was changed. "
        "Write them exactly as they stand in the text."
    ),
    "override_incomplete": N_(
        "The text was not frozen. To freeze it although something is missing, give both a reason "
        "and the name of the person who answers for it."
    ),
}
