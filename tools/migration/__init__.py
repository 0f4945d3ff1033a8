"""What `make migration` is made of: the schema that a file has, what is to be changed in it, the migration of that."""
