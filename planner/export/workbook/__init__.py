"""The plan as a workbook: inputs, and the months that follow from them by formulas that a spreadsheet computes anew.

Words and figures that a sheet says are made here or below; whoever opens the file needs nothing of the program.
"""
