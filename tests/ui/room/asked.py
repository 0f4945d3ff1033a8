"""Filters that the tests of a room ask for."""

from app.records.catalog import Filter, Operator

ARGENTINA = Filter("country", Operator.EQUALS, "AR")
URUGUAY = Filter("country", Operator.EQUALS, "UY")
