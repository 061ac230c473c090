from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from pressdesk.domain.errors import (
    OldOrEncryptedWordFile,
    PressDeskError,
    SourceEmpty,
    SourceMissing,
    WordFileDamaged,
    WordFileHasDoctype,
    WordFileHasMacros,
    WordFileHasRemoteTemplate,
    WordFileTooLarge,
)
from pressdesk.word.opening import MEMBERS, opened
from pressdesk.word.reading import read
from unit.word.packages import (
    DECLARATION,
    MAIN_TYPE,
    W,
    content_types,
    document,
    packed,
    paragraph,
    parts_of,
    relations,
)

if TYPE_CHECKING:
    from pathlib import Path

HELLO = paragraph("Hei")


def refused(folder: Path, data: bytes, error: type[PressDeskError]) -> None:
    """Assert that ``data`` is refused by exactly that error, which names the file."""
    path = folder / "fil.docx"
    path.write_bytes(data)

    with pytest.raises(error) as caught:
        read(path)

    assert type(caught.value) is error
    assert vars(caught.value) == {"name": "fil.docx"}


def test_an_honest_file_opens(tmp_path: Path) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(packed(parts_of(HELLO)))

    assert [one.text.plain for one in read(path).paragraphs] == ["Hei"]


def test_a_missing_file_and_a_folder_are_said_to_be_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "nei.docx", tmp_path):
        with pytest.raises(SourceMissing):
            read(path)


def test_a_file_without_a_byte_is_empty(tmp_path: Path) -> None:
    refused(tmp_path, b"", SourceEmpty)


@pytest.mark.parametrize("size", [600, 25 * 1024 * 1024])
def test_an_ole_file_is_called_old_or_encrypted_whatever_its_size(
    tmp_path: Path, size: int
) -> None:
    refused(
        tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(size, b"\0"), OldOrEncryptedWordFile
    )


def test_an_encrypted_member_is_called_encrypted(tmp_path: Path) -> None:
    data = bytearray(packed(parts_of(HELLO)))
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1

    refused(tmp_path, bytes(data), OldOrEncryptedWordFile)


@pytest.mark.parametrize(
    "more",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/VBADATA.XML": "<x/>"},
        {
            "[Content_Types].xml": content_types(
                "application/vnd.ms-word.document.macroEnabled.main+xml"
            )
        },
        {
            "[Content_Types].xml": content_types(
                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
            )
        },
        {
            "[Content_Types].xml": content_types().replace(
                "<Default",
                '<Override PartName="/word/x.bin" '
                'ContentType="application/vnd.ms-office.vbaProject"/><Default',
                1,
            )
        },
    ],
)
def test_macros_are_refused_however_they_are_named(
    tmp_path: Path, more: dict[str, str | bytes]
) -> None:
    refused(tmp_path, packed(parts_of(HELLO, **more)), WordFileHasMacros)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/unused.xml", "_rels/.rels"])
def test_a_doctype_is_refused_in_every_part_and_encoding(
    tmp_path: Path, part: str, encoding: str
) -> None:
    parts = parts_of(HELLO)
    plain = str(parts.get(part, "<x/>")).replace(DECLARATION, "")
    named = "utf-16" if encoding.startswith("utf-16") else encoding
    words = f'<?xml version="1.0" encoding="{named}"?><!DOCTYPE x [<!ENTITY e "x">]>{plain}'
    parts[part] = words.encode(encoding)

    refused(tmp_path, packed(parts), WordFileHasDoctype)


def laughs(number: int) -> str:
    """Return a reference to the entity of that number."""
    return f"&a{number};"


def test_billion_laughs_are_refused_as_a_doctype(tmp_path: Path) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{10 * laughs(n - 1)}">' for n in range(1, 10)
    )
    words = document(paragraph("&a9;")).replace(
        "<w:document", f"<!DOCTYPE x [{entities}]><w:document"
    )

    refused(tmp_path, packed(parts_of("", **{"word/document.xml": words})), WordFileHasDoctype)


def test_an_encoding_that_could_hide_markup_is_refused(tmp_path: Path) -> None:
    words = document(HELLO).replace("UTF-8", "UTF-7")

    refused(tmp_path, packed(parts_of("", **{"word/document.xml": words})), WordFileDamaged)


def with_template(target: str, *, external: bool = True) -> bytes:
    """Return a file whose settings attach that template."""
    return packed(
        parts_of(
            HELLO,
            **{
                "word/_rels/settings.xml.rels": relations(
                    ("rId1", "attachedTemplate", target, external)
                )
            },
        )
    )


