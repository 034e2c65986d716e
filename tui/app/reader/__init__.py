"""One story, to be read: clean, with its actors marked, or as it was found."""
