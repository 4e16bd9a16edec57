"""What if it goes otherwise: its switches, and shocks laid on the runs. What they change is said in the planner."""
