"""Documents of records: JSON, tables, feeds and mail; a story a record."""
