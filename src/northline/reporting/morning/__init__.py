"""The morning list: the few next actions that matter most in the projects that one manages, each with why."""
