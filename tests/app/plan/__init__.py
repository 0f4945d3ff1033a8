"""Tests of the plan of work."""
