"""Examples of a brochure that a pay plan is held against: a team, and what is printed of its pay. Pays nothing."""
