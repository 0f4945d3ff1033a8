"""Tests of what is asked of experiences, and of what is told of all of them."""
