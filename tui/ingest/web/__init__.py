"""Saved web pages: the tree, its text, what the page says of itself, the story in it."""
