"""Expected failures: a stable code and the facts, no sentences.

``i18n.explain`` makes the sentence. A new failure is a new class here and a sentence there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(eq=False)
class PressDeskError(Exception):
    """Something that people can be told in one sentence."""

    code: ClassVar[str] = ""
    exit_code: ClassVar[int] = 2

    def __str__(self) -> str:
        return self.code


# Reading what people bring


@dataclass(eq=False)
class SourceMissing(PressDeskError):
    """There is no such file, or it may not be read."""

    code: ClassVar[str] = "source_missing"
    name: str


@dataclass(eq=False)
class SourceEmpty(PressDeskError):
    """A file without a word in it."""

    code: ClassVar[str] = "source_empty"
    name: str


@dataclass(eq=False)
class SourceNotText(PressDeskError):
    """Binary data, or NUL bytes, where text was expected."""

    code: ClassVar[str] = "source_not_text"
    name: str


@dataclass(eq=False)
class EncodingUnclear(PressDeskError):
    """Text whose encoding is broken or could be read in more than one way."""

    code: ClassVar[str] = "encoding_unclear"
    name: str


@dataclass(eq=False)
class SourceTooLarge(PressDeskError):
    """More than PressDesk reads. ``limit_mb`` is in megabytes."""

    code: ClassVar[str] = "source_too_large"
    name: str
    limit_mb: int


@dataclass(eq=False)
class PastedEmpty(SourceEmpty):
    """No text in the clipboard."""

    code: ClassVar[str] = "pasted_empty"


@dataclass(eq=False)
class PastedTooLong(SourceTooLarge):
    """More text in the clipboard than PressDesk takes in."""

    code: ClassVar[str] = "pasted_too_long"


@dataclass(eq=False)
class UnknownSource(PressDeskError):
    """A kind of file that PressDesk cannot read."""

    code: ClassVar[str] = "unknown_source"
    name: str


# Word files


@dataclass(eq=False)
class WordFileError(PressDeskError):
    """A Word file that is not opened."""

    name: str


@dataclass(eq=False)
class OldOrEncryptedWordFile(WordFileError):
    """An OLE file: password-protected, or in the old .doc format."""

    code: ClassVar[str] = "word_old_or_encrypted"


@dataclass(eq=False)
class WordFileHasMacros(WordFileError):
    """A file that carries program code."""

    code: ClassVar[str] = "word_macros"


@dataclass(eq=False)
class WordFileHasDoctype(WordFileError):
    """XML with a document type declaration, which no word processor writes."""

    code: ClassVar[str] = "word_doctype"


@dataclass(eq=False)
class WordFileHasRemoteTemplate(WordFileError):
    """A file that fetches its template from another machine."""

    code: ClassVar[str] = "word_remote_template"


@dataclass(eq=False)
class WordFileTooLarge(WordFileError):
    """More of something than PressDesk reads: bytes, parts, paragraphs; or a zip bomb."""

    code: ClassVar[str] = "word_too_large"


@dataclass(eq=False)
class WordFileDamaged(WordFileError):
    """Not a Word file, or one that is incomplete or bent."""

    code: ClassVar[str] = "word_damaged"


# Releases and their files


@dataclass(eq=False)
class ReleaseFileError(PressDeskError):
    """A .pressdesk file, or a desk, that is not opened."""

    name: str


@dataclass(eq=False)
class ReleaseFileDamaged(ReleaseFileError):
    """Not a PressDesk file, or truncated or bent."""

    code: ClassVar[str] = "release_file_damaged"


@dataclass(eq=False)
class ReleaseFileNewer(ReleaseFileError):
    """Written by a newer PressDesk."""

    code: ClassVar[str] = "release_file_newer"


@dataclass(eq=False)
class ReleaseFileInUse(ReleaseFileError):
    """Another PressDesk is writing to it."""

    code: ClassVar[str] = "release_file_in_use"


@dataclass(eq=False)
class LedgerBroken(ReleaseFileError):
    """Its ledger does not verify, so nothing is built on it. ``problem`` names the first fault."""

    code: ClassVar[str] = "ledger_broken"
    problem: str


@dataclass(eq=False)
class LedgerForked(PressDeskError):
    """Two copies of one release both went on. The heads are head codes."""

    code: ClassVar[str] = "ledger_forked"
    ours: str
    theirs: str


@dataclass(eq=False)
class LedgerMoved(PressDeskError):
    """Somebody appended to the ledger first; nothing was written."""

    code: ClassVar[str] = "ledger_moved"


@dataclass(eq=False)
class DraftMoved(PressDeskError):
    """Somebody saved the working draft first; nothing was written."""

    code: ClassVar[str] = "draft_moved"


@dataclass(eq=False)
class ReleaseUnknown(PressDeskError):
    """The workspace has no such release."""

    code: ClassVar[str] = "release_unknown"


# Writing


@dataclass(eq=False)
class WriteError(PressDeskError):
    """A file that could not be written; what stood there before still does."""

    name: str


@dataclass(eq=False)
class TargetExists(WriteError):
    """The file is there already, and holds history that is not overwritten."""

    code: ClassVar[str] = "target_exists"


@dataclass(eq=False)
class TargetInUse(WriteError):
    """Another program, such as Word, holds the file open."""

    code: ClassVar[str] = "target_in_use"


@dataclass(eq=False)
class NameRefused(WriteError):
    """A name that the system does not take: too long, or with characters it forbids."""

    code: ClassVar[str] = "name_refused"


@dataclass(eq=False)
class FolderReadOnly(WriteError):
    """The folder does not exist, or may not be written to."""

    code: ClassVar[str] = "folder_read_only"


@dataclass(eq=False)
class DiskFull(WriteError):
    """No room left."""

    code: ClassVar[str] = "disk_full"


@dataclass(eq=False)
class DeskInUse(ReleaseFileInUse):
    """Another PressDesk has the desk. ``name`` is its folder."""

    code: ClassVar[str] = "desk_in_use"


@dataclass(eq=False)
class DeskDamaged(ReleaseFileDamaged):
    """The user's own desk cannot be read. ``name`` is the whole path of its file."""

    code: ClassVar[str] = "desk_damaged"


