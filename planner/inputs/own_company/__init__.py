"""A person's own version of a company: what they state in it, and its file. What every company has is in company."""
