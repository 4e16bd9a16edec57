"""What FOLLOWS from the assumptions, in expectation, month by month."""
