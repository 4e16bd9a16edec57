"""The talk: its steps, what each shows and asks, what a visit changed. No arithmetic."""