@dataclass(eq=False)
class DeskNewer(ReleaseFileNewer):
    """A newer PressDesk made the desk. ``name`` is the whole path of its file."""

    code: ClassVar[str] = "desk_newer"


@dataclass(eq=False)
class DeskReadOnly(FolderReadOnly):
    """The desk may not be written to. ``name`` is its folder."""

    code: ClassVar[str] = "desk_read_only"


@dataclass(eq=False)
class UnknownTarget(PressDeskError):
    """A file type that PressDesk cannot write."""

    code: ClassVar[str] = "unknown_target"
    name: str
    wanted: str


@dataclass(eq=False)
class ExportNotEqual(WriteError):
    """The written file, read again, does not say what the release says; it was removed."""

    code: ClassVar[str] = "export_not_equal"


@dataclass(eq=False)
class ExportNotClean(WriteError):
    """The written file holds what must not leave; it was removed."""

    code: ClassVar[str] = "export_not_clean"
    finding: str


@dataclass(eq=False)
class NotFrozen(PressDeskError):
    """A final export was asked for, but the text is not frozen."""

    code: ClassVar[str] = "not_frozen"
    exit_code: ClassVar[int] = 1


# Keys


@dataclass(eq=False)
class KeyringMissing(PressDeskError):
    """No keyring that keeps secrets safe, and no other key was named.

    ``backend`` is the name of what was found, empty for nothing.
    """

    code: ClassVar[str] = "keyring_missing"
    backend: str = ""


@dataclass(eq=False)
class PassphraseMissing(PressDeskError):
    """A key file needs a passphrase and nobody can be asked."""

    code: ClassVar[str] = "passphrase_missing"
    name: str


@dataclass(eq=False)
class PassphraseWrong(PressDeskError):
    """The passphrase does not open the key file."""

    code: ClassVar[str] = "passphrase_wrong"
    name: str


