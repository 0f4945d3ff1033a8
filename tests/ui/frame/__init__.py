"""Tests of `ui/frame/`."""
