"""What a company's file comes to for a reader: figures and what they rest on, contract, cost. Nothing of a plan."""
