"""Tests of `app/participation/`."""
