"""One module for each kind of record: a class is a record, a field is a key in YAML, its text says what to type.

It knows the types of values, and nothing of files or of other records but their names.
"""
