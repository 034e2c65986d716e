"""What each line of a document is: passages, their labels, the fields and dates that they give."""
