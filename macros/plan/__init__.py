"""The questions that pages ask, one part for each sort of question, put together in plan.py.

It knows records and proofs. It knows no address and no page.
"""
