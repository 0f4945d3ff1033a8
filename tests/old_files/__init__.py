"""One file of every released schema, opened by each run of the tests."""
