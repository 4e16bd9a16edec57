"""What one projection comes to: its measures, month by month milestones, prices of an order, leaving."""
