"""What `make serve` runs: it makes a page when it is asked for, and tells the open page what changed.

It knows MkDocs, and keeps the last good page of each address in memory.
"""
