"""What must happen: what is asked, the searches and what they found, and what must be sold to break even."""
