"""What a picture tells besides what it shows: camera, place, people, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_RIFF = b"RIFF"
_TIFF = (b"II*\x00", b"MM\x00*")
_SCAN = 0xDA
_NO_LENGTH = (0x01, *range(0xD0, 0xD8))
_JPEG_KINDS = {
    (0xE1, b"Exif\x00"): "exif",
    (0xE1, b"http:"): "xmp",
    (0xED, b"Photo"): "iptc",
}
_COMMENT = 0xFE
_CHUNKS = {b"eXIf": "exif", b"tEXt": "text", b"zTXt": "text", b"iTXt": "text"}
_WEBP_CHUNKS = {b"EXIF": "exif", b"XMP ": "xmp"}
_SIGN = 5


def metadata_kinds(data: bytes) -> tuple[str, ...]:
    """Return the kinds of metadata in a picture, each once; the picture is not decoded."""
    return tuple(dict.fromkeys(_kinds(data)))


def _kinds(data: bytes) -> Iterator[str]:
    if data.startswith(_JPEG):
        yield from _in_jpeg(data)
    elif data.startswith(_PNG):
        yield from _in_png(data)
    elif data.startswith(_RIFF):
        yield from _in_webp(data)
    elif data.startswith(_TIFF):
        yield "exif"


def _in_jpeg(data: bytes) -> Iterator[str]:
    place = len(_JPEG)
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - begins every segment
        marker = data[place + 1]
        if marker == _SCAN:
            return
        if marker in _NO_LENGTH or marker == 0xFF:  # noqa: PLR2004 - padding
            place += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        begin = place + 4
        found = _JPEG_KINDS.get((marker, data[begin : begin + _SIGN]))
        if marker == _COMMENT:
            found = "text"
        if found:
            yield found
        place += 2 + max(2, int.from_bytes(data[place + 2 : begin], "big"))


def _in_png(data: bytes) -> Iterator[str]:
    place = len(_PNG)
    while place + 8 <= len(data):
        found = _CHUNKS.get(data[place + 4 : place + 8])
        if found:
            yield found
        place += 12 + int.from_bytes(data[place : place + 4], "big")


def _in_webp(data: bytes) -> Iterator[str]:
    place = 12
    while place + 8 <= len(data):
        found = _WEBP_CHUNKS.get(data[place : place + 4])
        if found:
            yield found
        length = int.from_bytes(data[place + 4 : place + 8], "little")
        place += 8 + length + length % 2
