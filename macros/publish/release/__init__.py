"""What `make release` packs: archives of the site, an edition without a server, what it is made with.

It knows the built site alone.
"""
