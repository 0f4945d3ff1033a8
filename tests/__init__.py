"""Tests of Enlace, in folders that mirror the layers they test."""
