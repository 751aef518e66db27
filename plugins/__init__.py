"""The plugins of Sredishte: from YAML records and Markdown to the sites of the regions."""
