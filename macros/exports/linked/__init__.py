"""JSON-LD for each page, in the words of schema.org and ELI.

It knows what every trade in `exports` may know, and no other trade.
"""
