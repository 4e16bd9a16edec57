"""The published terms and record of a company, and the catalogue of them. Nothing that the person states."""
