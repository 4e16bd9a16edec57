"""Slow answers: kept, offered when they are long, told while they run. Neither what they mean nor how they look."""
