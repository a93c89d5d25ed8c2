"""Which pages and addresses there are, and what each is called, cited, found by and served as.

It knows the plan. It writes nothing.
"""
