"""What stories are to one another: features, copies, parts, events, placed dates."""
