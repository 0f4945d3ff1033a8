"""Tests of `app/commands/`."""
