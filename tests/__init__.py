"""Facts about the plan, the site and the messages."""
