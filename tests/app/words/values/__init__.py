"""Tests of the values of each kind."""
