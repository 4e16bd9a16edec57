"""What at least two pages need, a room a capability. What one page alone needs is in pages.parts."""
