"""What COULD happen: people drawn at random, under the exact pay rules. What the runs come to is analysis.chance's."""
