"""Relating stories: which are copies, parts, one event; and the dates they lend one another; two laid side by side."""
