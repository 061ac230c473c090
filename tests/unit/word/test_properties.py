from __future__ import annotations

import pytest

from pressdesk.word.opening import Package
from pressdesk.word.properties import custom_xml, properties
from pressdesk.word.reading import read_marked_bytes
from unit.word.packages import packed, paragraph, parts_of, relations

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
OURS = "urn:example:ours"


def package(**more: str | bytes) -> Package:
    """Return a package with more parts."""
    listed = relations(
        ("r1", "officeDocument", "word/document.xml", False),
        ("r2", "custom-properties", "docProps/custom.xml", False),
    )
    return Package("fil.docx", packed(parts_of(paragraph("x"), **{"_rels/.rels": listed, **more})))


def listed(*pairs: tuple[str, str]) -> str:
    inside = "".join(
        f"<property name='{name}'><vt:lpwstr>{value}</vt:lpwstr></property>"
        for name, value in pairs
    )
    return f"<Properties xmlns='{CUSTOM}' xmlns:vt='{VARIANTS}'>{inside}</Properties>"


def test_custom_properties_are_found_by_name_and_the_first_of_two_counts() -> None:
    parts = {
        "docProps/custom.xml": listed(("PressDesk", "1 a b"), ("Annet", "x"), ("PressDesk", "2"))
    }

    assert properties(package(**parts)) == {"PressDesk": "1 a b", "Annet": "x"}


@pytest.mark.parametrize("parts", [{}, {"docProps/custom.xml": "<ikke xml"}])
def test_without_readable_properties_there_are_none(parts: dict[str, str]) -> None:
    assert properties(package(**parts)) == {}


def test_custom_xml_is_found_by_what_it_is_whatever_its_number() -> None:
    parts = {
        "word/_rels/document.xml.rels": relations(
            ("r1", "customXml", "../customXml/item99.xml", False)
        ),
        "customXml/item99.xml": f"<review xmlns='{OURS}'/>",
        "customXml/item2.xml": f"<loose xmlns='{OURS}'/>",
        "customXml/item3.xml": "<andre xmlns='urn:example:others'/>",
        "customXml/item4.xml": "<ikke xml",
        "customXml/itemProps99.xml": f"<props xmlns='{OURS}'/>",
    }

    found = custom_xml(package(**parts), OURS)

    assert [str(one.tag) for one in found] == [f"{{{OURS}}}review", f"{{{OURS}}}loose"]


def test_a_marked_document_brings_both() -> None:
    parts = parts_of(
        paragraph("x"),
        **{
            "_rels/.rels": relations(
                ("r1", "officeDocument", "word/document.xml", False),
                ("r2", "custom-properties", "docProps/custom.xml", False),
            ),
            "docProps/custom.xml": listed(("PressDesk", "1")),
            "customXml/item1.xml": f"<review xmlns='{OURS}'/>",
        },
    )

    found = read_marked_bytes("fil.docx", packed(parts))

    assert found.properties == {"PressDesk": "1"}
    assert len(found.custom_xml) == 1
