"""The list of stories: its rows, what it is narrowed to, how it is sorted."""
