"""Kinds of pay that follow the places where members stand, and not who recruited them: two legs, the forced matrix."""
