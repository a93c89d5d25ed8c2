"""Files to values that know their file, line and column; the faults in them; and YAML written back.

It knows no plan: nothing here says which keys a file has.
"""
