"""The reader of YAML, and what it answers to slips and to hostile files."""
