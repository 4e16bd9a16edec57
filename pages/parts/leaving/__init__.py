"""What leaving costs, and when to stop: pictures, sentences and tables. What it costs is measured in the planner."""
