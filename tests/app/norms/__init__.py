"""The citations of norms."""
