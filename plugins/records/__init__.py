"""Floor 1: records are read, checked one by one and projected; no Pelican."""
