"""What FOLLOWS from the assumptions, in expectation, month by month. No draws, no reading of files, no words."""
