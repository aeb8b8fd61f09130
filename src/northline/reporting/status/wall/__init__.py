"""The status wall: every project one card, by its data now and by its last report."""
