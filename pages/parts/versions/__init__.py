"""The plan beside others: which, what differs and what that does, scenarios of one's own. Shocks are in what_if."""
