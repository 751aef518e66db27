"""Floor 4: the search index of a site and language, cut into small files, and the scripts that read it."""
