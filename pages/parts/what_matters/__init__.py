"""What the plan hangs on: the tornado, its runs and its words. How far an input is moved is the planner's to know."""
