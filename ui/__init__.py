"""What is seen: the Qt widgets of the program."""
