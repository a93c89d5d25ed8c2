"""The rules of the data, and the message that each broken one gets."""
