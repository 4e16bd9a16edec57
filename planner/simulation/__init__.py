"""What COULD happen: the same plan with people drawn at random, under the exact pay rules."""
