"""What one projection comes to: its measures, milestones, prices of an order, leaving. Nothing of many runs."""
