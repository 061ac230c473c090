"""Short names of things, as they stand in tables."""

from __future__ import annotations

from pressdesk.domain.approvals import ApprovalState
from pressdesk.domain.comments import Audience
from pressdesk.domain.finding import Severity
from pressdesk.domain.history import Stage
from pressdesk.domain.recognised import CleanUpKind, QuestionKind
from pressdesk.i18n.marking import N_

CLEAN_UPS = {
    CleanUpKind.REPEATED_LEAD: N_("repeated lead"),
    CleanUpKind.WEB_RESIDUE: N_("left over from a web page"),
    CleanUpKind.INDENTATION: N_("indentation"),
    CleanUpKind.TRAILING_SPACE: N_("space at the end"),
    CleanUpKind.FINAL_NEWLINE: N_("no line break at the end"),
    CleanUpKind.EMPTY_LINES: N_("empty lines"),
    CleanUpKind.HIDDEN: N_("deleted or hidden text"),
    CleanUpKind.OTHER: N_("turned into a field"),
}
QUESTIONS = {
    QuestionKind.SPEAKER: N_("speaker"),
    QuestionKind.ORGANISATION: N_("organisation"),
    QuestionKind.PARTNER: N_("partner"),
    QuestionKind.KIND: N_("kind of text"),
    QuestionKind.DATE: N_("date"),
    QuestionKind.OTHER: N_("other"),
}
SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.ADVICE: N_("advice"),
}
APPROVALS = {
    ApprovalState.MISSING: N_("not approved"),
    ApprovalState.WAITING: N_("waiting for an answer"),
    ApprovalState.APPROVED: N_("approved"),
    ApprovalState.STALE: N_("changed since the approval"),
    ApprovalState.CHANGE_ASKED: N_("change asked for"),
    ApprovalState.DECLINED: N_("does not want to be quoted"),
}
AUDIENCES = {
    Audience.OWN: N_("own organisation"),
    Audience.ALL: N_("all"),
    Audience.PARTNER: N_("one partner"),
}
STAGES = {
    Stage.DRAFT: N_("draft"),
    Stage.ROUND: N_("in review"),
    Stage.READY: N_("ready"),
    Stage.FROZEN: N_("frozen"),
    Stage.PUBLISHED: N_("published"),
}
