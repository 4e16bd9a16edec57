"""What holds over the parts of a pay plan: gates before anything is paid, caps on what is, and rounding."""
