"""How a product does on one page: figures counted from rows, each with where it comes from, how old it is, and its trend."""
