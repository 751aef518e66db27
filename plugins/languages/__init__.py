"""Floor 0: text in three languages, without Pelican and without records."""
