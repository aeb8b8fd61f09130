"""Lists: one mechanism by which every kind is searched, filtered, sorted, grouped, exported and edited in bulk."""