@dataclass(eq=False)
class PassphraseTooShort(PressDeskError):
    """A passphrase for a new key file that is too short."""

    code: ClassVar[str] = "passphrase_too_short"
    minimum: int


@dataclass(eq=False)
class KeyFileDamaged(PressDeskError):
    """Not a key file of PressDesk, or a bent one."""

    code: ClassVar[str] = "key_file_damaged"
    name: str


# What people ask for


@dataclass(eq=False)
class BlockUnknown(PressDeskError):
    """No block has that id."""

    code: ClassVar[str] = "block_unknown"
    block: str


@dataclass(eq=False)
class VersionUnknown(PressDeskError):
    """The release file has no version of that number."""

    code: ClassVar[str] = "version_unknown"
    name: str
    number: int


@dataclass(eq=False)
class SettingUnknown(PressDeskError):
    """``set`` knows no such key."""

    code: ClassVar[str] = "setting_unknown"
    key: str


@dataclass(eq=False)
class ValueRefused(PressDeskError):
    """A value that the key cannot take."""

    code: ClassVar[str] = "value_refused"
    key: str
    value: str


@dataclass(eq=False)
class TimeInGap(PressDeskError):
    """A wall-clock time that does not exist, because the clock jumps over it. ``value`` is naive."""

    code: ClassVar[str] = "time_in_gap"
    value: datetime


@dataclass(eq=False)
class TimeAmbiguous(PressDeskError):
    """A wall-clock time that comes twice, because the clock is set back over it. ``value`` is naive."""

    code: ClassVar[str] = "time_ambiguous"
    value: datetime


@dataclass(eq=False)
class TextMissing(PressDeskError):
    """A block, a title or a name cannot be empty."""

    code: ClassVar[str] = "text_missing"


@dataclass(eq=False)
class LanguageMissing(PressDeskError):
    """The release has no text in that language."""

    code: ClassVar[str] = "language_missing"
    language: str


@dataclass(eq=False)
class SettingsFileDamaged(PressDeskError):
    """The settings file is not valid, so it was not used."""

    code: ClassVar[str] = "settings_file_damaged"
    name: str


@dataclass(eq=False)
class ActorRefused(PressDeskError):
    """Not of the form ``Name <mail>; Organisation``."""

    code: ClassVar[str] = "actor_refused"
    words: str


# Approvals, comments and the freeze


@dataclass(eq=False)
class NameMissing(PressDeskError):
    """Nobody was named where a person has to be."""

    code: ClassVar[str] = "name_missing"


@dataclass(eq=False)
class EvidenceMissing(PressDeskError):
    """An answer was noted without what shows it."""

    code: ClassVar[str] = "evidence_missing"


@dataclass(eq=False)
class ReasonMissing(PressDeskError):
    """Something that needs a reason was asked for without one."""

    code: ClassVar[str] = "reason_missing"


@dataclass(eq=False)
class WordsTooLong(PressDeskError):
    """A name, a reason or a comment that is far too long. Units: ``limit`` is characters."""

    code: ClassVar[str] = "words_too_long"
    limit: int


@dataclass(eq=False)
class CodeWrong(PressDeskError):
    """The short code that was read back is not that of the words in the text."""

    code: ClassVar[str] = "code_wrong"
    typed: str


@dataclass(eq=False)
class NotForApproval(PressDeskError):
    """Neither a quote nor a partner's text about itself."""

    code: ClassVar[str] = "not_for_approval"
    block: str


@dataclass(eq=False)
class SpeakerMissing(PressDeskError):
    """Nobody is named who could approve these words."""

    code: ClassVar[str] = "speaker_missing"
    block: str


@dataclass(eq=False)
class NothingToWithdraw(PressDeskError):
    """Nobody has approved these words, or all of it was taken back before."""

    code: ClassVar[str] = "nothing_to_withdraw"
    block: str


@dataclass(eq=False)
class PersonUnknown(PressDeskError):
    """No spokesperson of the release has that name."""

    code: ClassVar[str] = "person_unknown"
    name: str


