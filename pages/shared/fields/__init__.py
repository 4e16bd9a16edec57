"""Fields a person fills in or chooses from, and what stands beside them. What one page alone asks is with that page."""
