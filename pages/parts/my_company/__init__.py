"""A company added or changed by the person: making it, its fields, its list."""
