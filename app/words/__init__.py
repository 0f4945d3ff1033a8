"""Words, names and values as people write and read them."""
