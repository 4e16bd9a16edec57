"""What must happen: what is asked, the searches, and what they found."""
