"""The pages, as they are built, seen and used."""
