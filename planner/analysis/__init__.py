"""What it MEANS: measures, comparison, tables."""
