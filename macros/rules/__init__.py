"""The rules that the data must keep beyond its types: one generator for each, which yields places and messages.

A rule may ask the plan anything. It knows no address, page or file of the site.
"""
