"""Floor 4: what a librarian does with the records: check, repair, begin a new one."""
