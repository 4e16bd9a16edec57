"""What must I sell: its tables."""
