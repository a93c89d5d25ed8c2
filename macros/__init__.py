"""The program behind the site. Only `define_env` here and the hook in pages.py know MkDocs."""
