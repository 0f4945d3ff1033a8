"""Records that may be one and the same: found, and made one."""

from app.records.duplicates.find import Duplicate, find_duplicates
from app.records.duplicates.merge import merge

__all__ = ["Duplicate", "find_duplicates", "merge"]
