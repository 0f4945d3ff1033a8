"""The money of projects: asked, granted, received, spent and own, summed by currency and never across."""

from app.funds.facts import By, Facts, Sums
from app.funds.grids import compose_grids, say_missing
from app.funds.reading import read_facts, read_sums_of

__all__ = ["By", "Facts", "Sums", "compose_grids", "read_facts", "read_sums_of", "say_missing"]
