"""Tests of the plan of work on the screen."""
