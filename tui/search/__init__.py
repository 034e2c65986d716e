"""The query language: text to a plan, what to mark of it, how to complete it. Data in, data out."""
