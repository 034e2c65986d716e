"""What the reader is asked for: a query, a choice, a word; the help and the commands."""
