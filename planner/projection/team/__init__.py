"""The team below in expectation: who joins, stays and is active, and what pay is computed on."""
