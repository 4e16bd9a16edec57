"""The planner: a distributor's own cash under a company's pay rules. Knows no screen."""
