"""A pay plan held against the examples that its brochure prints, and the readings with which they would agree."""
