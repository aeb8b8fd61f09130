"""What members asked to be reminded of, and what they own that is due soon: told once, through the inbox."""