@dataclass(eq=False)
class DelegateIsSpeaker(PressDeskError):
    """Somebody would get authority to approve for themselves."""

    code: ClassVar[str] = "delegate_is_speaker"
    name: str


@dataclass(eq=False)
class ReaderUnknown(PressDeskError):
    """No partner of the release has that name, so no audience is known."""

    code: ClassVar[str] = "reader_unknown"
    name: str


@dataclass(eq=False)
class CommentUnknown(PressDeskError):
    """No such comment, or none that this person may read."""

    code: ClassVar[str] = "comment_unknown"
    comment: str


@dataclass(eq=False)
class CommentSettled(PressDeskError):
    """The comment was settled before."""

    code: ClassVar[str] = "comment_settled"
    comment: str


@dataclass(eq=False)
class WordsNotFound(PressDeskError):
    """The words that a comment would stand at are not in that place."""

    code: ClassVar[str] = "words_not_found"


@dataclass(eq=False)
class OverrideIncomplete(PressDeskError):
    """An override without its reason, or without who takes the responsibility."""

    code: ClassVar[str] = "override_incomplete"


# Review rounds and proposals


@dataclass(eq=False)
class InvitationUnclear(PressDeskError):
    """An invitation that is not of the form ``Name <mail>;role=…;partner=…``."""

    code: ClassVar[str] = "invitation_unclear"
    words: str


@dataclass(eq=False)
class RoleUnknown(PressDeskError):
    """A role that readers do not have."""

    code: ClassVar[str] = "role_unknown"
    words: str


@dataclass(eq=False)
class InvitedPartnerUnknown(PressDeskError):
    """Somebody was invited for an organisation that is no partner of the release."""

    code: ClassVar[str] = "invited_partner_unknown"
    name: str
    partner: str


@dataclass(eq=False)
class PersonTwice(PressDeskError):
    """The same person was invited twice."""

    code: ClassVar[str] = "person_twice"
    name: str


@dataclass(eq=False)
class NobodyInvited(PressDeskError):
    """A round without anybody to read."""

    code: ClassVar[str] = "nobody_invited"


@dataclass(eq=False)
class TooManyInvited(PressDeskError):
    """More people than a round is made for."""

    code: ClassVar[str] = "too_many_invited"
    limit: int


@dataclass(eq=False)
class DeadlinePassed(PressDeskError):
    """A deadline that has passed already. ``deadline`` is what clocks in Norway show."""

    code: ClassVar[str] = "deadline_passed"
    deadline: datetime


@dataclass(eq=False)
class DeadlineUnclear(PressDeskError):
    """A deadline that is no date and time."""

    code: ClassVar[str] = "deadline_unclear"
    words: str


@dataclass(eq=False)
class RoundIsOpen(PressDeskError):
    """A second round while one is open."""

    code: ClassVar[str] = "round_is_open"
    number: int


@dataclass(eq=False)
class RoundUnknown(PressDeskError):
    """There is no such round, or what was sent in it is not in this copy."""

    code: ClassVar[str] = "round_unknown"


@dataclass(eq=False)
class NoOpenRound(PressDeskError):
    """There is no round to work on."""

    code: ClassVar[str] = "no_open_round"


@dataclass(eq=False)
class RoundCancelled(PressDeskError):
    """Somebody stopped the round while its files were made."""

    code: ClassVar[str] = "round_cancelled"


@dataclass(eq=False)
class RoundFilesMissing(PressDeskError):
    """The round is open, but some of its files could not be put in the folder."""

    code: ClassVar[str] = "round_files_missing"
    names: str
    folder: str


@dataclass(eq=False)
class NotTheirQuote(PressDeskError):
    """Somebody was asked for words that they can neither speak for nor approve."""

    code: ClassVar[str] = "not_their_quote"
    name: str
    speaker: str


@dataclass(eq=False)
class AnswerRefused(PressDeskError):
    """A returned file that is not taken; nothing was changed."""

    name: str


@dataclass(eq=False)
class AnswerKindUnknown(AnswerRefused):
    """An answer in a kind of file that answers do not come in."""

    code: ClassVar[str] = "answer_kind_unknown"


