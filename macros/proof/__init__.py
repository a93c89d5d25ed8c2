"""The typed text, cells, names and quotes, held word for word against the copies of the sources.

It knows records and copies. What a difference means is for the rules.
"""
