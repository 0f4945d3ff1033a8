"""Tests of the acta on paper."""
