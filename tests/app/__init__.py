"""Tests of what can be done with a file, without a window."""
