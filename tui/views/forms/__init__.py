"""The forms in which stories leave the program for other programs: tables, references, pages."""
