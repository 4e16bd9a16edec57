"""A pay plan told from its fields: every rule of it in plain sentences, its rates, and a small team that it pays."""
