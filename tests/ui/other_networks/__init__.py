"""Tests of `ui/other_networks/`."""
