"""The questions of `make new`, one at a time, and the record that the answers make.

It knows what the data holds now, so that a bad answer is told at once.
"""
