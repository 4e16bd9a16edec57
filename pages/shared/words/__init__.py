"""Sentences and names that more than one page says, and only the screen: what the shell says too is in planner."""
