"""What leaving costs, and when to stop: pictures, sentences and tables."""
