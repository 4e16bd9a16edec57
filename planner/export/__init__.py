"""What is WRITTEN: results as tables, CSV, JSON, calendar and documents. Decides nothing of what they mean."""
