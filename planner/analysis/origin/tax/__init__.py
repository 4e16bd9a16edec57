"""Where tax comes from: VAT, sales tax, and the contributions and income tax on the profit of a year."""
