"""The tests, and the cast that plays in them."""
