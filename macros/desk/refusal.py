"""Why a command of the desk does nothing."""


class RefusalError(Exception):
    """What stands in the way, in one line or more, and what to do."""
