"""The demo workspace: a made-up company, made through the same actions that people use."""
