"""What every cited file shares: a figure with its source, and reading such a file. Nothing of one kind alone."""
