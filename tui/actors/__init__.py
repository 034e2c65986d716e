"""Who is in the news: names found in running text, one by one, and brought together over all stories."""
