"""What one company asks and pays: the sections of its page. Nothing is typed here: that is parts.my_company."""
