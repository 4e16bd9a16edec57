"""Sentences and names that more than one page says, where only the screen says them."""
