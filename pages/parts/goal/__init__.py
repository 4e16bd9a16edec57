"""What must happen: what is asked, the searches and what they found, break even. How it is sought is the planner's."""
