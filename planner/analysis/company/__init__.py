"""What a company's file comes to for a reader: its figures with what they rest on, its contract, its cost."""
