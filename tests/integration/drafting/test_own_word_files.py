"""What PressDesk wrote as a Word file comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pressdesk.domain.content import (
    BulletList,
    Content,
    FactBox,
    Image,
    Paragraph,
    Partner,
    QuoteBlock,
    Subheading,
)
from pressdesk.domain.ids import BlockId, PartnerId
from pressdesk.domain.text import EMPTY, Text
from pressdesk.drafting.recognition import recognise_paragraphs
from pressdesk.drafting.source import OwnStyle, SourceParagraph
from pressdesk.services.reading import read_bytes, recognised
from pressdesk.services.samples import LANGUAGES, sample
from pressdesk.word.labels import Labels, link_words
from pressdesk.word.writing import Layout
from samples import counting_ids
from unit.word.releases import bokmal, english, nynorsk, written

if TYPE_CHECKING:
    from pathlib import Path

    from pressdesk.domain.content import Block
    from pressdesk.domain.recognised import Recognised


def sample_content(language: str) -> Content:
    """Return a shipped sample, recognised."""
    return recognised(read_bytes(sample(language)), counting_ids()).content


def odd() -> Content:
    """Return a release whose words would mislead a reader of words alone."""
    full = bokmal()
    number = iter(range(100, 200))

    def key() -> BlockId:
        return BlockId(f"x{next(number)}")

    def quote(*words: str) -> QuoteBlock:
        return QuoteBlock(id=key(), paragraphs=tuple(map(Text, words)), speaker=None)

    return replace(
        full,
        lead=(*full.lead, Text("Et avsnitt til i ingressen")),
        blocks=(
            Subheading(id=key(), text=Text("Kontakt")),
            Paragraph(id=key(), text=Text("Kort avsnitt")),
            Paragraph(id=key(), text=Text("• Et avsnitt som begynner med et punkt")),
            FactBox(
                id=key(),
                heading=Text("Slik blir det"),
                items=(Text("Marianne Holte, tlf. 900 00 211"), Text("– Pris: 3 kroner")),
            ),
            FactBox(id=key(), heading=Text("Mer"), items=()),
            Image(id=key(), caption=Text("Marianne Holte og Erik Sand"), credit=EMPTY),
            quote("Dette er bra for oss alle."),
            quote("Ja", "Om Granitt Datasenter"),
            quote("– Nei, sier Ingvild Berg."),
            Image(id=key(), caption=EMPTY, credit=Text("Siri Lunde")),
            BulletList(id=key(), items=(Text("Sperrefrist: ingen"), Text("1. Del: Facebook"))),
        ),
        partners=(
            *full.partners,
            Partner(id=PartnerId("p4"), name="Foss og Fjell", short="Foss"),
            Partner(id=PartnerId("p5"), name="snøfonn", short="snøfonn"),
        ),
        contacts=(
            *(replace(one, title=None) for one in full.contacts),
            replace(full.contacts[0], partner=PartnerId("p4"), phone=None),
        ),
    )


CONTENTS = [
    *(pytest.param(sample_content(one), id=f"sample {one}") for one in LANGUAGES),
    pytest.param(bokmal(), id="bokmål"),
    pytest.param(nynorsk(), id="nynorsk"),
    pytest.param(english(), id="english"),
    pytest.param(odd(), id="odd"),
]


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("content", CONTENTS)
def test_a_release_comes_back_as_it_went_out(
    content: Content, layout: Layout, tmp_path: Path
) -> None:
    """Everything that stands on the page has its place again; a draft's mark is no text."""
    path = written(tmp_path, content, layout)

    found = recognised(read_bytes(path), counting_ids())

    assert structure(found.content) == structure(content)


def structure(content: Content) -> dict[str, Any]:
    """Return what a Word file can tell of a release."""
    names = {one.id: one.name for one in content.partners}
    labels = Labels(content)
    return {
        "language": content.language,
        "title": content.title,
        "lead": content.lead,
        "place": content.place,
        "date": content.date,
        "mode": content.release_mode,
        "embargo": content.embargo,
        "blocks": [shape(block) for block in content.blocks],
        "partners": list(names.values()),
        "contacts": [
            (names[one.partner] if one.partner else None, one.name, one.title, one.phone, one.email)
            for one in content.contacts
        ],
        "boilerplates": [
            (
                names[one.partner] if one.partner else None,
                labels.boilerplate_heading(one),
                one.paragraphs,
            )
            for one in content.boilerplates
        ],
        "links": [(link_words(one), one.target) for one in content.links],
    }


def shape(block: Block) -> tuple[Any, ...]:
    """Return a block's kind and words."""
    match block:
        case Paragraph() | Subheading():
            return type(block), block.text
        case QuoteBlock():
            return type(block), block.paragraphs
        case BulletList():
            return type(block), block.items
        case FactBox():
            return type(block), block.heading, block.items
        case Image():
            return type(block), block.caption, block.credit


def test_short_forms_of_the_partners_are_found(tmp_path: Path) -> None:
    """As the text uses them."""
    path = written(tmp_path, bokmal())

    partners = recognised(read_bytes(path), counting_ids()).content.partners

    assert [(one.name, one.short) for one in partners] == [
        (one.name, one.short) for one in bokmal().partners
    ]


def read(*paragraphs: tuple[str, str | None]) -> Recognised:
    return recognise_paragraphs(
        [SourceParagraph(text=Text(words), style=style) for words, style in paragraphs],
        new_id=counting_ids(),
    )


def test_what_was_added_in_word_is_read_too() -> None:
    """A line above the title is told, a quote without its style is known by its words."""
    found = read(
        ("Til Kari", None),
        ("Granitt bygger", "Heading 1"),
        ("Granitt bygger i år.", OwnStyle.LEAD),
        ("– Vi gleder oss, sier daglig leder Marianne Holte i Granitt.", None),
        ("Vanlig avsnitt her", None),
    )

    assert found.content.title.plain == "Granitt bygger"
    assert [one.text for one in found.cleaned] == ["Til Kari"]
    assert [type(one) for one in found.content.blocks] == [QuoteBlock, Paragraph]


def test_common_styles_alone_do_not_make_a_file_ours() -> None:
    """A quote style of somebody else's says nothing; the words do."""
    found = read(
        ("Granitt bygger", "Heading 1"),
        ("Granitt Datasenter bygger i år, og det blir stort.", None),
        ("Dette er viktig for hele landsdelen og alle som bor her.", OwnStyle.QUOTE),
    )

    assert [type(one) for one in found.content.blocks] == [Paragraph]
