"""When is my money back: the statement as a table, and where an amount comes from, which origin computes."""
