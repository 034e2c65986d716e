"""Where a text comes from and what became of it: versions, direction, provenance of paragraphs, carriers of a claim."""
