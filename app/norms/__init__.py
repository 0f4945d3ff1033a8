"""The citations of norms: what one written in passing means, and the official one that was compared with the text."""

from app.norms.checking import CitationFacts, read_citation_facts, write_citation
from app.norms.citation import Citation, OfOrgan, official_citation, read_citation, same_numbers

__all__ = [
    "Citation",
    "CitationFacts",
    "OfOrgan",
    "official_citation",
    "read_citation",
    "read_citation_facts",
    "same_numbers",
    "write_citation",
]
