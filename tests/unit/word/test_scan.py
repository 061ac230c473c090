from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import WordFileHasDoctype
from pressdesk.word.pictures import metadata_kinds
from pressdesk.word.scan import ScanFinding, ScanKind, scan
from unit.word.packages import R, W, content_types, docx, paragraph, relations
from unit.word.releases import bokmal, written

if TYPE_CHECKING:
    from pathlib import Path

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties">{}</Properties>'
)
SETTINGS = (
    f'<w:settings xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{}</w:settings>'
)
SECRET = "HEMMELIG"


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """Return a picture with those segments and nothing to see."""
    made = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data for marker, data in segments
    )
    return b"\xff\xd8" + made + b"\xff\xda\x00\x02Exif\x00 is only light here\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a picture with those chunks and nothing to see."""
    made = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + made


def rels(kind: str, target: str, *, external: bool = False) -> dict[str, str | bytes]:
    """Return the document's relations, one of that kind."""
    return {"word/_rels/document.xml.rels": relations(("rId1", kind, target, external))}


LEAKS: list[tuple[str, ScanKind, str, str, dict[str, str | bytes]]] = [
    (
        "creator",
        ScanKind.AUTHOR,
        "dc:creator",
        "",
        {"docProps/core.xml": CORE.format(f"<dc:creator>{SECRET}</dc:creator>")},
    ),
    (
        "last author",
        ScanKind.AUTHOR,
        "cp:lastModifiedBy",
        "",
        {"docProps/core.xml": CORE.format(f"<cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy>")},
    ),
    (
        "keywords",
        ScanKind.DESCRIPTION,
        "cp:keywords",
        "",
        {"docProps/core.xml": CORE.format(f"<cp:keywords>{SECRET}</cp:keywords>")},
    ),
    (
        "remark",
        ScanKind.DESCRIPTION,
        "dc:description",
        "",
        {"docProps/core.xml": CORE.format(f"<dc:description>{SECRET}</dc:description>")},
    ),
    (
        "company",
        ScanKind.ORGANISATION,
        "ep:Company",
        "",
        {"docProps/app.xml": APP.format(f"<Company>{SECRET}</Company>")},
    ),
    (
        "manager",
        ScanKind.AUTHOR,
        "ep:Manager",
        "",
        {"docProps/app.xml": APP.format(f"<Manager>{SECRET}</Manager>")},
    ),
    (
        "template name",
        ScanKind.TEMPLATE,
        "ep:Template",
        "",
        {"docProps/app.xml": APP.format(f"<Template>{SECRET}.dotm</Template>")},
    ),
    (
        "editing time",
        ScanKind.EDITING_TRAIL,
        "ep:TotalTime",
        "",
        {"docProps/app.xml": APP.format("<TotalTime>312</TotalTime>")},
    ),
    ("comments part", ScanKind.COMMENT, "comments", "", rels("comments", "comments.xml")),
    (
        "comment",
        ScanKind.COMMENT,
        "w:comment",
        "",
        {"word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/></w:comments>'},
    ),
    (
        "comment anchor",
        ScanKind.COMMENT,
        "w:commentReference",
        "<w:p><w:r><w:commentReference w:id='0'/></w:r></w:p>",
        {},
    ),
    (
        "insertion",
        ScanKind.REVISION,
        "w:ins",
        "<w:p><w:ins w:id='0'><w:r><w:t>x</w:t></w:r></w:ins></w:p>",
        {},
    ),
    (
        "deletion",
        ScanKind.REVISION,
        "w:del",
        "<w:p><w:del w:id='0'><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
        {},
    ),
    (
        "move",
        ScanKind.REVISION,
        "w:moveFrom",
        "<w:p><w:moveFrom w:id='0'><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>",
        {},
    ),
    (
        "format change",
        ScanKind.REVISION,
        "w:rPrChange",
        "<w:p><w:r><w:rPr><w:rPrChange w:id='0'/></w:rPr></w:r></w:p>",
        {},
    ),
    (
        "author of a change",
        ScanKind.AUTHOR,
        "w:author",
        "<w:p><w:ins w:id='0' w:author='HEMMELIG'/></w:p>",
        {},
    ),
    ("rsid", ScanKind.EDITING_TRAIL, "w:rsid", "<w:p w:rsidR='00AB12CD'/>", {}),
    (
        "rsids",
        ScanKind.EDITING_TRAIL,
        "w:rsids",
        "",
        {"word/settings.xml": SETTINGS.format("<w:rsids><w:rsid w:val='00AB12CD'/></w:rsids>")},
    ),
    (
        "document id",
        ScanKind.EDITING_TRAIL,
        "w15:docId",
        "",
        {"word/settings.xml": SETTINGS.format("<w15:docId w15:val='x'/>")},
    ),
    (
        "hidden run",
        ScanKind.HIDDEN_TEXT,
        "w:vanish",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>",
        {},
    ),
    (
        "web-hidden run",
        ScanKind.HIDDEN_TEXT,
        "w:webHidden",
        "<w:p><w:r><w:rPr><w:webHidden/></w:rPr></w:r></w:p>",
        {},
    ),
    (
        "hidden style",
        ScanKind.HIDDEN_TEXT,
        "w:vanish",
        "",
        {
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
        },
    ),
    (
        "attached template",
        ScanKind.TEMPLATE,
        "attachedTemplate",
        "",
        {
            "word/_rels/settings.xml.rels": relations(
                ("rId1", "attachedTemplate", "C:\\HEMMELIG\\x.dotm", True)
            )
        },
    ),
    (
        "remote template",
        ScanKind.TEMPLATE,
        "attachedTemplate",
        "",
        {
            "word/_rels/settings.xml.rels": relations(
                ("rId1", "attachedTemplate", "https://x.example/x.dotm", True)
            )
        },
    ),
    (
        "glossary",
        ScanKind.TEMPLATE,
        "glossaryDocument",
        "",
        rels("glossaryDocument", "glossary/document.xml"),
    ),
    (
        "linked picture",
        ScanKind.EXTERNAL_RELATION,
        "image",
        "",
        rels("image", "https://x.example/HEMMELIG.png", external=True),
    ),
    (
        "file link",
        ScanKind.EXTERNAL_RELATION,
        "hyperlink",
        "",
        rels("hyperlink", "file:///C:/HEMMELIG.xlsx", external=True),
    ),
    ("custom xml", ScanKind.CUSTOM_DATA, "part", "", {"customXml/item1.xml": "<x/>"}),
    ("custom properties", ScanKind.CUSTOM_DATA, "part", "", {"docProps/custom.xml": "<x/>"}),
    (
        "document variable",
        ScanKind.CUSTOM_DATA,
        "w:docVar",
        "",
        {
            "word/settings.xml": SETTINGS.format(
                "<w:docVars><w:docVar w:name='a' w:val='HEMMELIG'/></w:docVars>"
            )
        },
    ),
    ("macro", ScanKind.MACRO, "macro", "", {"word/vbaProject.bin": b"x"}),
    (
        "macro type",
        ScanKind.MACRO,
        "macro",
        "",
        {
            "[Content_Types].xml": content_types(
                "application/vnd.ms-word.document.macroEnabled.main+xml"
            )
        },
    ),
    ("embedded sheet", ScanKind.EMBEDDED_OBJECT, "part", "", {"word/embeddings/ark.xlsx": b"x"}),
    ("object", ScanKind.EMBEDDED_OBJECT, "w:object", "<w:p><w:r><w:object/></w:r></w:p>", {}),
    ("inserted file", ScanKind.EMBEDDED_OBJECT, "aFChunk", "", rels("aFChunk", "x.html")),
    ("thumbnail", ScanKind.THUMBNAIL, "part", "", {"docProps/thumbnail.jpeg": jpeg()}),
    (
        "camera data",
        ScanKind.PICTURE_DATA,
        "exif",
        "",
        {"word/media/image1.JPG": jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0II*\0"))},
    ),
    ("people list", ScanKind.AUTHOR, "people", "", rels("people", "people.xml")),
]


@pytest.mark.parametrize(
    ("scan_kind", "detail", "body", "more"),
    [leak[1:] for leak in LEAKS],
    ids=[leak[0] for leak in LEAKS],
)
def test_every_leak_is_found_and_none_of_its_words_repeated(
    tmp_path: Path,
    scan_kind: ScanKind,
    detail: str,
    body: str,
    more: dict[str, str | bytes],
) -> None:
    found = scan(docx(tmp_path, body, **more), allowed_creator="X og Y")

    assert (scan_kind, detail) in {(one.kind, one.detail) for one in found}
    assert SECRET not in repr(found)


def test_a_plain_file_and_our_own_have_no_findings(tmp_path: Path) -> None:
    path = written(tmp_path, bokmal())

    assert scan(docx(tmp_path, paragraph("Hei"))) == ()
    assert scan(path, allowed_creator="Granitt Datasenter, Elvebyen Fjernvarme og Nettnord") == ()


def test_what_is_allowed_is_not_reported(tmp_path: Path) -> None:
    more = {
        "docProps/core.xml": CORE.format("<dc:creator>X og Y</dc:creator><cp:keywords/>"),
        "docProps/app.xml": APP.format("<TotalTime>0</TotalTime><Company></Company>"),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "hyperlink", "https://a.example", True),
            ("rId2", "hyperlink", "mailto:kari@a.example", True),
        ),
    }
    body = "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr></w:r></w:p>"

    assert scan(docx(tmp_path, body, **more), allowed_creator="X og Y") == ()


