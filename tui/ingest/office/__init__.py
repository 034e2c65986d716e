"""Documents of word processors and printed pages (docx, odt, rtf, pdf): their text, a paragraph a line."""
