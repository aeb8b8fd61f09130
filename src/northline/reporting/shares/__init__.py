"""Share links: a revocable public address for one view, with only the fields it names."""