@dataclass(eq=False)
class AnswerOfOtherRelease(AnswerRefused):
    """An answer about another release."""

    code: ClassVar[str] = "answer_of_other_release"


@dataclass(eq=False)
class AnswerOfUnknownRound(AnswerRefused):
    """An answer in a round that the ledger does not know."""

    code: ClassVar[str] = "answer_of_unknown_round"


@dataclass(eq=False)
class AnswerOfUnknownReader(AnswerRefused):
    """An answer of somebody whom its round was not sent to."""

    code: ClassVar[str] = "answer_of_unknown_reader"


@dataclass(eq=False)
class AnswerTicketAltered(AnswerRefused):
    """A file whose marks of origin contradict each other or what was sent."""

    code: ClassVar[str] = "answer_ticket_altered"


@dataclass(eq=False)
class AnswerUnrecognised(AnswerRefused):
    """A file that is not clearly an answer to anything that was sent."""

    code: ClassVar[str] = "answer_unrecognised"


@dataclass(eq=False)
class AnswerTooLong(AnswerRefused):
    """More changes than a person makes."""

    code: ClassVar[str] = "answer_too_long"


@dataclass(eq=False)
class SentFileMissing(AnswerRefused):
    """What an answer has to be compared with is not in this copy of the release."""

    code: ClassVar[str] = "sent_file_missing"


@dataclass(eq=False)
class ProposalUnknown(PressDeskError):
    """No such proposal."""

    code: ClassVar[str] = "proposal_unknown"
    proposal: str


@dataclass(eq=False)
class ProposalSettled(PressDeskError):
    """The round that a proposal belongs to was closed with a decision about it."""

    code: ClassVar[str] = "proposal_settled"
    proposal: str


@dataclass(eq=False)
class ProposalsInConflict(PressDeskError):
    """Some proposals were not taken, since a person must choose. ``taken`` others were."""

    code: ClassVar[str] = "proposals_in_conflict"
    names: str
    taken: int


@dataclass(eq=False)
class ProposalsWrittenOver(PressDeskError):
    """Accepted proposals whose words were changed since, so that they cannot be taken out."""

    code: ClassVar[str] = "proposals_written_over"
    names: str


@dataclass(eq=False)
class ProposalsUndecided(PressDeskError):
    """A round cannot be closed while nobody has decided about some proposals."""

    code: ClassVar[str] = "proposals_undecided"
    count: int


# Templates, and what they are filled with


@dataclass(eq=False)
class TemplateUnknown(PressDeskError):
    """There is no template of that id."""

    code: ClassVar[str] = "template_unknown"
    template: str


@dataclass(eq=False)
class TemplateFaulty(PressDeskError):
    """A template that is not used as it stands. ``line`` counts from 1 in the file ``name``."""

    name: str
    line: int


@dataclass(eq=False)
class TemplateNotToml(TemplateFaulty):
    """A file that is not TOML in UTF-8, or far too large for a template."""

    code: ClassVar[str] = "template_not_toml"


@dataclass(eq=False)
class TemplateKeyUnknown(TemplateFaulty):
    """A key that templates do not have."""

    code: ClassVar[str] = "template_key_unknown"
    key: str


@dataclass(eq=False)
class TemplateKeyMissing(TemplateFaulty):
    """A key that every template has."""

    code: ClassVar[str] = "template_key_missing"
    key: str


@dataclass(eq=False)
class TemplateValueWrong(TemplateFaulty):
    """A key whose value is of the wrong type, or cannot be used."""

    code: ClassVar[str] = "template_value_wrong"
    key: str


@dataclass(eq=False)
class TemplateFieldUnknown(TemplateFaulty):
    """A placeholder for a field that the template does not have."""

    code: ClassVar[str] = "template_field_unknown"
    field: str


@dataclass(eq=False)
class TemplateFieldsCircular(TemplateFaulty):
    """A field whose default or example refers to itself. ``field`` shows the way round."""

    code: ClassVar[str] = "template_fields_circular"
    field: str


