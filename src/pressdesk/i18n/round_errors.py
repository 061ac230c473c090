"""Sentences for what is refused about rounds, answers and proposals."""

from __future__ import annotations

from pressdesk.i18n.marking import N_

ROUND_SENTENCES: dict[str, str] = {
    "invitation_unclear": N_(
        "“{words}” is no invitation. Nothing was changed. Write “Name "
        "<mail>;role=reader;partner=SHORT”; mail, role and partner may be left out."
    ),
    "role_unknown": N_(
        "“{words}” is no role. Nothing was changed. Roles are reader, commenter and approver."
    ),
    "invited_partner_unknown": N_(
        "{partner} is no partner of this release, so {name} was not invited. Nothing was "
        "changed. Use a partner’s name or short form."
    ),
    "person_twice": N_("{name} was invited twice. Nothing was changed. Name each person once."),
    "nobody_invited": N_(
        "Nobody is invited to the round. Nothing was changed. Name at least one person."
    ),
    "too_many_invited": N_(
        "More than {limit} people are invited. Nothing was changed. Send the release to "
        "fewer people."
    ),
    "deadline_passed": N_(
        "The deadline {deadline} has passed already. Nothing was changed. Choose a later time."
    ),
    "deadline_unclear": N_(
        "“{words}” is no date and time. Nothing was changed. Write the deadline like "
        "2026-11-27T12:00."
    ),
    "round_is_open": N_(
        "Round {number} is still open. Nothing was changed. Close it before you open another one."
    ),
    "round_unknown": N_(
        "There is no such round in this copy of the release, or its files are not in it. Nothing "
        "was written. “pressdesk round show” lists the rounds."
    ),
    "no_open_round": N_("No round is open. Nothing was changed. Open one first."),
    "round_cancelled": N_("The round was cancelled. Nothing was changed, and no file was written."),
    "round_files_missing": N_(
        "The round is open, but these files could not be written to {folder}: {names}. "
        "They are kept in the release. Write them to another folder with “pressdesk round files”."
    ),
    "not_their_quote": N_(
        "The quote is {speaker}’s, and {name} has no recorded authority to approve it. "
        "Nothing was changed. Ask {speaker}, or record the authority first."
    ),
    "answer_kind_unknown": N_(
        "{name} is not a Word file (.docx). Nothing was changed. Choose the file that the "
        "person sent back."
    ),
    "answer_of_other_release": N_(
        "{name} is an answer about another press release. Nothing was changed. Open that "
        "one to receive it."
    ),
    "answer_of_unknown_round": N_(
        "{name} belongs to a round that this copy of the release does not know. Nothing "
        "was changed. Use the copy that the round was sent from."
    ),
    "answer_of_unknown_reader": N_(
        "{name} names a reader to whom the round was not sent. Nothing was changed. Ask "
        "the person for the file that they were sent."
    ),
    "answer_ticket_altered": N_(
        "The marks in {name} that say which file it is do not fit what was sent. Nothing "
        "was changed. Ask the person for the file as they saved it."
    ),
    "answer_unrecognised": N_(
        "{name} does not look like anything that was sent from this release. Nothing was "
        "changed. Check that it is the right file."
    ),
    "answer_too_long": N_(
        "{name} holds more changes than PressDesk takes in. Nothing was changed. Ask the "
        "person to write in the file that they were sent."
    ),
    "sent_file_missing": N_(
        "The file that {name} answers is not in this copy of the release. Nothing was "
        "changed. Use the copy that the round was sent from."
    ),
    "proposal_unknown": N_(
        "There is no proposal {proposal} in this release. Nothing was changed. “pressdesk "
        "propose list” shows them."
    ),
    "proposal_settled": N_(
        "Proposal {proposal} was decided when its round was closed. Nothing was changed. "
        "Edit the text instead."
    ),
    "proposals_in_conflict": N_(
        "These proposals contradict the text or each other, so they were left open: "
        "{names}. {taken} others were accepted. Choose one of them; with --force it comes instead "
        "of what stands there."
    ),
    "proposals_written_over": N_(
        "The words of these proposals were changed after they were accepted: {names}. "
        "They stay accepted. Edit the text by hand."
    ),
    "proposals_undecided": N_(
        "Proposals that nobody has decided yet: {count}. The round stays open. Accept or "
        "reject them, or close it with --reject-rest."
    ),
}
