"""The changes of the data as feeds, for all of it and for each body.

It knows what every trade in `exports` may know, and no other trade.
"""
