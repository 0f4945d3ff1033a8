"""Tests of the units on the screen."""
