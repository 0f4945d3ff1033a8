"""The zip that an xlsx or ods file is, unpacked only within bounds that are measured and not believed."""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from app.sheets.reading import refusals
from app.sheets.reading.source import Source

ZIP_SIGNATURE = b"PK\x03\x04"

_CHUNK = 1 << 20
_MAX_RATIO = 250
"""Tables of repeated texts pack to about a hundredth; no honest sheet above 20 MB packs to less than 1/250."""
_RATIO_MATTERS_ABOVE = 20_000_000
_LOCAL_HEADER = 30
_LOCAL_LENGTHS = 26
_ENCRYPTED = 0x1


class Archive:
    """A zip whose every part was unpacked once, part by part and counted, before anything else reads it.

    The sizes that a zip declares can lie, and the library that reads xlsx believes the stream of
    each part, so the streams themselves are measured: ProblemError when they are broken, ask for a
    password, or unpack to more than is reasonable.
    """

    def __init__(self, source: Source) -> None:
        """Check the zip in `source`."""
        self._source = source
        try:
            with zipfile.ZipFile(BytesIO(source.content)) as opened:
                parts = opened.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as failure:
            raise refusals.damaged(source.file) from failure
        # Programs disagree on the case of these names, and on which of two equal ones is meant.
        self._parts = {part.filename.lower(): part for part in parts}
        if len(self._parts) != len(parts):
            raise refusals.damaged(source.file)
        self._check_total(sum(part.file_size for part in parts))
        self._check_actual(parts)

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts, in small letters."""
        return frozenset(self._parts)

    def read(self, name: str) -> bytes:
        """Return the unpacked bytes of a part; ProblemError (damaged) when there is none of this name."""
        part = self._parts.get(name.lower())
        if part is None:
            raise refusals.damaged(self._source.file)
        return b"".join(self._chunks(part))

    def with_parts(self, replaced: Mapping[str, bytes]) -> bytes:
        """Return a zip like this one, the parts that `replaced` names, in small letters, having those bytes instead."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as target:
            for name, part in self._parts.items():
                target.writestr(part.filename, replaced.get(name) or self.read(name))
        return made.getvalue()

    def _check_actual(self, parts: list[zipfile.ZipInfo]) -> None:
        total = 0
        for part in parts:
            checksum, size = 0, 0
            for chunk in self._chunks(part):
                checksum = zlib.crc32(chunk, checksum)
                size += len(chunk)
                self._check_total(total + size)
            if size != part.file_size or checksum != part.CRC:
                raise refusals.damaged(self._source.file)
            total += size

    def _check_total(self, total: int) -> None:
        if total > _RATIO_MATTERS_ABOVE and total > _MAX_RATIO * len(self._source.content):
            raise refusals.suspicious(self._source.file)
        if total > refusals.MAX_BYTES:
            raise refusals.too_large(self._source.file)

    def _chunks(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        if part.flag_bits & _ENCRYPTED:
            raise refusals.locked(self._source.file)
        packed = self._packed(part)
        if part.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        if part.compress_type != zipfile.ZIP_DEFLATED:
            raise refusals.damaged(self._source.file)
        try:
            yield from _inflate(packed)
        except (zlib.error, EOFError) as failure:
            raise refusals.damaged(self._source.file) from failure

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        header = self._source.content[part.header_offset : part.header_offset + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(ZIP_SIGNATURE):
            raise refusals.damaged(self._source.file)
        name_length, extra_length = struct.unpack_from("<HH", header, _LOCAL_LENGTHS)
        start = part.header_offset + _LOCAL_HEADER + name_length + extra_length
        return self._source.content[start : start + part.compress_size]


def _inflate(packed: bytes) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = packed
    while not stream.eof:
        chunk = stream.decompress(rest, _CHUNK)
        if not chunk and not stream.unconsumed_tail and not stream.eof:
            raise EOFError("the packed part ends too early")
        rest = stream.unconsumed_tail
        yield chunk


def parse_part(source: Source, content: bytes) -> "etree._Element":
    """Return the root of a small XML part, with no entity resolved and no network; ProblemError when broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as failure:
        raise refusals.damaged(source.file) from failure
