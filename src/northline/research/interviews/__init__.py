"""Interviews: who took part, what they agreed to, and the erasing of what is personal once its time is over."""
