"""The order and the plan as a document of Akoma Ntoso 3.0, the XML of parliaments and law reporters.

It knows what every trade in `exports` may know, and no other trade.
"""
