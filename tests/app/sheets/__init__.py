"""Tests of reading and writing spreadsheets."""
