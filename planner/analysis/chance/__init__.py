"""What many runs come to: odds, goals, what matters most, one run told."""
