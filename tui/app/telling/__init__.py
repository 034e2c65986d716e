"""What is told on request: evidence, and what could not be read."""
