"""What stands behind `make serve`: a server that shows an edit, or its faults, in the open page. Never published."""
