"""What is KEPT: saved plans by secret link, with their versions. Knows the plan's file only; shows none of it."""
