"""Several plans: what is listed, how it is taken in, its rows and runs, and two of them beside each other."""
