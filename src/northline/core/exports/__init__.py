"""Files that take long to make: made by the job queue, and kept for a day for whoever asked."""
