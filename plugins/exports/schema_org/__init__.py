"""Describe records, places and the site in the words of schema.org."""
