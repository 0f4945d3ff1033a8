"""Tests of `app/reports/participation/`."""
