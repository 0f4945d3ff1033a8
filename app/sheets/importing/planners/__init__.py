"""How each entity is planned: rows read, known records found, and what would be written to them."""
