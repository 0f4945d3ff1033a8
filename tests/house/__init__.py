"""Tests of the rules of the house: layers, sizes, names, words, declarations."""