@dataclass(eq=False)
class TemplateLanguagesDiffer(TemplateFaulty):
    """A field, or a part of the text, that is not the same in the template's other languages."""

    code: ClassVar[str] = "template_languages_differ"
    key: str


@dataclass(eq=False)
class TemplateLanguageMissing(TemplateFaulty):
    """A template that has not been translated into that language."""

    code: ClassVar[str] = "template_language_missing"
    language: str


@dataclass(eq=False)
class FieldsFileFaulty(PressDeskError):
    """A file of answers that is not used. ``line`` counts from 1 in the file ``name``."""

    name: str
    line: int


@dataclass(eq=False)
class FieldsFileNotToml(FieldsFileFaulty):
    """A file that is not TOML in UTF-8, or far too large."""

    code: ClassVar[str] = "fields_file_not_toml"


@dataclass(eq=False)
class FieldsFileKeyWrong(FieldsFileFaulty):
    """A key that is not known there, or whose value is of the wrong type."""

    code: ClassVar[str] = "fields_file_key_wrong"
    key: str


@dataclass(eq=False)
class AssignmentRefused(PressDeskError):
    """Not of the form ``field=value``."""

    code: ClassVar[str] = "assignment_refused"
    words: str


# The grammar engine


@dataclass(eq=False)
class GrammarError(PressDeskError):
    """The grammar engine cannot read the text; everything else goes on without it."""


@dataclass(eq=False)
class GrammarFolderMissing(GrammarError):
    """No LanguageTool in that folder."""

    code: ClassVar[str] = "grammar_folder_missing"
    name: str


@dataclass(eq=False)
class GrammarJavaMissing(GrammarError):
    """No Java on this machine."""

    code: ClassVar[str] = "grammar_java_missing"
    needed: int


@dataclass(eq=False)
class GrammarJavaOld(GrammarError):
    """A Java that this LanguageTool cannot run on."""

    code: ClassVar[str] = "grammar_java_old"
    found: int
    needed: int


@dataclass(eq=False)
class GrammarJavaUnclear(GrammarError):
    """A program called ``java`` that does not say its version, or never ends."""

    code: ClassVar[str] = "grammar_java_unclear"
    name: str


@dataclass(eq=False)
class GrammarPortTaken(GrammarError):
    """Every port that was tried is in use by another program."""

    code: ClassVar[str] = "grammar_port_taken"
    port: int


@dataclass(eq=False)
class GrammarNotStarted(GrammarError):
    """The server on this machine ended at once, or was not ready in time."""

    code: ClassVar[str] = "grammar_not_started"


@dataclass(eq=False)
class GrammarServerLost(GrammarError):
    """The server on this machine ended, was started again, and ended again."""

    code: ClassVar[str] = "grammar_server_lost"


@dataclass(eq=False)
class GrammarAddressRefused(GrammarError):
    """An address that is no web address, or would send text unencrypted over the network."""

    code: ClassVar[str] = "grammar_address_refused"
    server: str


@dataclass(eq=False)
class GrammarServerNotAllowed(GrammarError):
    """Nobody has said yes to sending text to that server."""

    code: ClassVar[str] = "grammar_server_not_allowed"
    server: str


@dataclass(eq=False)
class GrammarServerUnreachable(GrammarError):
    """No connection to the server, or none that is safe."""

    code: ClassVar[str] = "grammar_server_unreachable"
    server: str


@dataclass(eq=False)
class GrammarServerSilent(GrammarError):
    """The server took longer to answer than is waited for."""

    code: ClassVar[str] = "grammar_server_silent"
    server: str


@dataclass(eq=False)
class GrammarServerGarbled(GrammarError):
    """The server's answer is not one of LanguageTool, or far too long."""

    code: ClassVar[str] = "grammar_server_garbled"
    server: str


@dataclass(eq=False)
class GrammarServerMoved(GrammarError):
    """The server wants the text sent to another address; that is not done."""

    code: ClassVar[str] = "grammar_server_moved"
    server: str


