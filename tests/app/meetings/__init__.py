"""Tests of what is done with meetings."""
