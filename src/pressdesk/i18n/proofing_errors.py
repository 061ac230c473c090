"""Sentences for what is refused about proofreading: rules, word lists, LanguageTool."""

from __future__ import annotations

from pressdesk.i18n.marking import N_

PROOFING_SENTENCES: dict[str, str] = {
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
}