@dataclass(eq=False)
class GrammarKeyRefused(GrammarError):
    """The server does not accept the user name and key, or wants some."""

    code: ClassVar[str] = "grammar_key_refused"
    server: str


@dataclass(eq=False)
class GrammarServerBusy(GrammarError):
    """More was asked of the server than it gives."""

    code: ClassVar[str] = "grammar_server_busy"
    server: str


@dataclass(eq=False)
class GrammarServerRefused(GrammarError):
    """The server answers with an error. ``status`` is that of HTTP."""

    code: ClassVar[str] = "grammar_server_refused"
    server: str
    status: int


# Words that come along


@dataclass(eq=False)
class LexiconMissing(PressDeskError):
    """The words of that language were not built into this installation."""

    code: ClassVar[str] = "lexicon_missing"
    language: str


@dataclass(eq=False)
class DictionaryMissing(PressDeskError):
    """A word list for spelling was not built into this installation, or cannot be read."""

    code: ClassVar[str] = "dictionary_missing"
    language: str
    name: str


@dataclass(eq=False)
class LexiconFaulty(PressDeskError):
    """A file of words that is damaged or wrongly written. ``entry`` is the first fault."""

    code: ClassVar[str] = "lexicon_faulty"
    name: str
    entry: str


# Word lists


@dataclass(eq=False)
class WordListDamaged(PressDeskError):
    """A word list that cannot be read: too large, not text in UTF-8, or no file."""

    code: ClassVar[str] = "word_list_damaged"
    name: str


@dataclass(eq=False)
class WordListFull(PressDeskError):
    """A word list that holds as many words as is allowed."""

    code: ClassVar[str] = "word_list_full"
    name: str


@dataclass(eq=False)
class NotesFull(PressDeskError):
    """A release with as many words of its own, or findings set aside, as is allowed."""

    code: ClassVar[str] = "notes_full"


@dataclass(eq=False)
class RuleUnknown(PressDeskError):
    """No rule of that id."""

    code: ClassVar[str] = "rule_unknown"
    rule: str


# Rules of proofreading


@dataclass(eq=False)
class RuleFileFaulty(PressDeskError):
    """A file of rules that is not used. ``name`` is its folder and name: ``no/tall.toml``."""

    name: str


@dataclass(eq=False)
class RuleFileNotToml(RuleFileFaulty):
    """A file that is not TOML in UTF-8, or holds something else than rules. ``line`` is from 1."""

    code: ClassVar[str] = "rule_file_not_toml"
    line: int


@dataclass(eq=False)
class RuleFaulty(RuleFileFaulty):
    """A rule that is not right. ``rule`` is its id, or its number in the file; ``key`` the field."""

    rule: str
    key: str


@dataclass(eq=False)
class RuleKeyUnknown(RuleFaulty):
    """A field that rules do not have."""

    code: ClassVar[str] = "rule_key_unknown"


@dataclass(eq=False)
class RuleKeyMissing(RuleFaulty):
    """A field that every rule of its kind has."""

    code: ClassVar[str] = "rule_key_missing"


@dataclass(eq=False)
class RuleValueWrong(RuleFaulty):
    """A value of the wrong type, or one that cannot be used."""

    code: ClassVar[str] = "rule_value_wrong"


@dataclass(eq=False)
class RuleIdTwice(RuleFaulty):
    """An id that another rule has."""

    code: ClassVar[str] = "rule_id_twice"


# Notices: said, not raised


@dataclass(eq=False)
class LoginNameUsed(PressDeskError):
    """Nobody said who acts, so the login name stands in the history."""

    code: ClassVar[str] = "login_name_used"
    login: str


@dataclass(eq=False)
class HeadNotKept(PressDeskError):
    """The ledger's head could not be kept outside its file."""

    code: ClassVar[str] = "head_not_kept"
    name: str


@dataclass(eq=False)
class HistoryUnexpected(PressDeskError):
    """The file's history is shorter than this machine has seen it, or another one."""

    code: ClassVar[str] = "history_unexpected"
    name: str
