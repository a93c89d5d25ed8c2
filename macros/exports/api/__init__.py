"""The JSON: every record as a file of its own, with its links, and the schemas of all.

It knows what every trade in `exports` may know, and no other trade.
"""
