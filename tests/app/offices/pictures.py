"""Pictures that may be logos, and that may not."""

import struct
import zlib

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def png(width: int = 4, height: int = 2, said: tuple[int, int] | None = None) -> bytes:
    """Return a white PNG of that size; `said` is the size that it pretends to have."""
    rows = b"".join(b"\0" + b"\xff" * 3 * width for _ in range(height))
    head = struct.pack(">IIBBBBB", *(said or (width, height)), 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    written = ((kind + data, len(data)) for kind, data in parts)
    chunks = (struct.pack(">I", length) + part + struct.pack(">I", zlib.crc32(part)) for part, length in written)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def svg(inside: str = '<rect width="9" height="9"/>', size: str = 'width="20" height="10"', before: str = "") -> bytes:
    """Return an SVG that draws `inside`; `before` stands in front of its root."""
    return f"{before}<svg {NAMESPACE} {size}>{inside}</svg>".encode()
