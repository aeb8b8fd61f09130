"""What becomes of initiatives: updates in their owners' words, delivery as the plans have it, the health of products."""
