"""The maintainer's desk: commands that ask, and then write into the data files what a person would type there."""
