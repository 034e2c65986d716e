"""Every key, the user's own, and how key strokes are taken."""
