"""The workbook read back: what its cells hold, and what its formulas come to, after inputs in it were changed."""
