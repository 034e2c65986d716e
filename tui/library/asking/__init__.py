"""What is asked of a library: lists, plans carried out, relations, people."""
