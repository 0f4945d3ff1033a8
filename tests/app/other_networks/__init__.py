"""Tests of `app/other_networks/`."""