def test_equal_findings_are_counted(tmp_path: Path) -> None:
    body = "<w:p w:rsidR='1' w:rsidP='2'/><w:p w:rsidR='1'/>"

    assert scan(docx(tmp_path, body)) == (
        ScanFinding(
            kind=ScanKind.EDITING_TRAIL, part="word/document.xml", detail="w:rsid", count=3
        ),
    )


def test_the_scan_refuses_what_it_cannot_look_through(tmp_path: Path) -> None:
    with pytest.raises(WordFileHasDoctype):
        scan(docx(tmp_path, "", **{"word/x.xml": "<!DOCTYPE x><x/>"}))


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (jpeg((0xE0, b"JFIF\0")), ()),
        (jpeg((0xE1, b"Exif\0\0x"), (0xE1, b"http://ns.adobe.com/xap/1.0/\0")), ("exif", "xmp")),
        (jpeg((0xED, b"Photoshop 3.0\0"), (0xFE, b"GPS")), ("iptc", "text")),
        (png((b"IHDR", b"x" * 13), (b"IDAT", b"eXIf")), ()),
        (png((b"IHDR", b"x" * 13), (b"eXIf", b"II*\0"), (b"tEXt", b"Author\0x")), ("exif", "text")),
        (b"RIFF\x1a\0\0\0WEBPVP8 \x02\0\0\0xxEXIF\x02\0\0\0II", ("exif",)),
        (b"II*\0x", ("exif",)),
        (b"GIF89a", ()),
        (b"", ()),
        (b"\xff\xd8\xff\xe1", ()),
        (b"\xff\xd8" + b"\xff\xe1\x00\x00" * 50, ()),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffeXIf", ("exif",)),
    ],
)
def test_metadata_of_pictures_is_found_without_decoding(
    data: bytes, kinds: tuple[str, ...]
) -> None:
    assert metadata_kinds(data) == kinds
