"""What stands behind `make release`: archives of the site, an edition without a server, what it is made with."""
