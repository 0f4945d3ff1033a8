"""What can be done: use cases over the store, callable from a test, a script or the command line."""
