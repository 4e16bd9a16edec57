"""One page to take home: what stands on it, its two pictures, and the page as PDF and as HTML."""
