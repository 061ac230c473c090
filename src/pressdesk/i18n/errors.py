"""Sentences for expected failures: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from pressdesk.i18n.catalogue import catalogue
from pressdesk.i18n.gate_errors import GATE_SENTENCES
from pressdesk.i18n.marking import N_
from pressdesk.i18n.moments import moment_in_words
from pressdesk.i18n.proofing_errors import PROOFING_SENTENCES
from pressdesk.i18n.round_errors import ROUND_SENTENCES
from pressdesk.i18n.template_errors import TEMPLATE_SENTENCES
from pressdesk.textops.visible import visible_line

if TYPE_CHECKING:
    from pressdesk.domain.errors import PressDeskError


def explain(error: PressDeskError, language: str) -> str:
    """Return one clear sentence about ``error`` in ``nb``, ``nn`` or ``en``."""
    facts = {name: _shown(value, language) for name, value in asdict(error).items()}
    return catalogue(language).gettext(SENTENCES[error.code]).format(**facts)


def _shown(value: object, language: str) -> object:
    """Return a fact as it may stand in a sentence, wherever it was typed."""
    if isinstance(value, datetime):
        return moment_in_words(value, language)
    return visible_line(value) if isinstance(value, str) else value


SENTENCES: dict[str, str] = {
    **GATE_SENTENCES,
    **PROOFING_SENTENCES,
    **ROUND_SENTENCES,
    **TEMPLATE_SENTENCES,
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
}
