"""The kinds of record, the data folder that holds them, and the references between them.

It knows what was typed, and no document that proves it.
"""
