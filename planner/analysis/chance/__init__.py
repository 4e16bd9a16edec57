"""What many runs come to: odds, goals, what matters most, one run told. How people are drawn is the simulation's."""
