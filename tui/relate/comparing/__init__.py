"""Two stories side by side: their alignment, and the facts that differ."""
