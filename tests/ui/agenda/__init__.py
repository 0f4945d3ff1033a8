"""Tests of the agenda on the screen."""
