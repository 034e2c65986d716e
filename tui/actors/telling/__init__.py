"""Who is who over all stories: what each adds to the sums, and what the sums make of each."""
