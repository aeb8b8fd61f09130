"""How the dates of milestones moved, report by report."""
