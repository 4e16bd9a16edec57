"""My plan: the fields of a group, its lists, what stands below them. A kind of field is in pages.shared.fields."""
