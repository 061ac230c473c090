"""How the round screen says things: names, places, flags, and how somebody answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.approvals import Evidence
from pressdesk.domain.content import BulletList, FactBox, Image, Paragraph, QuoteBlock, Subheading
from pressdesk.domain.proposals import ProposalFlag, ProposalPart
from pressdesk.domain.rounds import ReaderRole, Via
from pressdesk.gui.round.state import NO_SLOT, PersonState
from pressdesk.i18n.marking import N_

if TYPE_CHECKING:
    from pressdesk.domain.content import Block, Content
    from pressdesk.domain.ids import BlockId, PartnerId
    from pressdesk.gui.editor.saying import Saying

PARTS = {
    ProposalPart.TITLE: N_("Title"),
    ProposalPart.LEAD: N_("Lead"),
    ProposalPart.FACTS: N_("Facts"),
}
FLAGS = {
    ProposalFlag.NUMBER: N_("changes a number"),
    ProposalFlag.NAME: N_("changes a name"),
    ProposalFlag.DATE: N_("changes a date"),
    ProposalFlag.NEGATION: N_("turns the meaning round"),
    ProposalFlag.FOREIGN_QUOTE: N_("another partner's quote"),
}
ROLES = {
    ReaderRole.READER: N_("Reader"),
    ReaderRole.COMMENTER: N_("Commenter"),
    ReaderRole.APPROVER: N_("Approver"),
}
STATES = {
    PersonState.ANSWERED: N_("has answered"),
    PersonState.WAITING: N_("waiting"),
    PersonState.OVERDUE: N_("past the deadline"),
}
VIAS = {
    Via.WORD: N_("Word"),
    Via.PAGE: N_("Browser"),
    Via.EMAIL: N_("E-mail"),
    Via.PRESSDESK: N_("PressDesk"),
    Via.NOTED: N_("Noted"),
}
EVIDENCES = {
    Evidence.SIGNED: N_("signed"),
    Evidence.INVITATION: N_("by invitation"),
    Evidence.EMAIL: N_("by e-mail"),
    Evidence.WORD: N_("in Word"),
    Evidence.NOTED: N_("noted"),
}


def slot_of(content: Content, partner: PartnerId | None) -> int:
    """Return the number of a partner's colour."""
    for slot, one in enumerate(content.partners):
        if one.id == partner:
            return slot
    return NO_SLOT


def short_of(content: Content, partner: PartnerId | None) -> str:
    """Return a partner's short form, empty for none."""
    found = content.partner(partner)
    return found.short if found else ""


def initials_of(name: str) -> str:
    """Return «MP» for «Monica Paulsen»; with three names the first and the last count."""
    names = [word for word in name.split() if word[:1].isalpha()]
    letters = [names[0][0], names[-1][0]] if len(names) > 1 else [word[0] for word in names]
    return "".join(letters).upper() or "?"


def short_name(name: str) -> str:
    """Return «M. Paulsen» for «Monica Paulsen»."""
    *first, last = name.split() or [name]
    return " ".join([*(f"{word[0]}." for word in first), last])


def surname(name: str) -> str:
    """Return the last word of a name."""
    return (name.split() or [name])[-1]


def place_words(speech: Saying, content: Content, part: ProposalPart, block: BlockId | None) -> str:
    """Return what a place is called: «Ingress», «Sitat · Paulsen», «Avsnitt 2»."""
    if part in PARTS:
        return speech.gettext(PARTS[part])
    if part is ProposalPart.BOILERPLATE:
        found = [one for one in content.boilerplates if one.id == block]
        short = short_of(content, found[0].partner) if found else ""
        return speech.gettext("About {partner}").format(partner=short).strip()
    number = 0
    for one in content.blocks:
        number += isinstance(one, Paragraph)
        if one.id == block:
            return _block_words(speech, content, one, number)
    return speech.gettext("The text")


def _block_words(speech: Saying, content: Content, block: Block, number: int) -> str:
    if isinstance(block, QuoteBlock):
        person = content.person(block.speaker)
        quote = speech.gettext("Quote")
        return f"{quote} · {surname(person.name)}" if person else quote
    if isinstance(block, Paragraph):
        return speech.gettext("Paragraph {number}").format(number=number)
    return speech.gettext(_BLOCKS[type(block)])


_BLOCKS: dict[type, str] = {
    Subheading: N_("Subheading"),
    BulletList: N_("List"),
    FactBox: N_("Fact box"),
    Image: N_("Image"),
}


def flag_words(speech: Saying, flags: tuple[ProposalFlag, ...]) -> str:
    """Return why a proposal deserves a second look: «Endrer et tall, snur meningen»."""
    words = ", ".join(speech.gettext(FLAGS[flag]) for flag in flags)
    return words[:1].upper() + words[1:]


def shortened(words: str, most: int = 160) -> str:
    """Return words on one line, cut where they are long."""
    line = " ".join(words.replace("\n", " ¶ ").split()) or words.strip("\n")
    return line if len(line) <= most else f"{line[:most].rstrip()} …"
