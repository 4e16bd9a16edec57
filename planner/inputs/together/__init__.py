"""What two people who go through a plan keep with it: who said what, notes, their talk. Nothing that is computed."""
