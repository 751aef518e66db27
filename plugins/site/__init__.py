"""Floor 3: the plan of the pages, their rendering and the Pelican boundary."""
