"""What is shipped as data, gone through as a whole. What one company comes to is in company."""
