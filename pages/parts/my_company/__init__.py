"""A company added or changed by the person: making it, its fields, its list. What it asks and pays is parts.company."""
