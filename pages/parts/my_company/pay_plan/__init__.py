"""The pay plan of a company of one's own: its form by kind, and the brochure's example that it is held against."""
