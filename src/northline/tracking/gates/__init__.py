"""Stage gates: what must hold before a project goes on, and who decided that it does."""
