"""Calendars to subscribe to: one's own work, or a project, by an address that holds a secret."""
