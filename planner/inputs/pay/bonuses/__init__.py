"""Kinds of pay that no level of a team decides: on own sales, on joining orders, for a rank, of a pool, passed up."""
