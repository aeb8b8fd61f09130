"""A large made workspace, to be asked how long it takes to read."""
