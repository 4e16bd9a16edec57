"""What could happen: its charts and what they say, and runs told month by month. Makes no figure itself."""
