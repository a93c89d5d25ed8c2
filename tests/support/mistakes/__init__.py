"""Tables of mistakes: for each an edit, and the messages that it gets."""
