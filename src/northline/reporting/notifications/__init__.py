"""Mail and browser notices about what is in the inbox, and the hours in which a member wants neither."""
