"""Two versions of a plan: the other one, and what differs."""
