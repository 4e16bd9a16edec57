"""What the company PAYS: volumes in, money out; forecasts nothing."""
