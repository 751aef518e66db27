"""The objects of an exhibition: read, checked, shown as pages and lists."""
