"""What has been measured of the industry, and what is laid on plans from it.

Presets, ranges, usual costs, tax rules.
"""
