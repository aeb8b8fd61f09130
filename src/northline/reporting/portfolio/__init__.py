"""What several products are about to do: rolled up, how sure it is, and whether there are people enough."""
