"""Saved plans: which one a session stands on, what can be done with it, the line under a page, the browser's list."""
