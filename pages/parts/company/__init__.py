"""What one company asks and pays: the sections of its page."""
