"""The SQLite file: its tables, its connections, and how rows are made of stories."""