@pytest.mark.parametrize(
    "target",
    [
        "http://evil.example/x.dotm",
        "HTTPS://evil.example/x.dotm",
        "ftp://evil.example/x.dotm",
        "\\\\server\\share\\x.dotm",
        "//server/share/x.dotm",
        "\\\\?\\UNC\\server\\x.dotm",
        "file://server/share/x.dotm",
        "file:\\\\server\\share\\x.dotm",
        "file:////server/share/x.dotm",
        "file://///server/share/x.dotm",
        "file:///%5C%5Cserver%5Cshare%5Cx.dotm",
        "%5C%5Cserver%5Cshare%5Cx.dotm",
        "%255C%255Cserver%255Cshare%255Cx.dotm",
        "webdav://server/x.dotm",
        " https://evil.example/x.dotm",
    ],
)
@pytest.mark.parametrize("external", [True, False])
def test_a_template_on_another_machine_is_refused(
    tmp_path: Path, target: str, *, external: bool
) -> None:
    refused(tmp_path, with_template(target, external=external), WordFileHasRemoteTemplate)


@pytest.mark.parametrize(
    "target",
    [
        "C:\\Maler\\brev.dotm",
        "C:/Maler/brev.dotx",
        "file:///C:/Maler/brev.dotm",
        "file:///C:\\Maler\\brev.dotm",
        "file:///c%3A/Maler/brev.dotm",
        "file://localhost/Applications/Word/Normal.dotm",
        "file:///Applications/Word/Normal.dotm",
        "/Applications/Word/Normal.dotm",
        "Normal.dotm",
        "Normal",
    ],
)
def test_a_template_on_a_drive_of_the_writers_own_is_accepted(tmp_path: Path, target: str) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(with_template(target))

    assert len(read(path).paragraphs) == 1


def test_a_million_paragraphs_are_refused_fast_and_in_little_memory(tmp_path: Path) -> None:
    """Stored, the file is within every other limit: only counting finds it out."""
    body = "<w:p/>" * 1_000_000
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        data = packed(parts_of(body), method=method)
        tracemalloc.start()
        start = time.perf_counter()

        refused(tmp_path, data, WordFileTooLarge)

        seconds = time.perf_counter() - start
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert seconds < 3
        assert peak < 100_000_000


@pytest.mark.parametrize("prefix", ["w", "x", "", "ø"])
def test_paragraphs_are_counted_under_any_prefix_and_encoding(tmp_path: Path, prefix: str) -> None:
    tag = f"{prefix}:p" if prefix else "p"
    declared = f'xmlns:{prefix}="{W}"' if prefix else f'xmlns="{W}"'
    words = f"<{tag[:-1]}document {declared}><{tag[:-1]}body>" + f"<{tag} />" * 20_001
    words += f"</{tag[:-1]}body></{tag[:-1]}document>"
    for encoding in ("utf-8", "utf-16"):
        parts = parts_of("", **{"word/document.xml": words.encode(encoding)})
        refused(tmp_path, packed(parts, method=zipfile.ZIP_STORED), WordFileTooLarge)


def test_paragraphs_count_in_headers_and_notes_too(tmp_path: Path) -> None:
    many = f'<w:hdr xmlns:w="{W}">' + paragraph("x") * 20_000 + "</w:hdr>"
    parts = parts_of(
        HELLO,
        **{
            "word/header1.xml": many,
            "word/_rels/document.xml.rels": relations(("rId1", "header", "header1.xml", False)),
        },
    )

    refused(tmp_path, packed(parts, method=zipfile.ZIP_STORED), WordFileTooLarge)


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{'<w:r/>' * 1_500_001}</w:p>",
        f"<w:p {' '.join(f'a{number}=' + chr(34) * 2 for number in range(1_500_001))}/>",
    ],
    ids=["tags", "attributes"],
)
def test_too_much_markup_is_refused_before_a_tree_is_built(tmp_path: Path, body: str) -> None:
    refused(tmp_path, packed(parts_of(body), method=zipfile.ZIP_STORED), WordFileTooLarge)


def test_much_markup_in_many_parts_is_refused(tmp_path: Path) -> None:
    listed = [(f"rId{number}", "image", "x.png", False) for number in range(2_000)]
    many = {f"x/_rels/{number}.rels": relations(*listed) for number in range(200)}

    refused(tmp_path, packed(parts_of(HELLO, **many)), WordFileTooLarge)


def test_a_file_over_20_mb_is_refused_unread(tmp_path: Path) -> None:
    refused(tmp_path, b"PK\x03\x04".ljust(20 * 1024 * 1024 + 1, b"x"), WordFileTooLarge)


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_a_part_that_unpacks_to_very_much_is_refused(tmp_path: Path, part: str) -> None:
    data = packed(parts_of(HELLO, **{part: b"x" * 3_000_000}))

    refused(tmp_path, data, WordFileTooLarge)


def test_more_than_100_mb_in_all_is_refused(tmp_path: Path) -> None:
    half_packable = bytes(range(256)) * 40 + b"\0" * 500_000
    pictures = {f"word/media/{n}.png": half_packable for n in range(220)}

    refused(tmp_path, packed(parts_of(HELLO, **pictures)), WordFileTooLarge)


