"""Slow answers: kept for a plan on a company, offered when they are long, told while they run."""
