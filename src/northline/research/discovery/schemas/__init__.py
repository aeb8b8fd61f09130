"""What discovery requests and answers look like."""
