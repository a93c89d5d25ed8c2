"""What goes out: the build, its audit, the folder for a server, the release.

It knows the built files. What is in them is made before.
"""
