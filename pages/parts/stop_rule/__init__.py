"""When to stop: the runs with and without the rule, and what they say."""
