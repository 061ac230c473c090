"""Sentences for what is refused about templates and what fills them."""

from __future__ import annotations

from pressdesk.i18n.marking import N_

TEMPLATE_SENTENCES: dict[str, str] = {
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
}
