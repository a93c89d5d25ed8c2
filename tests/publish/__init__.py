"""How the site is built, checked, packed and served."""
