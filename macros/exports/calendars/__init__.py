"""The deadlines as calendars, for the plan, for each body and for each deadline.

It knows what every trade in `exports` may know, and no other trade.
"""
