"""The plan beside others: which they are, what differs and what that does, and scenarios of one's own."""
