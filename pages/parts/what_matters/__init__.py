"""What the plan hangs on: the tornado, its runs and its words."""
