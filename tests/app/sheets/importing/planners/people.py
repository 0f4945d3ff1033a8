"""The titles of a sheet of people, and one of its rows."""

HEADER = ("Nombre y apellido", "Cargo", "Ciudad", "País", "Correo", "Teléfono")
ANA = ("Ana Modelo", "Intendenta", "Rosario", "AR", "ana@example.org", "+54 341 480 2000")
