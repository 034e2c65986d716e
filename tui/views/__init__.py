"""The views: what each of them says, without a screen: sentences, plain lines, JSON forms, Markdown."""
