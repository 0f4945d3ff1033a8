"""The chain: each operation bears the digest of its words, of its entries and of the operations it was made upon."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

SIGNED = ("id", "device", "author", "made_at", "title", "kind", "reverses", "stamp", "schema", "parents")
"""What the digest of an operation is made over: not its local number, nor the names, which can be forgotten."""


FUNCTION = "enlace_digest"
"""The name under which the triggers know `entry_digest`; `db/sqlite.py` hands it to each connection."""


def entry_digest(entity: str, row_id: str, kind: str, before: str | None, after: str | None) -> bytes:
    """Give the SHA-256 of an entry as it is written."""
    return hashlib.sha256("\0".join((entity, row_id, kind, before or "", after or "")).encode()).digest()


def operation_digest(row: Mapping[str, Any], parents: Iterable[bytes], entries: Iterable[bytes]) -> bytes:
    """Give the SHA-256 of an operation: of its columns, the digests of its parents by their ids, and its entries'."""
    fields = [row[name].isoformat() if isinstance(row[name], datetime) else row[name] for name in SIGNED]
    digest = hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode())
    for each in (*parents, *entries):
        digest.update(each)
    return digest.digest()
