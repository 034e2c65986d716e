"""Names by a pipeline that the user has installed, in place of the tagger that ships (optional extra `models`)."""
