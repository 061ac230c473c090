"""Sentences for expected failures: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.gate_errors import GATE_SENTENCES
from pressdesk.i18n.marking import N_
from pressdesk.i18n.moments import moment_in_words

if TYPE_CHECKING:
    from pressdesk.domain.errors import PressDeskError


def explain(error: PressDeskError, language: str) -> str:
    """Return one clear sentence about ``error`` in ``nb``, ``nn`` or ``en``."""
    facts = {
        name: moment_in_words(value, language) if isinstance(value, datetime) else value
        for name, value in asdict(error).items()
    }
    return catalogue(language).gettext(SENTENCES[error.code]).format(**facts)


SENTENCES: dict[str, str] = {
    **GATE_SENTENCES,
    "source_missing": N_(
        "{name} was not found or may not be read. Nothing was changed. "
        "Check the name and your access to the file."
    ),
    "source_empty": N_(
        "There is no text in {name}. Nothing was changed. Choose a file that has words in it."
    ),
    "source_not_text": N_(
        "{name} is not a text file. Nothing was changed. "
        "Choose a text file, a Word file (.docx) or a PressDesk file."
    ),
    "encoding_unclear": N_(
        "The letters in {name} cannot be read with certainty. Nothing was changed. "
        "Save the file as UTF-8 and try again."
    ),
    "source_too_large": N_(
        "{name} is larger than the {limit_mb} MB that PressDesk reads. Nothing was changed. "
        "Keep only the press release in the file."
    ),
    "pasted_empty": N_(
        "There is no text in the clipboard. Nothing was changed. "
        "Copy the press release and try again."
    ),
    "pasted_too_long": N_(
        "The text in the clipboard is longer than the {limit_mb} MB that PressDesk takes in. "
        "Nothing was changed. Copy only the press release."
    ),
    "unknown_source": N_(
        "PressDesk cannot read files like {name}. Nothing was changed. "
        "Choose a text file, a Word file (.docx) or a PressDesk file."
    ),
    "word_old_or_encrypted": N_(
        "{name} is password-protected or in the old .doc format. Nothing was changed. "
        "Open it in Word, remove the password and save it as .docx."
    ),
    "word_macros": N_(
        "{name} contains macros and was not opened. Nothing was changed. "
        "Save it in Word as an ordinary .docx without macros."
    ),
    "word_doctype": N_(
        "{name} contains a document type declaration, which no word processor writes, and was "
        "not opened. Nothing was changed. Ask the sender for a new file."
    ),
    "word_remote_template": N_(
        "{name} fetches its template from another machine and was not opened. Nothing was "
        "changed. Detach the template in Word and save the file again."
    ),
    "word_too_large": N_(
        "{name} holds far more than a press release does and was not opened. Nothing was "
        "changed. Keep only the press release in the file."
    ),
    "word_damaged": N_(
        "{name} is not a Word file, or it is damaged. Nothing was changed. "
        "Open it in Word, save it again, or ask the sender for a new file."
    ),
    "release_file_damaged": N_(
        "{name} is not a PressDesk file, or it is damaged. Nothing was changed. "
        "Use a copy from before, or ask the sender for the file again."
    ),
    "release_file_newer": N_(
        "{name} was made by a newer PressDesk. Nothing was changed. Update PressDesk to open it."
    ),
    "release_file_in_use": N_(
        "{name} is being used by another program. Nothing was changed. "
        "Try again when it is closed there."
    ),
    "ledger_broken": N_(
        "The history in {name} does not verify. Nothing was changed. "
        "Run “pressdesk verify” to see more, and use a copy from before."
    ),
    "ledger_forked": N_(
        "Two copies of this release have both been worked on (head codes {ours} and {theirs}). "
        "Nothing was changed. Agree on which copy counts and take over the rest by hand."
    ),
    "ledger_moved": N_(
        "Somebody else wrote to the history of this release first. Nothing was changed. Try again."
    ),
    "draft_moved": N_(
        "Somebody else saved this draft first. Nothing was changed. Open it again to see the "
        "latest text."
    ),
    "release_unknown": N_(
        "The release is not here. Nothing was changed. Check that you opened the right file."
    ),
    "target_exists": N_(
        "{name} is there already and was left as it is. Choose another name or move the old file."
    ),
    "target_in_use": N_(
        "{name} is open in another program, so it was left as it is. Close it there and try again."
    ),
    "name_refused": N_(
        "{name} cannot be used as a name. Nothing was changed. Choose a shorter one."
    ),
    "folder_read_only": N_(
        "The folder {name} is missing or cannot be written to. Nothing was changed. "
        "Choose another folder."
    ),
    "disk_full": N_(
        "There is no room on the disk for {name}. Nothing was changed. Make room and try again."
    ),
    "desk_in_use": N_(
        "The desk is open in another PressDesk. Nothing was changed. Close it there and try again."
    ),
    "desk_damaged": N_(
        "Your desk is damaged and cannot be read. It lies in {name}, and nothing was changed. "
        "Put a backup copy in its place, or start afresh: the damaged desk is then moved aside "
        "in the same folder, not deleted."
    ),
    "desk_newer": N_(
        "Your desk was made by a newer PressDesk. It lies in {name}, and nothing was changed. "
        "Update PressDesk to open it."
    ),
    "desk_read_only": N_(
        "The desk in {name} cannot be written to. Nothing was changed. "
        "Make sure that you may write in that folder, and try again."
    ),
    "unknown_target": N_(
        "PressDesk cannot write {name} here. Nothing was written. "
        "Choose a name that ends in {wanted}."
    ),
    "export_not_equal": N_(
        "{name} was read again and did not say exactly what the release says, so it was removed. "
        "The release is unchanged. Please report this."
    ),
    "export_not_clean": N_(
        "{name} held something that must not leave, so it was removed. "
        "The release is unchanged. Please report this."
    ),
    "not_frozen": N_(
        "The text is not frozen, so no final file was written. "
        "Freeze it with “pressdesk freeze”, or use --draft to export a draft."
    ),
    "keyring_missing": N_(
        "There is no safe keyring on this machine to keep your signing key in. Nothing was "
        "changed. Use --key FILE with a key made by “pressdesk key new FILE”, or "
        "PRESSDESK_KEY=session for a key that lasts for this run."
    ),
    "passphrase_missing": N_(
        "The key file {name} needs its passphrase. Nothing was changed. "
        "Put it in PRESSDESK_PASSPHRASE or run the command in a terminal."
    ),
    "passphrase_wrong": N_(
        "The passphrase does not open the key file {name}. Nothing was changed. Try again."
    ),
    "passphrase_too_short": N_(
        "The passphrase is too short. Nothing was written. Use at least {minimum} characters."
    ),
    "key_file_damaged": N_(
        "{name} is not a PressDesk key file, or it is damaged. Nothing was changed. "
        "Choose another file, or make a key with “pressdesk key new FILE”."
    ),
    "block_unknown": N_(
        "There is no block {block} in this release. Nothing was changed. "
        "“pressdesk show” lists the blocks."
    ),
    "version_unknown": N_(
        "{name} has no version {number}. Nothing was changed. "
        "“pressdesk versions” lists the versions of a release."
    ),
    "setting_unknown": N_(
        "There is nothing called “{key}” to set. Nothing was changed. "
        "“pressdesk set --help” lists what there is."
    ),
    "value_refused": N_(
        "“{value}” does not fit {key}. Nothing was changed. “pressdesk set --help” shows the form."
    ),
    "time_in_gap": N_(
        "{value} does not exist: the clock jumps over it when summer time begins. Nothing was "
        "changed. Choose another time."
    ),
    "time_ambiguous": N_(
        "{value} comes twice, because summer time ends that night. Nothing was changed. "
        "Choose another time, or add the offset, as in +01:00."
    ),
    "text_missing": N_("The text cannot be empty. Nothing was changed."),
    "language_missing": N_(
        "The release has no text in the language “{language}”. Nothing was changed. "
        "“pressdesk show” lists its languages."
    ),
    "settings_file_damaged": N_(
        "The settings file {name} cannot be understood and was not used. Repair or remove it."
    ),
    "template_unknown": N_(
        "There is no template called “{template}”. Nothing was written. "
        "“pressdesk templates” lists what there is."
    ),
    "template_not_toml": N_(
        "The template {name} cannot be read at line {line}: it is not valid TOML in UTF-8. "
        "The template is not used; the others are. Correct the line and try again."
    ),
    "template_key_unknown": N_(
        "The template {name} has “{key}” in line {line}, which templates do not know. "
        "The template is not used; the others are. Correct or remove it."
    ),
    "template_key_missing": N_(
        "The template {name} lacks “{key}” at line {line}. "
        "The template is not used; the others are. Add it and try again."
    ),
    "template_value_wrong": N_(
        "The template {name} gives “{key}” in line {line} a value that does not fit. "
        "The template is not used; the others are. Correct the line and try again."
    ),
    "template_field_unknown": N_(
        "The template {name} names the field “{field}” in line {line}, but has no such field. "
        "The template is not used; the others are. Add the field or correct the name."
    ),
    "template_fields_circular": N_(
        "The template {name} has fields that refer to each other in a circle in line {line} "
        "({field}). The template is not used; the others are. Break the circle and try again."
    ),
    "template_languages_differ": N_(
        "The template {name} differs from its other languages in “{key}” at line {line}. "
        "The template is not used; the others are. Make the languages alike."
    ),
    "template_language_missing": N_(
        "The template file {name} does not exist, so the template cannot be used in the language "
        "“{language}”. Nothing was changed. Write the file, or choose another language."
    ),
    "fields_file_not_toml": N_(
        "{name} cannot be read at line {line}: it is not valid TOML in UTF-8. "
        "Nothing was written. Correct the line and try again."
    ),
    "fields_file_key_wrong": N_(
        "{name} has “{key}” in line {line}, which is not known there or has a value that does not "
        "fit. Nothing was written. Correct the line and try again."
    ),
    "assignment_refused": N_(
        "“{words}” is not of the form field=value. Nothing was written. "
        "“pressdesk templates --json” lists the fields."
    ),
    "word_list_damaged": N_(
        "The word list {name} cannot be read: it must be a text file in UTF-8, at most 2 MB. "
        "Nothing was changed. Correct the file, or choose another one in the settings."
    ),
    "word_list_full": N_(
        "The word list {name} is full. Nothing was changed. Remove words that are not needed."
    ),
    "notes_full": N_(
        "The release cannot hold more words of its own or ignored findings. Nothing was changed. "
        "Remove some that are not needed."
    ),
    "rule_unknown": N_(
        "There is no rule {rule}. Nothing was changed. “pressdesk rules” lists them."
    ),
    "rule_file_not_toml": N_(
        "The rules in {name} cannot be read at line {line}: it is not valid TOML in UTF-8. "
        "No text was changed. Correct the file, or install PressDesk again."
    ),
    "rule_key_unknown": N_(
        "The rule {rule} in {name} has a field that rules do not have: {key}. "
        "No text was changed. Correct or remove the field."
    ),
    "rule_key_missing": N_(
        "The rule {rule} in {name} lacks the field {key}. "
        "No text was changed. Add the field, and check again."
    ),
    "rule_value_wrong": N_(
        "The field {key} of the rule {rule} in {name} holds a value that cannot be used. "
        "No text was changed. Correct the value, and check again."
    ),
    "rule_id_twice": N_(
        "The rule {rule} in {name} has the id of another rule. "
        "No text was changed. Give it an id of its own."
    ),
    "login_name_used": N_(
        "You are “{login}” in the history of the release. "
        "Say who you are with --as “Name <mail>; Organisation”."
    ),
    "head_not_kept": N_(
        "The state of the history could not be kept in {name}, so a shortened copy would not be "
        "noticed here. The release itself is saved."
    ),
    "history_unexpected": N_(
        "{name} does not continue the history that was last seen here: it is an older copy, or "
        "another one. Run “pressdesk verify” to see more."
    ),
    "actor_refused": N_(
        "“{words}” does not say who you are. Nothing was changed. "
        "Write it as “Name <mail>; Organisation”."
    ),
    "grammar_folder_missing": N_(
        "There is no LanguageTool in {name}. The text was checked without it. "
        "Choose the folder that holds LanguageTool, or switch it off in the settings."
    ),
    "grammar_java_missing": N_(
        "LanguageTool needs Java, and none was found. The text was checked without it. "
        "Install Java {needed} or newer, or switch LanguageTool off in the settings."
    ),
    "grammar_java_old": N_(
        "LanguageTool needs Java {needed} or newer, and Java {found} was found. The text was "
        "checked without it. Install a newer Java."
    ),
    "grammar_java_unclear": N_(
        "{name} does not behave like Java. The text was checked without LanguageTool. "
        "Install Java anew, or switch LanguageTool off in the settings."
    ),
    "grammar_port_taken": N_(
        "LanguageTool could not start, since port {port} is in use by another program. "
        "The text was checked without it. Try again."
    ),
    "grammar_not_started": N_(
        "LanguageTool did not start. The text was checked without it. "
        "Try again, or install LanguageTool anew."
    ),
    "grammar_server_lost": N_(
        "LanguageTool ended, also after it was started again. The text was checked without it. "
        "Close other programs if memory is short, and try again."
    ),
    "grammar_address_refused": N_(
        "{server} cannot be used as a LanguageTool server. No text was sent. "
        "Enter an address that begins with https://."
    ),
    "grammar_server_not_allowed": N_(
        "Nobody has allowed text to be sent to {server}. No text was sent. "
        "Allow the server in the settings if unpublished text may leave this machine."
    ),
    "grammar_server_unreachable": N_(
        "{server} cannot be reached safely. The text was checked without LanguageTool. "
        "Check the address and the network."
    ),
    "grammar_server_silent": N_(
        "{server} did not answer in time. The text was checked without LanguageTool. "
        "Try again later."
    ),
    "grammar_server_garbled": N_(
        "{server} does not answer like LanguageTool. The text was checked without it. "
        "Check the address."
    ),
    "grammar_server_moved": N_(
        "{server} points to another address, and no text was sent there. "
        "Enter the server’s new address in the settings."
    ),
    "grammar_key_refused": N_(
        "{server} does not accept the user name and key. The text was checked without "
        "LanguageTool. Check both in the settings."
    ),
    "grammar_server_busy": N_(
        "{server} accepts no more text for now. The text was checked without LanguageTool. "
        "Try again later."
    ),
    "grammar_server_refused": N_(
        "{server} answered with error {status}. The text was checked without LanguageTool. "
        "Try again later."
    ),
    "dictionary_missing": N_(
        "The word list {name} for spelling is missing or damaged, so spelling is not checked in the "
        "language “{language}”. Everything else works, and no text was changed. "
        "Install PressDesk again."
    ),
    "lexicon_missing": N_(
        "The words of the language “{language}” did not come with this installation, so some rules "
        "are not checked. Install PressDesk again."
    ),
    "lexicon_faulty": N_(
        "The list of words {name} cannot be used ({entry}), so some rules are not checked. "
        "Install PressDesk again."
    ),
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
    "no_open_round": N_("No round is open. Nothing was changed. Open one first."),
    "round_cancelled": N_("The round was cancelled. Nothing was changed, and no file was written."),
    "round_files_missing": N_(
        "The round is open, but these files could not be written to {folder}: {names}. "
        "They are kept in the release. Choose another folder and write them again."
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
        "{names}. {taken} others were accepted. Choose one of them at a time."
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
