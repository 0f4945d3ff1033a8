"""Tests of the log on the screen."""
