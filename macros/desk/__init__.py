"""The commands that ask a maintainer, and those that write into the data files or tell what changed in them.

It knows the data folder and git. It builds nothing.
"""
