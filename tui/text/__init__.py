"""What every stage needs of language: folding, words, sentences, figures, quotations, dates; data in, data out."""
