"""What deserves a second look in a plan, and what a reader must know beside its result. Measures nothing itself."""
