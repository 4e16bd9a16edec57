"""Changes of a plan: one input as one figure, scenarios, what differs between two plans. Not what the changes do."""
