"""What it MEANS, for the plan of a person: never a screen, never a file."""
