"""The same planner from a shell: what is asked, read and written there. Computes nothing."""
