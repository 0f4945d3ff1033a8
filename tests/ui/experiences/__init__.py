"""Tests of the page of the exchange of experiences."""
