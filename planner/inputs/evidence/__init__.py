"""What has been measured of the industry, and what is laid on plans from it. Nothing of one company.

Presets, ranges, usual costs, tax rules.
"""
