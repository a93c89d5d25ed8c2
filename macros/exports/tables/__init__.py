"""The tables, defined once, and written as CSV with a Data Package and as a workbook.

It knows what every trade in `exports` may know, and no other trade.
"""
