"""The citation of a norm, compared with its official text."""
