"""Documents as paper."""
