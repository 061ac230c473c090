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
