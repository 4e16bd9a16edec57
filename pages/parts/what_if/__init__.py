"""What if it goes otherwise: its switches."""