def test_a_size_in_the_directory_that_lies_helps_nobody(tmp_path: Path) -> None:
    """The part is said to be small; what is read is bounded, and the sum does not match."""
    data = bytearray(packed(parts_of(paragraph("x" * 4_000_000))))
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 500)

    refused(tmp_path, bytes(data), WordFileDamaged)


def test_more_members_than_any_document_has_are_refused(tmp_path: Path) -> None:
    many = {f"x/{n}": b"" for n in range(MEMBERS)}

    refused(tmp_path, packed(parts_of(HELLO, **many)), WordFileTooLarge)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.xml"])
def test_a_part_that_stands_twice_is_refused(tmp_path: Path, name: str) -> None:
    buffer = io.BytesIO(packed(parts_of(HELLO)))
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr(name, document(paragraph("Noe annet")))

    refused(tmp_path, buffer.getvalue(), WordFileDamaged)


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil.xml", "/etc/evil", "C:/evil", "..\\evil", "\\\\s\\e"]
)
def test_a_name_that_leads_out_of_the_package_is_refused(tmp_path: Path, name: str) -> None:
    refused(tmp_path, packed(parts_of(HELLO, **{name: b"x"})), WordFileDamaged)


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    data = packed(parts_of(HELLO))
    for length in (4, len(data) // 2, len(data) - 10):
        refused(tmp_path, data[:length], WordFileDamaged)


def test_a_flipped_byte_in_a_part_is_damaged(tmp_path: Path) -> None:
    parts = parts_of(HELLO)
    data = bytearray(packed(parts, method=zipfile.ZIP_STORED))
    data[data.index(b">Hei<") + 1] ^= 1

    refused(tmp_path, bytes(data), WordFileDamaged)


@pytest.mark.parametrize("data", [b"Hei, dette er tekst.", b"%PDF-1.7 x", b"\0" * 100])
def test_what_is_no_zip_is_damaged(tmp_path: Path, data: bytes) -> None:
    refused(tmp_path, data, WordFileDamaged)


@pytest.mark.parametrize("gone", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_package_without_a_part_it_needs_is_damaged(tmp_path: Path, gone: str) -> None:
    parts = parts_of(HELLO)
    del parts[gone]

    refused(tmp_path, packed(parts), WordFileDamaged)


@pytest.mark.parametrize("root", ["<x/>", f'<w:document xmlns:w="{W}"/>', "<w:document", ""])
def test_a_main_part_that_is_no_document_is_damaged(tmp_path: Path, root: str) -> None:
    refused(tmp_path, packed(parts_of("", **{"word/document.xml": root})), WordFileDamaged)


@pytest.mark.parametrize("element", ["w:smartTag", "w:sdt", "w:ins", "x"])
def test_elements_nested_without_end_are_refused(tmp_path: Path, element: str) -> None:
    body = f"<w:p>{f'<{element}>' * 5_000}{f'</{element}>' * 5_000}</w:p>"

    refused(tmp_path, packed(parts_of(body)), WordFileTooLarge)


def test_tables_in_tables_are_bounded_too(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 83 + HELLO + "</w:tc></w:tr></w:tbl>" * 83

    refused(tmp_path, packed(parts_of(body)), WordFileTooLarge)


def test_strict_files_and_other_names_of_the_main_part_are_read(tmp_path: Path) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(
        packed(
            {
                "[Content_Types].xml": content_types(MAIN_TYPE, "Innhold/tekst.xml"),
                "_rels/.rels": relations(
                    ("rId1", "officeDocument", "/Innhold/tekst.xml", False), strict=True
                ),
                "innhold/Tekst.xml": document(HELLO, strict=True),
            }
        )
    )

    assert [one.text.plain for one in read(path).paragraphs] == ["Hei"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read(tmp_path: Path, encoding: str) -> None:
    words = document(paragraph("Blåbærøl – «fin»")).replace("UTF-8", "UTF-16").encode(encoding)
    path = tmp_path / "fil.docx"
    path.write_bytes(packed(parts_of("", **{"word/document.xml": words})))

    assert [one.text.plain for one in read(path).paragraphs] == ["Blåbærøl – «fin»"]


def test_broken_utf_16_is_damaged(tmp_path: Path) -> None:
    words = document(HELLO).replace("UTF-8", "UTF-16").encode("utf-16") + b"\x00\xd8x"

    refused(tmp_path, packed(parts_of("", **{"word/document.xml": words})), WordFileDamaged)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_word_does_not_know_is_damaged(tmp_path: Path, method: int) -> None:
    refused(tmp_path, packed(parts_of(HELLO), method=method), WordFileDamaged)


def test_opening_alone_leaves_macros_and_templates_to_the_scan(tmp_path: Path) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(packed(parts_of(HELLO, **{"word/vbaProject.bin": b"x"})))

    assert opened(path).macro_parts() == ("word/vbaproject.bin",)
