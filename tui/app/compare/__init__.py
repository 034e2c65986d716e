"""Two stories side by side, and the facts in which they differ."""
