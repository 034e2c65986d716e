"""The reader's own word: marks, verdicts, edits of actors, saved searches, and their undo."""
