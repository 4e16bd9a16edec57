"""Companies side by side: their odds, and what the comparison comes to in sentences."""
