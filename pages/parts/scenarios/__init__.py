"""Scenarios beside the plan: choosing, making and working on one, and what it rests on."""
