"""The figures at the foot of the editor, and the outline at its left, made of a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressdesk.domain.content import Language, Partner, QuoteBlock, ReleaseMode
from pressdesk.domain.overview import word_count
from pressdesk.gui.editor.days import spoken_moment
from pressdesk.gui.sheet import OutlineItem, Part
from pressdesk.gui.widgets.badge import Badge
from pressdesk.gui.widgets.painting import Tone
from pressdesk.gui.widgets.sidebar_list import SidebarItem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pressdesk.domain.content import Content
    from pressdesk.domain.ids import BlockId, PartnerId, PersonId
    from pressdesk.gui.editor.approval.words import Mark
    from pressdesk.gui.editor.saying import Saying

BODY_KEY, CONTACTS_KEY, PARTNER_KEY = "body", "contacts", "partner:"
_WORDS_A_MINUTE = 200


def language_name(saying: Saying, language: Language) -> str:
    """Return «Bokmål»."""
    _ = saying.gettext
    names = {Language.NB: _("Bokmål"), Language.NN: _("Nynorsk"), Language.EN: _("English")}
    return names[language]


def status_words(saying: Saying, content: Content, readers: str = "") -> tuple[str, ...]:
    """Return words and reading time, title's length, when it may be published, language.

    The language comes with those who read its proofs: «innebygd + LanguageTool 6.6».
    """
    language = language_name(saying, content.language)
    words = word_count(content)
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    counted = saying.ngettext("{count} word", "{count} words", words).format(count=words)
    time = saying.ngettext("{count} min reading time", "{count} min reading time", minutes)
    title = len(content.title.plain)
    length = saying.ngettext("Title {count} character", "Title {count} characters", title)
    return (
        f"{counted} · {time.format(count=minutes)}",
        length.format(count=title),
        release_words(saying, content),
        f"{language} · {readers}" if readers else language,
    )


def release_words(saying: Saying, content: Content) -> str:
    """Return «Sperrefrist: torsdag 26. november 2026 kl. 08.00»."""
    if content.release_mode is ReleaseMode.IMMEDIATE:
        return saying.gettext("For immediate release")
    if content.embargo is None:
        return saying.gettext("Embargo: none")
    moment = spoken_moment(saying, content.embargo)
    return saying.gettext("Embargo: {moment}").format(moment=moment)


def slot_of(content: Content, partner: PartnerId | None) -> int | None:
    """Return the place of a partner in the agreed order, which gives it its colour."""
    for slot, one in enumerate(content.partners):
        if one.id == partner:
            return slot
    return None


def partner_badge(content: Content, partner: Partner) -> Badge:
    """Return the circle of a partner."""
    first = partner.short.strip()[:1].upper()
    return Badge(first, slot_of(content, partner.id) or 0, partner.name)


def surname(content: Content, person: PersonId | None) -> str:
    """Return how an outline names a speaker, empty where nobody speaks yet."""
    found = content.person(person)
    return found.surname if found is not None and found.name.split() else ""


def outline_items(
    saying: Saying,
    content: Content,
    pieces: Sequence[OutlineItem],
    pen: Partner | None,
    marks: Mapping[BlockId, Mark] | None = None,
) -> tuple[SidebarItem, ...]:
    """Return the lines of the outline: the text in its order, then who stands behind it.

    ``marks`` say of quotes where they stand.
    """
    _ = saying.gettext
    items = [SidebarItem(key="", text=_("Contents"), is_heading=True)]
    paragraphs = sum(piece.part is Part.PARAGRAPH for piece in pieces)
    quotes = {quote.id: quote for quote in content.quotes()}
    has_body = False
    for piece in pieces:
        if piece.part is not Part.PARAGRAPH:
            mark = (marks or {}).get(piece.id)
            items.append(_piece_item(saying, content, piece, quotes, mark))
        elif not has_body:
            has_body = True
            words = saying.ngettext(
                "Body · {count} paragraph", "Body · {count} paragraphs", paragraphs
            )
            items.append(SidebarItem(key=BODY_KEY, text=words.format(count=paragraphs)))
    items.append(SidebarItem(key=CONTACTS_KEY, text=_("Contact")))
    if content.partners:
        items.append(SidebarItem(key="", text=_("Partners"), is_heading=True))
    items.extend(_partner_item(saying, content, one, pen) for one in content.partners)
    return tuple(items)


def _piece_item(
    saying: Saying,
    content: Content,
    piece: OutlineItem,
    quotes: dict[BlockId, QuoteBlock],
    state: Mark | None = None,
) -> SidebarItem:
    _ = saying.gettext
    mark, tone, spoken = state or ("", Tone.WARN, "")
    match piece.part:
        case Part.QUOTE:
            name = surname(content, piece.speaker)
            text = _("Quote · {name}").format(name=name) if name else _("Quote · no speaker")
            quote = quotes.get(piece.id)
            if quote is not None and content.is_uncertain(quote):
                mark, tone = "?", Tone.WARN
                spoken = ", ".join(part for part in (_("open question"), spoken) if part)
        case Part.TITLE:
            text = _("Title")
        case Part.LEAD:
            text = _("Lead")
        case Part.LIST:
            text = _("List")
        case Part.IMAGE:
            text = _("Picture")
        case Part.FACT_BOX:
            text = _("Fact box")
        case _:
            text = piece.words or _("About the partner")
    return SidebarItem(key=piece.id, text=text, mark=mark, mark_tone=tone, mark_spoken=spoken)


def _partner_item(
    saying: Saying, content: Content, partner: Partner, pen: Partner | None
) -> SidebarItem:
    count = sum(quote.owner == partner.id for quote in content.quotes())
    mark = str(count)  # a number always has room; the words are spoken, and in the tooltip
    spoken = saying.ngettext("{count} quote", "{count} quotes", count).format(count=count)
    if pen is not None and pen.id == partner.id:
        mark = saying.gettext("holds the pen")
        spoken = f"{mark}, {spoken}"
    return SidebarItem(
        key=f"{PARTNER_KEY}{partner.id}",
        text=partner.short,
        mark=mark,
        mark_spoken=spoken,
        badge=partner_badge(content, partner),
    )


def piece_names(
    saying: Saying, content: Content, pieces: Sequence[OutlineItem]
) -> dict[BlockId, str]:
    """Return what each piece of the text is called: «Avsnitt 2», «Sitat · Paulsen»."""
    quotes = {quote.id: quote for quote in content.quotes()}
    names: dict[BlockId, str] = {}
    paragraph = saying.gettext("Paragraph {number}")
    number = 0
    for piece in pieces:
        if piece.part is Part.PARAGRAPH:
            number += 1
            names[piece.id] = paragraph.format(number=number)
        else:
            names[piece.id] = _piece_item(saying, content, piece, quotes).text
    return names


def key_of_piece(pieces: Sequence[OutlineItem], block: BlockId) -> str:
    """Return the line of the outline that stands for the piece the cursor is in."""
    part = next((piece.part for piece in pieces if piece.id == block), None)
    return BODY_KEY if part in (None, Part.PARAGRAPH) else block


def first_of_body(pieces: Sequence[OutlineItem], after: BlockId) -> BlockId | None:
    """Return the paragraph to go to for «Brødtekst»: the next after ``after``, else the first."""
    paragraphs = [piece.id for piece in pieces if piece.part is Part.PARAGRAPH]
    if after in paragraphs and after != paragraphs[-1]:
        return paragraphs[paragraphs.index(after) + 1]
    return paragraphs[0] if paragraphs else None
