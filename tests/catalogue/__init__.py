"""What each page tells the form with which readers report a problem."""
