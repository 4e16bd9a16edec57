"""What the pages share: the one state, fields, the strip, charts and tables."""
