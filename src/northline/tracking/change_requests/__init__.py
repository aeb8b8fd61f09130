"""Change requests: a change of a plan as a scenario, what it would do, who approves it, and its way into the plan."""
