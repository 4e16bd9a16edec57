"""My plan: the fields of a group, its lists, and what stands below them."""
