"""Changes of a plan: one input as one figure, scenarios, and what differs between two plans."""
