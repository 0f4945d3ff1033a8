"""Tests of `app/reports/board_pack/`."""
