"""Tests of `ui/room/`."""
