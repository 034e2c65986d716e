"""One story at a time: where names stand in it, what speaks for their kinds, what is said and by whom."""
