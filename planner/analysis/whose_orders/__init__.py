"""Whose orders a plan's pay rests on: by level in the mean of its runs, and one run with its receipt. No screen."""
