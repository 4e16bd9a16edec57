"""Changes of a plan: one input as one figure, scenarios, what differs, two versions as one. Not what changes do."""
