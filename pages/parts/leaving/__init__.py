"""What leaving costs: its picture, its sentences and its table."""
