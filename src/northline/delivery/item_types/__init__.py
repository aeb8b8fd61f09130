"""Types of work: what a workspace tells its work items apart by."""
