"""The published terms and record of a company, and the catalogue of them."""
