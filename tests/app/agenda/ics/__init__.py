"""Tests of the files of calendars."""
