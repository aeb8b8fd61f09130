"""Templates of plans: taken from one, laid into another."""
